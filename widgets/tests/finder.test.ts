import { expect, test } from "vitest";
import type { Found } from "../src/reader/search/documents";
import { makeFinder } from "../src/reader/search/finder";
import { snippet } from "../src/reader/search/snippet";
import { formsIn, partsOf } from "../src/reader/search/words";

const IGNORED = "what does mean is a the of";

function document(id: number, heading: string, text: string, more: Partial<Found> = {}): Found {
  return { id, kind: "section", href: `en/page.html#place-${id}`, page: "A page", heading, text, ...more };
}

const DOCUMENTS = [
  document(0, "Targeted therapy", "A medicine that acts on a mark.", { kind: "term" }),
  document(1, "Chemotherapy", "Medicines that kill cells.", { kind: "term", aliases: ["chemo"] }),
  document(2, "Less chemotherapy", "Some people can leave chemotherapy out. It has costs."),
  document(3, "HER2 in the breast", "The HER-2 test is a stain. Naïve café."),
  document(4, "Tumour", "A lump.", { kind: "term", aliases: ["tumor"] }),
  document(5, "A growth", "The tumour is measured. One family, many therapies."),
  document(6, "Chemotherapy or not?", "Yes · No", { kind: "question" }),
  document(7, "Care", "It helps.", { closed: ["how many people survived"] }),
  document(8, "Immune-related side effect", "Harm by the defence.", { kind: "term" }),
];
const find = makeFinder(DOCUMENTS, IGNORED);
const found = (query: string) => find(query).hits.map((hit) => hit.document.id);
const term = (query: string) => find(query).term?.document.heading;

test("a word of the glossary that is asked about stands apart, and the sections follow before the questions", () => {
  expect(term("what does chemotherapy mean")).toBe("Chemotherapy");
  expect(found("chemotherapy")).toEqual([2, 6]);
});

test("a term is answered first only where its name begins with what is asked", () => {
  expect(term("targeted")).toBe("Targeted therapy");
  expect(term("side effect")).toBeUndefined();
  expect(found("side effect")).toContain(8);
});

test("the beginning of a word is enough", () => {
  expect(found("chem")).toContain(2);
});

test.each(["chemoterapy", "chemotherpay", "kemotherapy"])("%s is taken for chemotherapy, and says so", (query) => {
  expect(find(query).instead).toBe("chemotherapy");
  expect(found(query)).toContain(2);
});

test("nothing is close to a word of three letters", () => {
  expect(find("hex").hits).toEqual([]);
  expect(find("hex").term).toBeNull();
});

test.each(["her2", "HER-2", "her 2", "Her2"])("%s finds what is written in either way", (query) => {
  expect(found(query)).toEqual([3]);
  expect([...(find(query).hits[0]?.forms ?? [])]).toEqual(["her2"]);
});

test("accents make no difference", () => {
  expect(found("naive cafe")).toEqual([3]);
  expect(found("Naïve")).toEqual([3]);
});

test("another name of a term finds the places that use the first", () => {
  expect(term("tumor")).toBe("Tumour");
  expect(found("tumor")).toEqual([5]);
});

test("one and many are the same word", () => {
  expect(found("cost")).toEqual([2]);
  expect(found("families")).toEqual([5]);
  expect(found("therapy")).toContain(5);
});

test("a word on its way from one to many, or from another language, is the same word", () => {
  const documents = [
    document(0, "Biopsy", "A piece of tissue.", { kind: "term" }),
    document(1, "How often", "Biopsies."),
  ];
  const { term, hits, instead } = makeFinder(documents, IGNORED)("biopsie");
  expect([term?.document.heading, hits.map((hit) => hit.document.id), instead]).toEqual(["Biopsy", [1], ""]);
});

test("what has all words comes before what has some", () => {
  expect(found("chemotherapy costs")[0]).toBe(2);
  expect(found("stain lump")).toContain(3);
});

test("what stands closed leads to its section", () => {
  expect(found("survived")).toEqual([7]);
});

test("where nothing is found a word is offered that begins alike", () => {
  expect(find("chemoterpyy")).toMatchObject({ hits: [], term: null, suggestion: "chemotherapy" });
  expect(find("hhemothrpyy").suggestion).toBe("");
});

test.each(["", "what is", "  ", "?!"])("%j finds nothing and offers nothing", (query) => {
  expect(find(query)).toEqual({ term: null, hits: [], instead: "", suggestion: "" });
});

test("a compound counts as its parts and as one", () => {
  expect(formsIn("The T-cell’s PD-L1, don't")).toEqual(["the", "t", "cell", "tcell", "pd", "l1", "pdl1", "dont"]);
});

test("the found words of a text are cut out as they are written", () => {
  expect(partsOf("A HER-2 test", new Set(["her2"]))).toEqual([
    { text: "A ", isFound: false },
    { text: "HER-2", isFound: true },
    { text: " test", isFound: false },
  ]);
});

test("a piece of a long text starts with the sentence where the most different words are", () => {
  const long = `${"Something else stands here. ".repeat(20)}Waiting for a result is hard. ${"And so on. ".repeat(30)}`;
  const piece = snippet(long, new Set(["waiting", "result", "else"]));
  expect(piece).toMatch(/^… /);
  expect(piece).toContain("Waiting for a result is hard.");
  expect(piece).toMatch(/ …$/);
  expect(piece.length).toBeLessThan(260);
  expect(snippet("Short.", new Set(["none"]))).toBe("Short.");
});
