import { expect, test } from "vitest";
import { merged } from "../src/reader/my/merge";
import { answer, bookWith, NOON } from "./device";

const LATER = "2026-03-02T12:00:00.000Z";
const note = (id: string, text: string, at: string) => ({ id, page: "en/01.html", heading: id, title: id, text, at });
const asked = (id: string, text = id) => ({ id, text, from: null });

test("of two answers to one question the newer counts, whichever side it comes from", () => {
  const here = bookWith({ answers: { a: answer({ at: LATER, question: "here" }), b: answer({ question: "here" }) } });
  const brought = bookWith({
    answers: { a: answer({ question: "file" }), b: answer({ at: LATER, question: "file" }), c: answer() },
  });
  const { answers } = merged(here, brought);
  expect([answers.a?.question, answers.b?.question]).toEqual(["here", "file"]);
  expect(Object.keys(answers)).toEqual(["a", "b", "c"]);
});

test("of two notes on one section the newer counts", () => {
  const here = bookWith({ notes: [note("x", "here", LATER), note("y", "here", NOON)] });
  const brought = bookWith({ notes: [note("x", "file", NOON), note("y", "file", LATER), note("z", "file", NOON)] });
  expect(merged(here, brought).notes.map(({ text }) => text)).toEqual(["here", "file", "file"]);
});

test("questions are the same by their id; what is here keeps its words and its place", () => {
  const here = bookWith({ list: [asked("b"), asked("a", "My words")] });
  const brought = bookWith({ list: [asked("a"), asked("c")] });
  expect(merged(here, brought).list).toEqual([asked("b"), asked("a", "My words"), asked("c")]);
});

test("settings and the plan of this device stay, and are brought where there are none", () => {
  const here = bookWith({ settings: { theme: "dark" }, plan: { from: "2026-03-01" } });
  const brought = bookWith({ settings: { theme: "light", size: "large" }, plan: { from: "2026-01-01" } });
  expect(merged(here, brought)).toMatchObject({
    settings: { theme: "dark", size: "large" },
    plan: { from: "2026-03-01" },
  });
  expect(merged(bookWith(), brought).plan).toEqual({ from: "2026-01-01" });
});

test("a file added twice changes nothing more", () => {
  const brought = bookWith({ answers: { a: answer() }, list: [asked("a")], notes: [note("x", "file", NOON)] });
  const once = merged(bookWith(), brought);
  expect(merged(once, brought)).toEqual(once);
});
