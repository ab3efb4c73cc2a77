/** A quiz in a document, and what a reader does with it. */
import { afterEach } from "vitest";
import quiz from "../src/quiz";
import { stand } from "./examples";

export const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
  document.body.replaceChildren();
});

export function open(change: Record<string, unknown> = {}) {
  const { el, model } = stand("quiz", change);
  let saves = 0;
  model.on("save", () => {
    saves += 1;
  });
  const cleanup = quiz.render({ model, el });
  cleanups.push(cleanup);
  const card = (id: string) => el.querySelector(`[data-question="${id}"]`) as HTMLElement;
  return { el, model, card, cleanup, saves: () => saves };
}

export function button(card: HTMLElement, name: string): HTMLButtonElement {
  const found = [...card.querySelectorAll("button")].find(
    (each) => !each.hidden && (each.getAttribute("aria-label") ?? each.textContent) === name,
  );
  if (!found) throw new Error(`There is no button '${name}'`);
  return found;
}

export const names = (card: HTMLElement) =>
  [...card.querySelectorAll<HTMLButtonElement>(".pb-actions button")]
    .filter((each) => !each.hidden)
    .map((each) => each.textContent);

export const said = (card: HTMLElement) => card.querySelector("[role=status]")?.textContent ?? "";

export function choose(card: HTMLElement, ...ids: string[]) {
  for (const input of card.querySelectorAll<HTMLInputElement>(".pb-ask input"))
    input.checked = ids.includes(input.value);
}

export function match(card: HTMLElement, matches: Record<string, string>) {
  for (const [id, value] of Object.entries(matches)) {
    (card.querySelector(`[data-part=${id}] select`) as HTMLSelectElement).value = value;
  }
}

export const checked = (card: HTMLElement) =>
  [...card.querySelectorAll<HTMLInputElement>(".pb-ask input")]
    .filter((each) => each.checked)
    .map((each) => each.value);
