import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Found } from "../src/reader/search/documents";
import { startSearch } from "../src/reader/search/search";
import type { Site } from "../src/reader/site";

const WORDS = {
  search_ignored: "the a",
  search_one: "1 result",
  search_count: "{count} results",
  search_instead: "Showing “{words}”.",
  search_none: "Nothing for “{query}”.",
  search_docs: "For educators",
};
const SITE: Site = {
  guide: "g",
  language: "en",
  kind: "search",
  page: "en/search.html",
  base: "../",
  data: { search: "assets/search-en.1.js", questions: "", aloud: "", docs: "assets/docs-en.1.js" },
  worker: null,
  sharedDevice: false,
  words: WORDS,
};
const REST = 500;

function found(id: number, kind: Found["kind"], heading: string, text: string): Found {
  return { id, kind, href: `${kind === "docs" ? "docs" : "en"}/page.html#${id}`, page: "A page", heading, text };
}

const READERS = [found(0, "section", "Genes", "A gene is a piece of DNA."), found(1, "section", "Gist", "A tumour.")];
const DOCS = [
  found(0, "docs", "Adding a gene", "Write about a gene: a gene, a gene."),
  found(1, "docs", "Questions for Moodle", "The format is called gift."),
];

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  history.replaceState(null, "", "/en/search.html");
  document.body.innerHTML = `<form class="pb-search-form"><input type="search" name="q"></form>
    <p class="pb-search-status" role="status"></p><div class="pb-search-results"></div>`;
  asked = 0;
});

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const links = () => [...document.querySelectorAll<HTMLAnchorElement>(".pb-search-results a")].map((a) => a.textContent);
const status = () => document.querySelector("[role=status]")?.textContent;
let asked = 0;
let comes: (docs: Found[] | null) => Promise<void>;
let fails: () => Promise<void>;

function start() {
  const more = () => {
    asked += 1;
    return new Promise<Found[] | null>((done, failed) => {
      comes = (docs) => {
        done(docs);
        return settled();
      };
      fails = () => {
        failed(new Error("no"));
        return settled();
      };
    });
  };
  return startSearch(document, SITE, async () => READERS, more);
}

async function settled() {
  await vi.advanceTimersByTimeAsync(REST);
}

function type(text: string) {
  const field = document.querySelector("input") as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

test("the documentation is asked for once, when somebody begins to search", async () => {
  await start();
  expect(asked).toBe(0);
  type("g");
  type("ge");
  expect(asked).toBe(1);
});

test("what is for readers comes first, whatever the documentation says of it, and all of it is counted", async () => {
  await start();
  type("gene");
  expect(links()).toEqual(["Genes"]);
  await comes(DOCS);
  expect(links()).toEqual(["Genes", "Adding a gene"]);
  expect(status()).toBe("2 results");
  expect(document.querySelector(".pb-search-results li:last-child")?.textContent).toContain("For educators · A page");
});

test("a word that only the documentation has is not taken for a word like it", async () => {
  await start();
  type("gift");
  await comes(DOCS);
  expect(links()).toEqual(["Questions for Moodle"]);
  expect(status()).toBe("1 result");
});

test("a word that nobody has leads to readers' pages with a word like it", async () => {
  await start();
  type("gnes");
  await comes(DOCS);
  expect(links()).toEqual(["Genes"]);
});

test("a misspelt word beside one that the documentation has leads to readers' pages", async () => {
  await start();
  type("gnes format");
  await comes(DOCS);
  expect(links()[0]).toBe("Genes");
});

test("without the documentation readers' pages are found all the same", async () => {
  await start();
  type("gene");
  await fails();
  expect(links()).toEqual(["Genes"]);
  type("gist");
  expect(links()).toEqual(["Gist"]);
});

test("nothing changes under somebody who is among the results", async () => {
  await start();
  type("gene");
  document.querySelector<HTMLAnchorElement>(".pb-search-results a")?.focus();
  await comes(DOCS);
  expect(links()).toEqual(["Genes"]);
  expect(document.activeElement?.textContent).toBe("Genes");
});

test("a site without documentation finds readers' pages", async () => {
  await start();
  type("gene");
  await comes(null);
  expect(links()).toEqual(["Genes"]);
});
