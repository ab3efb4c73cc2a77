/** Runs in the head, before anything is painted: what is chosen here must not flash or move the page. Keep it tiny. */
import { type Book, lastPlace } from "./reader/keep/book";
import { Shelf, stateOf } from "./reader/keep/shelf";
import { dueDay } from "./reader/plan";
import { type Site, say, siteOf } from "./reader/site";
import { wear } from "./reader/wear";

/** Milliseconds; `page.js` is on the device where answers are. */
const PATIENCE = 1000;

const root = document.documentElement;
root.dataset.script = "on";
addEventListener("error", ({ target }) => target instanceof HTMLScriptElement && doWithout(), true);
const site = siteOf(document);
if (site) {
  const shelf = new Shelf(window, site);
  const found = shelf.read();
  root.dataset.keep = stateOf(found, shelf);
  if (site.kind === "chapter") makeRoomForList(root, "book" in found ? found.book.list.length : 0, site);
  if ("book" in found) {
    wear(root, found.book.settings);
    makeRoom(root, found.book, site);
    if (hasWritten(found.book, site.page)) waitForScript();
    if (dueDay(found.book, new Date())) root.dataset.due = "";
  }
}

/** A page whose script cannot be had is a page without script. */
function doWithout(): void {
  delete root.dataset.script;
  delete root.dataset.wait;
}

function hasWritten({ answers, notes }: Book, page: string): boolean {
  return [...Object.values(answers), ...notes].some((each) => each.page === page);
}

/** Answers and notes make a page longer in many places: it is shown with them in it, or without once that takes too long. */
function waitForScript(): void {
  root.dataset.wait = "";
  setTimeout(() => delete root.dataset.wait, PATIENCE);
}

/** Room of the right size for the way to where the reader was: its words, until page.js puts the link there. */
function makeRoom(root: HTMLElement, book: Book, site: Site): void {
  const isHome = site.kind === "home";
  const place = isHome ? lastPlace(book)?.place : book.places[site.page];
  if (!place?.heading || (!isHome && location.hash)) return;
  const line = isHome ? place.title : say(site, "place_go_on", { heading: place.title });
  root.dataset.place = "kept";
  root.style.setProperty("--pb-place-chapter", JSON.stringify(place.chapter));
  root.style.setProperty("--pb-place-line", JSON.stringify(line));
}

/** And for what page.js puts into the box of questions to take along. */
function makeRoomForList(root: HTMLElement, count: number, site: Site): void {
  root.style.setProperty("--pb-list-add", JSON.stringify(say(site, "list_add")));
  root.style.setProperty("--pb-list-open", JSON.stringify(say(site, "list_open", { count })));
}
