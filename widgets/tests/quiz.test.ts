import { expect, test } from "vitest";
import quiz from "../src/quiz";
import { cases } from "./examples";
import { button, checked, choose, match, names, open, said } from "./reader";

test("the answers for a page without script give way to buttons", () => {
  const { card } = open();
  const single = card("no-marker");
  expect(single.querySelector<HTMLDetailsElement>(".pb-answers")?.hidden).toBe(true);
  expect(names(single)).toEqual(["Check my answer", "Give me a hint", "Show me the answer"]);
});

test("what a browser brings back of before a reload is taken away: nobody has answered yet", () => {
  const { el, card, model, cleanup } = open();
  const html = model.get("html") as string;
  cleanup();
  el.innerHTML = html;
  for (const input of el.querySelectorAll<HTMLInputElement>("[type=radio], [type=checkbox]")) input.checked = true;
  expect(el.querySelectorAll("input:checked").length).toBeGreaterThan(5);
  quiz.render({ model, el });
  expect(el.querySelectorAll("input:checked")).toHaveLength(0);
  expect(names(card("no-marker"))).toContain("Check my answer");
});

test("an incomplete answer gets a kind word and no verdict", () => {
  const { card, model, saves } = open();
  for (const id of ["no-marker", "what-can-be-tested", "who-does-what", "way-of-a-sample", "how-many"]) {
    button(card(id), "Check my answer").click();
    expect(said(card(id))).toMatch(/There is no hurry/);
  }
  expect(model.get("answers")).toEqual({});
  expect(saves()).toBe(0);
});

test("a wrong answer is explained, leads to what explains it, and is kept on the model", () => {
  const { card, model, saves } = open();
  const single = card("no-marker");
  choose(single, "test-wrong");
  button(single, "Check my answer").click();
  expect(said(single)).toContain("Not quite. Have another look.");
  expect(said(single)).toContain("Most tests work well.");
  expect([...single.querySelectorAll(".pb-help a")].map((link) => link.textContent)).toEqual([
    "Read this part again: The idea in one minute",
    "Biomarker",
  ]);
  expect(single.querySelector("[data-part=test-wrong] .pb-mark")?.textContent).toBe("Not right");
  expect(single.querySelectorAll(".pb-mark")).toHaveLength(1);
  expect(model.get("answers")).toEqual({
    "no-marker": { answer: "test-wrong", is_right: false, tries: 1, confidence: null, revealed: false, hints: 0 },
  });
  expect(model.get("score")).toEqual({ right: 0, answered: 1, questions: 6 });
  expect(saves()).toBe(1);
});

test("a judged answer can be changed only after trying again", () => {
  const { card, model } = open();
  const single = card("no-marker");
  choose(single, "test-wrong");
  button(single, "Check my answer").click();
  expect(single.querySelector<HTMLFieldSetElement>(".pb-ask")?.disabled).toBe(true);
  expect(document.activeElement).toBe(button(single, "Try again"));
  button(single, "Try again").click();
  expect(single.querySelector<HTMLFieldSetElement>(".pb-ask")?.disabled).toBe(false);
  expect(checked(single)).toEqual([]);
  expect(said(single)).toBe("");
  choose(single, "standard");
  button(single, "Check my answer").click();
  expect(said(single)).toContain("That is right.");
  expect(single.querySelector(".pb-help")?.children).toHaveLength(0);
  expect(model.get("answers")).toMatchObject({ "no-marker": { is_right: true, tries: 2 } });
  expect(model.get("score")).toMatchObject({ right: 1, answered: 1 });
});

test("the second press of a double press does nothing", () => {
  const { card } = open();
  const single = card("no-marker");
  choose(single, "test-wrong");
  button(single, "Check my answer").click();
  button(single, "Try again").dispatchEvent(new MouseEvent("click", { detail: 2, bubbles: true }));
  expect(said(single)).toContain("Not quite");
});

test("trying again keeps what was right", () => {
  const { card } = open();
  const several = card("what-can-be-tested");
  choose(several, "tissue", "horoscope");
  button(several, "Check my answer").click();
  expect(said(several)).toContain("Partly right.");
  button(several, "Try again").click();
  expect(checked(several)).toEqual(["tissue"]);
  expect(several.querySelector(".pb-spoken")?.textContent).toBe("What was right is kept.");

  const matching = card("who-does-what");
  match(matching, { pathologist: "Looks at the sample", nurse: "Sells insurance", pharmacist: "Sells insurance" });
  button(matching, "Check my answer").click();
  expect(said(matching)).toContain("Right so far: 1 of 3.");
  button(matching, "Try again").click();
  expect([...matching.querySelectorAll("select")].map((menu) => menu.value)).toEqual(["Looks at the sample", "", ""]);
  expect(matching.querySelectorAll(".pb-mark")).toHaveLength(1);
});

test("finding only some of the right answers says that there is more to find", () => {
  const { card } = open();
  const several = card("what-can-be-tested");
  choose(several, "blood");
  button(several, "Check my answer").click();
  expect(said(several)).toContain("There is more to find.");
  expect(several.querySelector("[data-part=tissue] .pb-mark")).toBeNull();
});

test("hints come one at a time, and the focus is not lost with the last", () => {
  const { card } = open();
  const single = card("no-marker");
  button(single, "Give me a hint").click();
  expect(single.querySelectorAll(".pb-hint")).toHaveLength(1);
  const next = button(single, "Give me another hint");
  next.focus();
  next.click();
  expect(single.querySelector(".pb-hints")?.textContent).toContain("Hint 2 of 2: Most tumours");
  expect(names(single)).toEqual(["Check my answer", "Show me the answer"]);
  expect(document.activeElement).toBe(button(single, "Check my answer"));
});

test.each(Object.entries(cases).filter(([, each]) => each.right_answer !== null))(
  "the answer of %s is shown on request, every part in words",
  (type) => {
    const { el, model } = open();
    const card = el.querySelector(`[data-type=${type}]`) as HTMLElement;
    button(card, "Show me the answer").click();
    expect(said(card)).toContain("Here is the answer.");
    expect(names(card)).toEqual(["Try again"]);
    expect(card.querySelectorAll(".pb-mark")).toHaveLength(card.querySelectorAll("[data-part]").length);
    const [given] = Object.values(model.get("answers") as object);
    expect(given).toMatchObject({ answer: null, is_right: null, revealed: true });
    expect(model.get("score")).toMatchObject({ answered: 0 });
    button(card, "Try again").click();
    expect(card.querySelectorAll(".pb-mark")).toHaveLength(0);
  },
);

test("a poll thanks, explains and is not counted", () => {
  const { card, model } = open();
  const poll = card("how-you-like-to-hear");
  choose(poll, "little");
  button(poll, "Give my answer").click();
  expect(said(poll)).toContain("Thank you.");
  expect(said(poll)).toContain("You can ask for breaks");
  expect(poll.querySelectorAll(".pb-mark")).toHaveLength(0);
  expect(model.get("score")).toEqual({ right: 0, answered: 0, questions: 6 });
  button(poll, "Change my answer").click();
  expect(checked(poll)).toEqual(["little"]);
});

test("how sure somebody is goes with the answer, and need not be said", () => {
  const { card, model } = open();
  const several = card("what-can-be-tested");
  expect(several.querySelector<HTMLElement>(".pb-sure")?.hidden).toBe(false);
  choose(several, "blood", "tissue");
  (several.querySelector("[value=very_sure]") as HTMLInputElement).checked = true;
  button(several, "Check my answer").click();
  expect(model.get("answers")).toMatchObject({ "what-can-be-tested": { confidence: "very_sure", is_right: true } });
});

test("an item moves with its buttons, keeps the focus and tells its place", () => {
  const { card } = open();
  const ordering = card("way-of-a-sample");
  const order = () => [...ordering.querySelectorAll<HTMLElement>(".pb-item")].map((item) => item.dataset.part);
  expect(order()).toEqual(["taken", "chosen", "tested", "talked"]);
  expect(button(ordering, "Move ‘A sample is taken’ up").getAttribute("aria-disabled")).toBe("true");
  button(ordering, "Move ‘You choose together’ down").click();
  button(ordering, "Move ‘You choose together’ down").click();
  expect(order()).toEqual(["taken", "tested", "talked", "chosen"]);
  expect(ordering.querySelector(".pb-spoken")?.textContent).toBe("‘You choose together’ is now 4 of 4.");
  expect(document.activeElement).toBe(button(ordering, "Move ‘You choose together’ down"));
  button(ordering, "Check my answer").click();
  expect(said(ordering)).toContain("That is right.");
});

test("a number is chosen with the slider or its buttons, and said with its unit", () => {
  const { card, model } = open();
  const scale = card("how-many");
  const slider = scale.querySelector("input") as HTMLInputElement;
  expect(slider.getAttribute("aria-valuetext")).toBe("No number chosen yet");
  slider.value = "15";
  slider.dispatchEvent(new Event("input"));
  button(scale, "One step less").click();
  expect(scale.querySelector(".pb-chosen")?.textContent).toBe("10 out of 100 people");
  expect(slider.getAttribute("aria-valuetext")).toBe("10 out of 100 people");
  button(scale, "Check my answer").click();
  expect(model.get("answers")).toMatchObject({ "how-many": { answer: 10, is_right: true } });
});
