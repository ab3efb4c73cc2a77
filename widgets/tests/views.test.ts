import { expect, test } from "vitest";
import quiz from "../src/quiz";
import type { Answer } from "../src/wire";
import { cases, stand } from "./examples";
import { button, checked, choose, cleanups, names, open, said } from "./reader";

test.each(Object.entries(cases))("answers of %s that are there already are shown", (type, { answers }) => {
  const { el: first } = open();
  const id = first.querySelector<HTMLElement>(`[data-type=${type}]`)?.dataset.question ?? "";
  for (const { answer, right } of answers) {
    const { card } = open({ answers: { [id]: { answer, is_right: right, tries: 1 } } });
    expect(said(card(id))).toMatch(right === null ? /Thank you/ : right ? /That is right/ : /Not quite|Partly right/);
    expect(card(id).querySelector<HTMLFieldSetElement>("fieldset")?.disabled).toBe(true);
  }
});

test("an answer that no longer fits its question is left aside", () => {
  const { card } = open({ answers: { "no-marker": { answer: "gone" as Answer, is_right: true, tries: 1 } } });
  expect(said(card("no-marker"))).toBe("");
  expect(names(card("no-marker"))).toContain("Check my answer");
});

test("answers set from elsewhere are shown, and taken away again", () => {
  const { card, model } = open();
  choose(card("same-place"), "true");
  model.set("answers", { "no-marker": { answer: "standard", is_right: true, tries: 1 } });
  expect(said(card("no-marker"))).toContain("That is right.");
  expect(checked(card("same-place"))).toEqual(["true"]);
  model.set("answers", {});
  expect(said(card("no-marker"))).toBe("");
});

test("two views of one quiz agree and do not share radio buttons", () => {
  const { el, model, card } = open();
  const other = document.createElement("div");
  document.body.append(other);
  cleanups.push(quiz.render({ model, el: other }));
  const groups = [el, other].map((each) => each.querySelector("input")?.name);
  expect(groups[0]).not.toBe(groups[1]);
  choose(card("no-marker"), "standard");
  button(card("no-marker"), "Check my answer").click();
  expect(said(other.querySelector("[data-question=no-marker]") as HTMLElement)).toContain("That is right.");
});

test("behaviour is added to HTML that stands there already", () => {
  const { el, model } = stand("quiz");
  el.innerHTML = String(model.get("html"));
  const standing = el.querySelector(".pb-quiz");
  cleanups.push(quiz.render({ model, el }));
  expect(el.querySelector(".pb-quiz")).toBe(standing);
});

test("cleaning up leaves nothing and listens no more", () => {
  const { el, model, cleanup } = open();
  cleanup();
  model.set("answers", { "no-marker": { answer: "standard" } });
  expect(el.childElementCount).toBe(0);
});
