import { afterEach, beforeEach, expect, test } from "vitest";
import { markFound } from "../src/reader/find";
import type { Site } from "../src/reader/site";

const SITE = { words: { found: "Searched for: {words}", found_remove: "Remove marks" } } as unknown as Site;
const PAGE = `<main><article><h1 id="top">Genes</h1><p>A gene first.</p>
<section><h2 id="cells">Cells and genes</h2><p>Each <a href="#x">cell</a> has genes; the Cell divides.</p>
<details class="pb-survival"><summary>Figures</summary><p>A cell of 94.</p></details>
<div class="pb-widget"><div id="pb-q-1"><fieldset><legend>Which cell?</legend></fieldset>
<details class="pb-answers"><summary>Show</summary>This cell.</details></div></div></section>
<section><h2 id="next">Next</h2><p>Another cell.</p></section>
<dl><div id="cell"><dt>Cell</dt><dd>The smallest cell.</dd></div></dl></article></main>`;

beforeEach(() => {
  document.body.innerHTML = PAGE;
});

afterEach(() => {
  document.body.replaceChildren();
  history.replaceState(null, "", "/");
});

function arrive(address: string) {
  history.replaceState(null, "", address);
  markFound(document, SITE);
}

const marks = () => [...document.querySelectorAll("mark")].map((each) => each.textContent);
const line = () => document.querySelector(".pb-marked");

test("the words are marked from the heading to the next, and not in figures, questions or answers", () => {
  arrive("/en/a.html?find=cell+cells#cells");
  expect(marks()).toEqual(["Cells", "cell", "Cell"]);
  expect(line()?.querySelector("span")?.textContent).toBe("Searched for: Cells, cell");
});

test("the first heading's words end at the next heading", () => {
  arrive("/en/a.html?find=gene+genes#top");
  expect(marks()).toEqual(["Genes", "gene"]);
  expect(document.querySelector("h1 + p")?.textContent).toBe("A gene first.");
});

test("in a question and in a term only their own words are marked", () => {
  arrive("/en/a.html?find=cell#pb-q-1");
  expect(marks()).toEqual(["cell"]);
  document.body.innerHTML = PAGE;
  arrive("/en/a.html?find=cell#cell");
  expect(marks()).toEqual(["Cell", "cell"]);
});

test("the button takes the marks away, leaves the text as it was and the focus at the heading", () => {
  const before = document.querySelector("section")?.innerHTML;
  arrive("/en/a.html?find=cell&x=1#cells");
  line()?.querySelector("button")?.click();
  expect(marks()).toEqual([]);
  document.querySelector("h2")?.removeAttribute("tabindex");
  expect(document.querySelector("section")?.innerHTML).toBe(before);
  expect(document.activeElement).toBe(document.getElementById("cells"));
  expect(location.pathname + location.search + location.hash).toBe("/en/a.html?x=1#cells");
  expect(document.documentElement.dataset.marked).toBeUndefined();
});

test.each([
  "/en/a.html#cells",
  "/en/a.html?find=#cells",
  "/en/a.html?find=cell",
  "/en/a.html?find=zebra#cells",
  "/en/a.html?find=cell#gone",
])("%s marks nothing", (address) => {
  arrive(address);
  expect(marks()).toEqual([]);
  expect(line()).toBeNull();
});
