import { describe, expect, test } from "vitest";
import { QUESTION_TYPES, typeOf } from "../src/questions/registry";
import { cases, questionOf } from "./examples";

test("the browser knows the same question types as the cases", () => {
  expect(Object.keys(QUESTION_TYPES).sort()).toEqual(Object.keys(cases).sort());
});

describe.each(Object.entries(cases))("%s", (name, { answers, none, right_answer }) => {
  const question = questionOf(name);
  const type = typeOf(question);

  test.each(answers)("judges %j", ({ answer, right, partly, kept, told }) => {
    const verdict = type.judge(question, answer);
    expect(type.accepts(question, answer)).toBe(true);
    expect(verdict.isRight).toBe(right);
    expect(verdict.isPartly).toBe(partly ?? false);
    expect(Object.fromEntries(verdict.notes.map((note) => [note.part, note.isRight]))).toEqual(told);
    if (kept !== undefined) expect(type.keepRight(question, answer)).toEqual(kept);
  });

  test.each(none.map((answer) => ({ answer })))("does not take $answer for an answer", ({ answer }) => {
    expect(type.accepts(question, answer)).toBe(false);
  });

  test("knows the right answer and explains every one", () => {
    expect(type.rightAnswer(question)).toEqual(right_answer);
    if (right_answer !== null) expect(type.judge(question, right_answer).isRight).toBe(true);
    const notes = type.explainAll(question);
    expect(notes.length).toBeGreaterThan(0);
    expect(notes.every((note) => note.why)).toBe(true);
  });
});
