/** Runs in the head, before anything is painted: what is chosen here must not flash or move the page. Keep it tiny. */
import { type Book, lastPlace } from "./reader/keep/book";
import { Shelf, stateOf } from "./reader/keep/shelf";
import { type Site, siteOf } from "./reader/site";
import { wear } from "./reader/wear";

const root = document.documentElement;
root.dataset.script = "on";
const site = siteOf(document);
if (site) {
  const shelf = new Shelf(window, site);
  const found = shelf.read();
  root.dataset.keep = stateOf(found, shelf);
  if ("book" in found) {
    wear(root, found.book.settings);
    if (hasPlace(found.book, site)) root.dataset.place = "kept";
  }
}

/** Whether the page will offer the way to where the reader was. */
function hasPlace(book: Book, { kind, page }: Site): boolean {
  if (kind === "home") return lastPlace(book) !== null;
  return kind === "chapter" && !location.hash && Boolean(book.places[page]?.heading);
}
