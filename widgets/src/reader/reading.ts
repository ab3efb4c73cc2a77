/** What the page does for somebody who reads alone: asks whether it may keep things, and finds their place again. */
import { askToKeep } from "./consent";
import type { Keep } from "./keep/keep";
import { followPlace } from "./place";
import { followSections } from "./progress";
import { clearAfterRest, offerSharing } from "./shared_device";
import type { Site } from "./site";
import { showStart } from "./start_page";

export function startReading(page: Document, site: Site, keep: Keep): void {
  askToKeep(page, site, keep);
  followPlace(page, site, keep);
  followSections(page, site, keep);
  showStart(page, site, keep);
  clearAfterRest(page, site, keep);
  offerSharing(page, site, keep);
}
