import { expect, test, vi } from "vitest";
import { cleanups, observed, one, open, pointer, popups, press, start, titles } from "./terms";

test.each([
  "08-glossary.md#biomarker",
  "08-glossary.ipynb#biomarker",
  "08-glossary.html#biomarker",
  "../en/08-glossary.html#biomarker",
  "/files/content/en/08-glossary.md?_xsrf=2%7C1a#biomarker",
  "/voila/files/notebooks/en/08-glossary.ipynb#biomarker",
  "https://guide.example/en/08-glossary/#biomarker",
  "08%2Dglossary.md#biomarker",
])("%s is a term", (address) => {
  const link = one(address);
  expect(link.className).toBe("pb-term");
  expect(link.getAttribute("role")).toBe("button");
  expect(link.getAttribute("aria-expanded")).toBe("false");
});

test.each([
  "08-glossary.md",
  "08-glossary.md#unknown",
  "08-glossary.md#constructor",
  "07-living.md#biomarker",
  "#biomarker",
  "08-glossary.md#%E0%A4%A",
])("%s is an ordinary link", (address) => {
  const link = one(address);
  expect(link.hasAttribute("role")).toBe(false);
  press(link);
  expect(popups()).toHaveLength(0);
});

test("links that come later, or are readdressed, become words too", async () => {
  start();
  const cell = document.createElement("div");
  cell.innerHTML = '<p><a href="08-glossary.md#gene">gene</a> <a href="elsewhere.md">b</a></p>';
  document.body.append(cell);
  await observed();
  const [gene, other] = cell.querySelectorAll("a") as unknown as [HTMLElement, HTMLElement];
  expect(gene.className).toBe("pb-term");
  other.setAttribute("href", "/files/08-glossary.md?_xsrf=1#biomarker");
  await observed();
  expect(other.className).toBe("pb-term");
});

test("a word that is rendered anew takes its pop-up with it", async () => {
  press(one());
  const cell = document.querySelector("p") as HTMLElement;
  const popup = popups()[0] as HTMLElement;
  document.body.append(popup);
  cell.remove();
  await observed();
  expect(popup.isConnected).toBe(false);
});

test("several glossaries on one page open one pop-up, each for its own terms", () => {
  const [biomarker, dna] = open("08-glossary.md#biomarker", "08-glossary.md#dna") as unknown as [
    HTMLElement,
    HTMLElement,
  ];
  const more = { dna: { term: "DNA", meaning: "The plan in every cell.", more: "", href: "" } };
  start();
  const third = start({ terms: more });
  press(biomarker);
  expect(titles()).toEqual(["Biomarker"]);
  press(dna);
  expect(titles()).toEqual(["DNA"]);
  third.cleanup();
  expect(popups()).toHaveLength(0);
  expect(dna.hasAttribute("role")).toBe(false);
  press(biomarker);
  expect(titles()).toEqual(["Biomarker"]);
});

test("new terms from Python are words at once", () => {
  const link = one("08-glossary.md#rna");
  const { model } = start();
  model.set("terms", { rna: { term: "RNA", meaning: "A copy of a gene.", more: "", href: "" } });
  press(link);
  expect(titles()).toEqual(["RNA"]);
});

test("cleaning up leaves the page as it was", () => {
  const link = one();
  press(link);
  for (const cleanup of cleanups.splice(0)) cleanup();
  expect(popups()).toHaveLength(0);
  expect([...link.attributes].map((attribute) => attribute.name).filter((name) => name !== "class")).toEqual(["href"]);
  press(link);
  pointer("pointerover", link);
  vi.advanceTimersByTime(1000);
  expect(popups()).toHaveLength(0);
});
