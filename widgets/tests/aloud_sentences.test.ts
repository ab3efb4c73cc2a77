import { afterEach, expect, test, vi } from "vitest";
import { sentencesIn } from "../src/reader/aloud/passages";
import { sentencesOf } from "../src/reader/aloud/sentences";

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

const cut = (text: string) => sentencesOf(text, "en").map(({ start, end }) => text.slice(start, end));

const CASES: [string, string[]][] = [
  ["One. Two? Three!", ["One.", "Two?", "Three!"]],
  ["Dr. Lee and Prof. Day know it. So do you.", ["Dr. Lee and Prof. Day know it.", "So do you."]],
  ["Ask for scans, e.g. CT or MRI. Then wait.", ["Ask for scans, e.g. CT or MRI.", "Then wait."]],
  ["It was 0.5 in 2 of 10. Now it is 1.5.", ["It was 0.5 in 2 of 10.", "Now it is 1.5."]],
  ["See No. 5 there. Is it right? No. We asked.", ["See No. 5 there.", "Is it right?", "No.", "We asked."]],
  ['He asked: "Is it?" Then he left.', ['He asked: "Is it?"', "Then he left."]],
  ["The plan goes to person A. The other goes to B.", ["The plan goes to person A.", "The other goes to B."]],
  ["\n  Only this \n", ["Only this"]],
  ["…", []],
];

test.each(CASES)("%j is cut where its sentences end", (text, sentences) => {
  expect(cut(text)).toEqual(sentences);
});

test.each(CASES)("%j is cut in the same places by browsers that know no sentences", (text, sentences) => {
  vi.stubGlobal("Intl", { ...Intl, Segmenter: undefined });
  expect(cut(text)).toEqual(sentences);
});

test("a sentence that takes too long for one breath is cut at its marks, and nothing of it is lost", () => {
  const long = `${"A part of some forty letters, it is said; ".repeat(9)}and the end.`;
  const parts = cut(long);
  expect(parts.length).toBeGreaterThan(1);
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(200);
  expect(parts.slice(0, -1).every((part) => part.endsWith(";"))).toBe(true);
  expect(parts.join(" ")).toBe(long);
  expect(cut("x".repeat(450)).join("")).toBe("x".repeat(450));
});

function read(html: string): string[] {
  document.body.innerHTML = `<article>${html}</article>`;
  const article = document.querySelector("article") as Element;
  return sentencesIn(article, "en", (shown) => `Picture: ${shown}`).map(({ words }) => words);
}

test("headings, paragraphs, lists and boxes are read in their order, and words that are explained as they stand", () => {
  const html = `<h1>Genes</h1><p>A <a class="pb-term" href="#g">gene</a>
    is <em>small</em>. Cells have many.</p><ul><li>one<ul><li>within</li></ul></li><li><p>two</p></li></ul>
    <blockquote><p>Good to know</p></blockquote><div class="box"><h2>Key points</h2><p>Last.</p></div>`;
  const words = ["Genes", "A gene is small.", "Cells have many.", "one", "within", "two", "Good to know", "Key points"];
  expect(read(html)).toEqual([...words, "Last."]);
});

test("a picture is read by what it shows, and by its caption", () => {
  const html = `<figure><svg role="img" aria-label="Two cells. One is blue."><text>Label</text></svg>
    <figcaption><b>Picture 1.</b> Cells differ.</figcaption></figure><img alt=""><img alt="A leaf">`;
  const words = ["Picture: Two cells.", "One is blue.", "Picture 1.", "Cells differ.", "Picture: A leaf"];
  expect(read(html)).toEqual(words);
});

test("numbers of sources, the list of sources and what script has put there are left out", () => {
  const html = `<div class="pb-head">Chapter 1<button>Read aloud</button></div><p>It works.<span
    class="pb-cites">[<a class="pb-cite">1</a>]</span> Often.</p><section class="pb-sources"><h2>Sources</h2></section>
    <li>Which test?<button>Add to my list</button></li><div class="pb-note">A note</div><nav>Contents</nav>`;
  expect(read(html)).toEqual(["It works.", "Often.", "Which test?"]);
});

test("a question is read with what can be chosen, and nothing that answers it", () => {
  const html = `<div class="pb-question"><fieldset class="pb-ask"><legend><span class="pb-position">1 of 2</span>
    <span class="pb-stem">Which cell?</span></legend><p class="pb-how">Choose one.</p>
    <label class="pb-option"><input type="radio"><span class="pb-text">The blue one</span></label>
    <label class="pb-pair"><span class="pb-text">Blue</span><select><option>a sky</option></select></label>
    <ul class="pb-on-paper pb-matches"><li>a sky</li></ul></fieldset><div class="pb-verdict">Not quite.</div>
    <div class="pb-actions"><button>Check</button></div>
    <details class="pb-answers"><summary>Show answers</summary>The blue one.</details></div>`;
  expect(read(html)).toEqual(["1 of 2", "Which cell?", "The blue one", "Blue", "a sky"]);
});

test("figures about survival are read only where they have been opened", () => {
  const closed = `<details class="pb-survival"><summary>Figures</summary><p>94 of 100.</p></details>`;
  expect(read(closed)).toEqual(["Figures"]);
  expect(read(closed.replace("<details", "<details open"))).toEqual(["Figures", "94 of 100."]);
});

test("a sentence knows its place in the text, and that it has gone from it", () => {
  document.body.innerHTML = `<article><p>First. The <b>second</b> one. Third.</p></article>`;
  const article = document.querySelector("article") as Element;
  const sentences = sentencesIn(article, "en", String);
  expect(sentences.map((sentence) => sentence.range()?.toString())).toEqual(["First.", "The second one.", "Third."]);
  article.replaceChildren();
  expect(sentences.map((sentence) => sentence.range())).toEqual([null, null, null]);
});
