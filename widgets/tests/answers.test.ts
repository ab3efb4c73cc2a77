import { expect, test } from "vitest";
import { joinAnswers } from "../src/reader/answers";
import { questionsFromWire } from "../src/wire";
import { answer, Device, NOON } from "./device";
import { stand } from "./examples";
import { button, checked, choose, open, said } from "./reader";

const [single, several] = questionsFromWire(stand("quiz").model.get("questions"));
if (!single || !several) throw new Error("state.json has no two questions");
const GIVEN = { answer: "test-wrong", is_right: false, tries: 1, confidence: null, revealed: false };
const keyed = (key: string, given: unknown) => ({ answers: { [key]: answer({ page: "en/01.html", given }) } });

test("an answer is kept under its question's key, with where and when it was given", () => {
  const { keep } = new Device().tab();
  const { model, card } = open();
  joinAnswers(model, keep, "en/01.html", () => new Date(NOON));
  choose(card(single.id), "test-wrong");
  button(card(single.id), "Check my answer").click();
  expect(Object.keys(keep.book().answers)).toEqual([single.key]);
  expect(keep.book().answers).toMatchObject({
    [single.key]: { page: "en/01.html", question: single.id, given: GIVEN, at: NOON },
  });
});

test("kept answers come back in the quiz, with the score", () => {
  const { keep } = new Device().tab();
  keep.change((book) => ({ ...book, ...keyed(single.key, GIVEN) }));
  const { model, card } = open();
  joinAnswers(model, keep, "en/01.html");
  expect(said(card(single.id))).toContain("Not quite");
  expect(checked(card(single.id))).toEqual(["test-wrong"]);
  expect(model.get("score")).toMatchObject({ right: 0, answered: 1 });
});

test("an answer under another key is never shown, whatever the question's id", () => {
  const { keep } = new Device().tab();
  keep.change((book) => ({ ...book, ...keyed(several.key.replace(/./g, "0"), { ...GIVEN, question: single.id }) }));
  const { model } = open();
  joinAnswers(model, keep, "en/01.html");
  expect(model.get("answers")).toEqual({});
});

test("an answer from another tab is shown here, and one that was erased goes", () => {
  const device = new Device();
  const [here, there] = [device.tab(), device.tab()];
  here.keep.agree();
  const { model, card } = open();
  joinAnswers(model, here.keep, "en/01.html");
  there.keep.change((book) => ({ ...book, ...keyed(single.key, GIVEN) }));
  expect(said(card(single.id))).toContain("Not quite");
  there.keep.erase();
  expect(said(card(single.id))).toBe("");
  expect(model.get("score")).toMatchObject({ answered: 0 });
});

test("what comes from the book is not written back, and a change of something else is no news", () => {
  const { keep } = new Device().tab();
  const { model } = open();
  joinAnswers(model, keep, "en/01.html");
  let told = 0;
  model.on("change:answers", () => {
    told += 1;
  });
  let changes = 0;
  keep.watch(() => {
    changes += 1;
  });
  keep.change((book) => ({ ...book, settings: { theme: "dark" } }));
  expect([told, changes]).toEqual([0, 1]);
  keep.change((book) => ({ ...book, ...keyed(single.key, GIVEN) }));
  expect([told, changes]).toEqual([1, 2]);
});

test.each([
  ["no record", "test-wrong"],
  ["a number", 3],
  ["an answer that is none of the options", { ...GIVEN, answer: "gone" }],
  ["an answer of another type", { ...GIVEN, answer: { a: "b" } }],
  ["tries that are words", { ...GIVEN, answer: null, tries: "many", is_right: "yes", revealed: 1, confidence: {} }],
])("a kept answer that is %s leaves the question open", (_, given) => {
  const { keep } = new Device().tab();
  keep.change((book) => ({ ...book, ...keyed(single.key, given) }));
  const { model, card } = open();
  joinAnswers(model, keep, "en/01.html");
  expect(said(card(single.id))).toBe("");
  choose(card(single.id), "standard");
  button(card(single.id), "Check my answer").click();
  expect(keep.book().answers[single.key]?.given).toMatchObject({ answer: "standard", is_right: true });
});
