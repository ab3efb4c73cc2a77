import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Place } from "../src/reader/keep/book";
import { lastPlace } from "../src/reader/keep/book";
import { followPlace, remember, withPlace } from "../src/reader/place";
import { progressIn } from "../src/reader/progress";
import { siteOf } from "../src/reader/site";
import { elementOf, spotAt } from "../src/reader/spot";
import { showStart } from "../src/reader/start_page";
import { bookWith, Device, NOON } from "./device";

const WORDS = {
  place_go_on: "Go on where you were: {heading}",
  place_here: "You were here.",
  continue: "Continue where you were",
  continue_next: "Continue with",
  progress_none: "Not started",
  progress_begun: "Started",
  progress_some: "{count} of {all} sections read",
  progress_all: "Read",
};
const PAGE = "en/01.html";
const CHAPTER = `<main><article>
  <p class="pb-goon"></p><h1 id="bicycles">Bicycles</h1><p>A lead.</p><div class="pb-keep"><p>Keep?</p></div>
  <section aria-labelledby="chains"><h2 id="chains">Chains</h2><p>Oil it.</p><ul><li><p>Dry it.</p></li><li>Turn it.</li></ul></section>
  <section aria-labelledby="riding"><h2 id="riding">Riding</h2><p>Look ahead.</p><details><p>Hidden.</p></details><p>Look back.</p></section>
</article></main>`;

const site = () => {
  const { page } = new Device().tab({ words: WORDS });
  const found = siteOf(page);
  if (!found) throw new Error("The page has no facts");
  return found;
};
const place = (change: Partial<Place> = {}): Place => ({
  ...{ chapter: "Bicycles", heading: "riding", title: "Riding", block: 1, words: "Look ahead." },
  ...{ read: [], sections: 2, at: NOON },
  ...change,
});

let stop: () => void = () => undefined;
const article = () => document.querySelector("article") as HTMLElement;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = CHAPTER;
  let top = 0;
  // happy-dom lays nothing out: each block of text is 100 pixels high, and they stand one below the other.
  for (const el of article().querySelectorAll("h1, h2, li, article > p:not(.pb-goon), section > p, details p")) {
    const at = top;
    el.getBoundingClientRect = () => new DOMRect(0, at - window.scrollY, 100, 100);
    top += 100;
  }
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  document.body.replaceChildren();
  delete document.documentElement.dataset.place;
  window.scrollTo(0, 0);
  location.hash = "";
});

test("a spot is the heading above, the number under it and the first words", () => {
  expect(spotAt(article(), 250)).toEqual({ heading: "chains", title: "Chains", block: 0, words: "Chains" });
  expect(spotAt(article(), 550)).toEqual({ heading: "chains", title: "Chains", block: 3, words: "Turn it." });
  expect(spotAt(article(), 5000)).toBeNull();
});

test("a paragraph is found by its words, also where it has moved, and else by its number", () => {
  const found = (change: Partial<Place>) => elementOf(article(), place(change))?.textContent;
  expect(found({})).toBe("Look ahead.");
  expect(found({ block: 7 })).toBe("Look ahead.");
  expect(found({ heading: "gone" })).toBe("Look ahead.");
  expect(found({ words: "Rewritten" })).toBe("Look ahead.");
  expect(found({ words: "Rewritten", block: 9 })).toBe("Look back.");
  expect(found({ words: "Rewritten", heading: "gone" })).toBeUndefined();
});

test("the place is kept beyond the first screen, and never forgotten by looking at the top again", () => {
  const { keep } = new Device().tab();
  const here = site();
  window.scrollTo(0, 40);
  remember(article(), here, keep);
  expect(keep.book().places).toEqual({});
  window.scrollTo(0, 700);
  remember(article(), here, keep);
  expect(keep.book().places[PAGE]).toMatchObject({
    heading: "riding",
    block: 1,
    words: "Look ahead.",
    chapter: "Bicycles",
  });
  window.scrollTo(0, 0);
  remember(article(), here, keep);
  expect(keep.book().places[PAGE]).toMatchObject({ heading: "riding" });
});

test("the place is noticed at most once a second, and when the reader leaves", () => {
  const { keep } = new Device().tab();
  let changes = 0;
  keep.watch(() => {
    changes += 1;
  });
  stop = followPlace(document, site(), keep);
  for (const y of [500, 600, 700]) {
    window.scrollTo(0, y);
    window.dispatchEvent(new Event("scroll"));
  }
  expect(changes).toBe(0);
  vi.advanceTimersByTime(1000);
  expect(changes).toBe(1);
  window.scrollTo(0, 500);
  window.dispatchEvent(new Event("scroll"));
  window.dispatchEvent(new Event("pagehide"));
  expect(changes).toBe(2);
  expect(keep.book().places[PAGE]).toMatchObject({ words: "Turn it." });
  vi.advanceTimersByTime(5000);
  expect(changes).toBe(2);
});

function come(hash: string) {
  const { keep } = new Device().tab();
  keep.change((book) => withPlace(book, PAGE, place()));
  location.hash = hash;
  stop = followPlace(document, site(), keep);
  return [...document.querySelectorAll(".pb-goon a")];
}

test("who opens the chapter is offered the way on, and led there when they take it", () => {
  const [link] = come("");
  expect(link?.textContent).toBe("Go on where you were: Riding");
  expect(document.querySelector(".pb-here")).toBeNull();
  (link as HTMLElement).click();
  expect(document.activeElement?.textContent).toBe("You were here. Look ahead.");
  (link as HTMLElement).click();
  expect(document.querySelector(".pb-here")?.textContent).toBe("You were here. Look ahead.");
});

test("who comes to a certain part is neither led away nor offered anything", () => {
  expect(come("#chains")).toEqual([]);
  expect(document.querySelector(".pb-here")).toBeNull();
});

test("who says 'continue' stands at the paragraph, and the address forgets it", () => {
  expect(come("#pb-continue")).toEqual([]);
  expect(document.activeElement?.textContent).toBe("You were here. Look ahead.");
  expect(location.hash).toBe("");
});

test.each([
  [undefined, "Not started"],
  [place({ sections: 0 }), "Started"],
  [place({ read: ["chains"] }), "1 of 2 sections read"],
  [place({ read: ["chains", "riding"] }), "Read"],
])("progress is said in words %#", (kept, said) => {
  expect(progressIn(kept, site())).toBe(said);
});

test("the last place is the latest that one can go on from", () => {
  const places = {
    "en/01.html": place(),
    "en/02.html": place({ at: "2026-03-02T00:00:00Z", heading: "" }),
    "en/03.html": place({ at: "2026-02-02T00:00:00Z" }),
  };
  expect(lastPlace(bookWith({ places }) as never)?.page).toBe("en/01.html");
  expect(lastPlace(bookWith() as never)).toBeNull();
});

const row = (page: string, title: string) =>
  `<li><a href="x"><b><span class="pb-hidden">Chapter: </span>${title}</b></a><span class="pb-progress" data-page="${page}"></span></li>`;

function start(places: Record<string, Place>, agree = true) {
  const { keep } = new Device().tab();
  if (agree) keep.agree();
  keep.change((book) => ({ ...book, places }));
  document.body.innerHTML = `<div id="pb-continue" hidden></div><ol>${row(PAGE, "Bicycles")}${row("en/02 a.html", "Bells")}</ol>`;
  stop = showStart(document, { ...site(), kind: "home" }, keep);
  const link = document.querySelector<HTMLAnchorElement>("#pb-continue a");
  const progress = [...document.querySelectorAll(".pb-progress")].map((slot) => slot.textContent);
  return { link, progress, keep };
}

test("the start page leads to the paragraph in the chapter read last", () => {
  const { link, progress } = start({ [PAGE]: place({ read: ["chains"] }) });
  expect(link?.getAttribute("href")).toBe("../en/01.html#pb-continue");
  expect(link?.textContent).toBe("Continue where you were Bicycles Riding");
  expect(progress).toEqual(["1 of 2 sections read", "Not started"]);
});

test("after a chapter's end the start page leads to the next one, and after the last nowhere", () => {
  const over = place({ read: ["chains", "riding"] });
  const { link } = start({ [PAGE]: over });
  expect(link?.getAttribute("href")).toBe("../en/02%20a.html");
  expect(link?.textContent).toBe("Continue with Bells");
  stop();
  expect(start({ [PAGE]: place(), "en/02 a.html": { ...over, at: "2026-03-02T00:00:00Z" } }).link).toBeNull();
  expect(document.documentElement.dataset.place).toBeUndefined();
});

test("the start page says nothing where nothing is kept, and falls silent when it is erased", () => {
  expect(start({}, false).progress).toEqual(["", ""]);
  stop();
  const { keep, link } = start({ [PAGE]: place() });
  expect(link).not.toBeNull();
  keep.erase();
  expect(document.querySelector("#pb-continue a")).toBeNull();
});
