import { afterEach, expect, test, vi } from "vitest";
import state from "../../tests/widgets/cases/state.json";
import { localModel, startWidgets } from "../src/host";
import quiz from "../src/quiz";

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

function place(widget: string, id: string, content: string, html = ""): HTMLElement {
  const el = document.createElement("div");
  el.className = "pb-widget";
  Object.assign(el.dataset, { widget, state: id });
  el.innerHTML = html;
  const block = document.createElement("script");
  block.type = "application/json";
  block.id = id;
  block.textContent = content;
  document.body.append(el, block);
  return el;
}

test("a local model tells of changes, and only of changes", () => {
  const model = localModel({ a: 1, b: { c: 2 } });
  const told: string[] = [];
  const listener = () => told.push(`a is ${model.get("a")}`);
  model.on("change:a", listener);
  model.on("change", () => told.push("changed"));
  model.set("a", 1);
  model.set("b", { c: 2 });
  expect(told).toEqual([]);
  model.set("a", 5);
  expect(told).toEqual(["a is 5", "changed"]);
  model.off("change:a", listener);
  model.set("a", 6);
  expect(told).toEqual(["a is 5", "changed", "changed"]);
});

test("a quiz in the page works from its state", () => {
  const el = place("quiz", "s1", JSON.stringify(state.quiz), state.quiz.html);
  startWidgets(document, { quiz: quiz.render });
  expect(el.querySelector(".pb-do-check")?.textContent).toBe("Check my answer");
});

test.each([
  ["an unknown widget", "puzzle", "{}", "puzzle"],
  ["a broken state", "quiz", "{", "JSON"],
  ["a widget that fails", "broken", "{}", "cannot"],
])("%s does not stop the others", (_, widget, content, message) => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const broken = () => {
    throw new Error("it cannot");
  };
  place(widget, "s1", content, "<p>The text stays.</p>");
  const el = place("quiz", "s2", JSON.stringify(state.quiz));
  startWidgets(document, { quiz: quiz.render, broken });
  expect(el.querySelector(".pb-do-check")).not.toBeNull();
  expect(String(logged.mock.calls[0]?.[0])).toContain(message);
  expect(document.body.textContent).toContain("The text stays.");
});
