/** Runs in the head, before anything is painted: what is chosen here must not flash or move the page. Keep it tiny. */
import { Shelf, stateOf } from "./reader/keep/shelf";
import { siteOf } from "./reader/site";
import { wear } from "./reader/wear";

const root = document.documentElement;
root.dataset.script = "on";
const site = siteOf(document);
if (site) {
  const shelf = new Shelf(window, site);
  const found = shelf.read();
  root.dataset.keep = stateOf(found, shelf);
  if ("book" in found) wear(root, found.book.settings);
}
