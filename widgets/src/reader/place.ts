/** The reader's place in a chapter: noticed while they read, offered when they come back, found again to the paragraph. */
import { element } from "../draw";
import type { Book, Place } from "./keep/book";
import type { Keep } from "./keep/keep";
import type { Site } from "./site";
import { say } from "./site";
import { elementOf, plain, type Spot, spotAt } from "./spot";

/** The fragment that means: where I was. */
export const CONTINUE = "#pb-continue";
/** Milliseconds between two looks while the reader scrolls. */
const PACE = 1000;

/** Notice and offer the place in a chapter. Returns how to stop. */
export function followPlace(page: Document, site: Site, keep: Keep): () => void {
  const article = page.querySelector<HTMLElement>("main article");
  if (site.kind !== "chapter" || !article) return () => undefined;
  const place = keep.book().places[site.page];
  const goOn = () => place !== undefined && goTo(article, place, say(site, "place_here"));
  if (page.location.hash === CONTINUE) {
    goOn();
    // The browser remembers from here on where the page stood, and finds it again by itself after a reload.
    history.replaceState(history.state, "", page.location.pathname + page.location.search);
  } else if (!page.location.hash) offer(page, place, article, site, goOn);
  return notice(page, () => remember(article, site, keep));
}

/** Put the reader's place, if it is beyond the first screen, into the book. Nearer to the top there is nothing to go on from. */
export function remember(article: HTMLElement, site: Site, keep: Keep): void {
  const spot = window.scrollY > window.innerHeight / 2 && spotAt(article, paddingOf(article.ownerDocument));
  if (!spot || spot.heading === "" || isAt(keep.book().places[site.page], spot)) return;
  const chapter = plain(article.querySelector("h1")?.textContent ?? "");
  keep.change((book) => withPlace(book, site.page, { ...spot, chapter }));
}

/** The book with something new about a page. */
export function withPlace(book: Book, page: string, news: Partial<Place>, now = new Date()): Book {
  const start = { chapter: "", heading: "", title: "", block: 0, words: "", read: [], sections: 0 };
  const place = { ...start, ...book.places[page], ...news, at: now.toISOString() };
  return { ...book, places: { ...book.places, [page]: place } };
}

function isAt(place: Place | undefined, { heading, block, words }: Spot): boolean {
  return place?.heading === heading && place.block === block && place.words === words;
}

function offer(page: Document, place: Place | undefined, article: HTMLElement, site: Site, goOn: () => void): void {
  const slot = page.querySelector<HTMLElement>(".pb-goon");
  if (!slot || !place?.heading || !elementOf(article, place)) {
    delete page.documentElement.dataset.place;
    return;
  }
  const link = element("a", { href: CONTINUE }, say(site, "place_go_on", { heading: place.title }));
  link.addEventListener("click", (event) => {
    event.preventDefault();
    goOn();
  });
  slot.replaceChildren(link);
}

/** Show the paragraph, mark it at the margin, and put the focus there, so that a screen reader goes on from it. */
function goTo(article: HTMLElement, place: Place, here: string): void {
  const found = elementOf(article, place);
  if (!found) return;
  for (const old of article.querySelectorAll(".pb-here")) old.classList.remove("pb-here");
  for (const old of article.querySelectorAll("[data-pb-aside]")) old.remove();
  found.classList.add("pb-here");
  found.prepend(element("span", { class: "pb-hidden", "data-pb-aside": "" }, `${here} `));
  found.tabIndex = -1;
  found.scrollIntoView();
  found.focus({ preventScroll: true });
}

/** Call `look` at most every second while the reader scrolls, and when they leave. */
function notice(page: Document, look: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lookNow = () => {
    clearTimeout(timer);
    timer = undefined;
    look();
  };
  const lookSoon = () => {
    timer ??= setTimeout(lookNow, PACE);
  };
  const leave = () => {
    if (timer !== undefined) lookNow();
  };
  const signs = [
    [window, "scroll", lookSoon],
    [window, "pagehide", leave],
    [page, "visibilitychange", leave],
  ] as const;
  for (const [target, event, listener] of signs) target.addEventListener(event, listener, { passive: true });
  return () => {
    clearTimeout(timer);
    for (const [target, event, listener] of signs) target.removeEventListener(event, listener);
  };
}

/** How much of the window the bar covers. */
function paddingOf(page: Document): number {
  return Number.parseFloat(getComputedStyle(page.documentElement).scrollPaddingTop) || 0;
}
