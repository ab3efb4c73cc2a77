import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Found } from "../src/reader/search/documents";
import { startSearch } from "../src/reader/search/search";
import type { Site } from "../src/reader/site";

const SITE: Site = {
  guide: "g",
  language: "en",
  kind: "search",
  page: "en/search.html",
  base: "../",
  data: { search: "assets/search-en.1.js", questions: "", aloud: "" },
  worker: null,
  sharedDevice: false,
  words: {
    search_ignored: "the a",
    search_one: "1 result",
    search_count: "{count} results",
    search_instead: "Showing “{words}”.",
    search_none: "Nothing for “{query}”.",
    search_chapter: "Chapter {number}",
    search_question: "Check yourself",
    search_failed: "Search could not be loaded.",
  },
};
const DOCUMENTS: Found[] = Array.from({ length: 14 }, (_, id) => ({
  id,
  kind: id === 13 ? "question" : "section",
  href: `en/0${id}.html#gene-${id}`,
  page: "All about genes",
  number: 3,
  heading: id === 0 ? "Genes & <b>cells</b>" : `Part ${id} about a gene`,
  text: "A gene is a piece of DNA.",
}));
const REST = 500;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  history.replaceState(null, "", "/en/search.html");
  document.body.innerHTML = `<form class="pb-search-form"><input type="search" name="q"></form>
    <p class="pb-search-status" role="status"></p><div class="pb-search-results"></div>`;
});

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const field = () => document.querySelector("input") as HTMLInputElement;
const status = () => document.querySelector("[role=status]")?.textContent;
const links = () => [...document.querySelectorAll<HTMLAnchorElement>(".pb-search-results a")];
const start = () => startSearch(document, SITE, async () => DOCUMENTS);

function type(text: string) {
  field().value = text;
  field().dispatchEvent(new Event("input", { bubbles: true }));
}

function press(key: string) {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
  document.activeElement?.dispatchEvent(event);
}

test("results stand there with the key; their number is said when typing rests", async () => {
  await start();
  type("gen");
  expect(links()).toHaveLength(10);
  expect(status()).toBe("");
  vi.advanceTimersByTime(REST / 2);
  type("gene");
  vi.advanceTimersByTime(REST / 2);
  expect(status()).toBe("");
  vi.advanceTimersByTime(REST / 2);
  expect(status()).toBe("14 results");
  expect(location.search).toBe("?q=gene");
});

test("a result says where it stands and what was found, and hides no mark-up in its words", async () => {
  await start();
  type("cells");
  const [link] = links();
  expect(link?.textContent).toBe("Genes & <b>cells</b>");
  expect(link?.getAttribute("href")).toBe("../en/00.html?find=cells#gene-0");
  expect(link?.closest("li")?.querySelector(".pb-search-where")?.textContent).toBe("Chapter 3 · All about genes");
  expect([...document.querySelectorAll("mark")].map((each) => each.textContent)).toEqual(["cells"]);
});

test("the button shows the next ten and goes when there are no more", async () => {
  await start();
  type("gene");
  const more = document.querySelector<HTMLButtonElement>(".pb-search-more");
  more?.click();
  expect(links()).toHaveLength(14);
  expect(document.activeElement).toBe(links()[10]);
  expect(document.querySelector(".pb-search-more")).toBeNull();
});

test("the query in the address is looked for at once", async () => {
  history.replaceState(null, "", "/en/search.html?q=cells");
  await start();
  expect(field().value).toBe("cells");
  expect(links()).toHaveLength(1);
  expect(status()).toBe("1 result");
});

test("an emptied field empties the results and the address", async () => {
  history.replaceState(null, "", "/en/search.html?q=cells");
  await start();
  type(" ");
  vi.advanceTimersByTime(REST);
  expect(links()).toEqual([]);
  expect([status(), location.search]).toEqual(["", ""]);
});

test("Enter and the arrows lead to the results and back", async () => {
  await start();
  type("gene");
  field().form?.requestSubmit();
  expect(document.activeElement).toBe(links()[0]);
  press("ArrowDown");
  expect(document.activeElement).toBe(links()[1]);
  press("ArrowUp");
  press("ArrowUp");
  expect(document.activeElement).toBe(field());
  press("ArrowUp");
  expect(document.activeElement).toBe(field());
});

test("Enter before the data are there leads to the results when they come", async () => {
  history.replaceState(null, "", "/en/search.html?q=gene");
  let bring: (documents: Found[]) => void = () => undefined;
  const coming = new Promise<Found[]>((done) => {
    bring = done;
  });
  const started = startSearch(document, SITE, () => coming);
  field().form?.requestSubmit();
  expect(document.activeElement).not.toBe(links()[0]);
  bring(DOCUMENTS);
  await started;
  expect(document.activeElement).toBe(links()[0]);
});

test("what was taken for a misspelt word is said, and a suggestion can be taken", async () => {
  await start();
  type("cellz");
  vi.advanceTimersByTime(REST);
  expect(status()).toBe("Showing “cells”. 1 result");
  type("cellzy");
  vi.advanceTimersByTime(REST);
  expect(status()).toBe("Nothing for “cellzy”.");
  document.querySelector<HTMLButtonElement>("[data-suggestion]")?.click();
  expect([field().value, document.activeElement, status()]).toEqual(["cells", field(), "1 result"]);
});

test("data that cannot be had are said, and nothing else breaks", async () => {
  await startSearch(document, SITE, () => Promise.reject(new Error("gone")));
  expect(status()).toBe("Search could not be loaded.");
});
