/** How far each chapter has been read, and where to go on. */
import { element } from "../../draw";
import { CONTINUE } from "../place";
import { isRead, progressIn } from "../progress";
import { say } from "../site";
import type { Part } from "./contract";
import { find } from "./drawing";

export const showProgress: Part =
  (el, { site, keep }) =>
  () => {
    for (const item of el.querySelectorAll<HTMLElement>("[data-page]")) {
      const place = keep.book().places[item.dataset.page ?? ""];
      const slot = find(item, ".pb-my-how-far");
      slot.replaceChildren(progressIn(place, site));
      item.toggleAttribute("data-read", place !== undefined && isRead(place));
      const href = item.querySelector("a")?.getAttribute("href");
      if (!place?.heading || isRead(place) || !href) continue;
      const goOn = element("a", { href: href + CONTINUE }, say(site, "go_on_at", { heading: place.title }));
      slot.append(element("br"), goOn);
    }
  };
