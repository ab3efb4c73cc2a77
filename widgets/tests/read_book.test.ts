import { expect, test } from "vitest";
import { type Book, joined } from "../src/reader/keep/book";
import { bookFrom, readBook, textOf } from "../src/reader/keep/read";
import { answer, bookWith, NOON } from "./device";

const place = {
  chapter: "Bicycles",
  heading: "wheels",
  title: "Wheels",
  block: 2,
  words: "Look where you",
  read: ["wheels"],
  sections: 4,
  at: NOON,
};
const asked = { id: "1", text: "Is my chain clean?", from: { page: "en/01.html", heading: "chains" } };
const note = { id: "1", page: "en/01.html", heading: "chains", title: "Chains", text: "Oil!", at: NOON };
const whole = bookWith({
  answers: { "0f": answer({ first: { is_right: true, confidence: null }, again: 2 }) },
  places: { "en/01.html": place },
  list: [asked, { ...asked, id: "2", from: null }],
  notes: [note],
  settings: { theme: "dark", speed: 1.2 },
  plan: { from: "2026-03-01" },
});

const read = (value: unknown) => readBook(JSON.stringify(value), "bicycles");

test("a book comes back as it was written", () => {
  expect(bookFrom(textOf(whole), "bicycles")).toEqual(whole);
});

test("what a later version put there beside is kept", () => {
  const later = { ...whole, voices: ["calm"], notes: [{ ...note, colour: "red" }] };
  expect(read(later)).toEqual({ kind: "sound", book: later });
});

test("what is not there is nothing lost", () => {
  expect(read({ version: 1, guide: "bicycles" })).toEqual({ kind: "sound", book: bookWith() });
});

test.each(["", "{", "null", "[]", "1", '"book"', "{}", '{"version":"1"}', '{"version":0}', '{"version":1.5}'])(
  "%j is no book",
  (text) => {
    expect(bookFrom(text, "bicycles")).toBe("damaged");
    expect(readBook(text, "bicycles").book).toEqual(bookWith());
  },
);

test.each([
  ["answers that are a list", { answers: [] }, { answers: {} }],
  [
    "an answer without a time",
    { answers: { a: { ...answer(), at: "soon" }, b: answer() } },
    { answers: { b: answer() } },
  ],
  ["a first answer that is none", { answers: { a: { ...answer(), first: null } } }, { answers: {} }],
  ["an answer given again half a time", { answers: { a: { ...answer(), again: 0.5 } } }, { answers: {} }],
  ["an answer given as a word", { answers: { a: answer({ given: "true" }) } }, { answers: {} }],
  ["an answer on a page elsewhere", { answers: { a: answer({ page: "javascript:alert(1)" }) } }, { answers: {} }],
  ["a place before the first", { places: { "en/01.html": { ...place, block: -1 } } }, { places: {} }],
  [
    "a place on another host",
    { places: { "//example.org/": place, "en/01.html": place } },
    { places: { "en/01.html": place } },
  ],
  ["a place above the guide", { places: { "../../x.html": place } }, { places: {} }],
  ["a list that is none", { list: { 0: asked } }, { list: [] }],
  ["a question without words", { list: [{ id: "1", from: null }, asked] }, { list: [asked] }],
  ["a question from nowhere", { list: [{ ...asked, from: { page: "/etc", heading: "" } }] }, { list: [] }],
  ["a note without a title", { notes: [{ ...note, title: 3 }, null, note] }, { notes: [note] }],
  ["a setting that is none", { settings: { theme: {}, size: "large" } }, { settings: { size: "large" } }],
  ["a plan without a day", { plan: { from: "" } }, { plan: null }],
])("%s is lost, and the rest is not", (_, damage, kept) => {
  expect(read({ ...whole, ...damage })).toEqual({ kind: "damaged", book: { ...whole, ...kept } });
});

test("a book of another guide, or of a newer version, is known for what it is", () => {
  expect(bookFrom(textOf(whole), "boats")).toBe("another-guide");
  expect(bookFrom(textOf({ ...whole, version: 2 }), "bicycles")).toBe("newer");
  expect(bookFrom(textOf({ ...whole, guide: undefined }), "bicycles")).toBe("damaged");
});

test("names that mean something to a browser mean nothing here", () => {
  const { book } = readBook('{"version":1,"guide":"bicycles","settings":{"__proto__":"x"}}', "bicycles");
  expect(Object.getPrototypeOf(book.settings)).toBe(Object.prototype);
});

test("of two books, the later answer and both lists are kept", () => {
  const later = answer({ at: "2026-03-02T12:00:00.000Z", given: null });
  const one = bookWith({ answers: { a: later, b: answer() }, list: [asked], settings: { theme: "dark" } }) as Book;
  const other = bookWith({
    answers: { a: answer(), c: later },
    list: [
      { ...asked, text: "New" },
      { ...asked, id: "3" },
    ],
  });
  const both = joined(one, other as Book);
  expect(both.answers).toEqual({ a: later, b: answer(), c: later });
  expect(both.list).toEqual([
    { ...asked, text: "New" },
    { ...asked, id: "3" },
  ]);
  expect(both.settings).toEqual({ theme: "dark" });
});
