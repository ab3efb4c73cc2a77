/** The present step: what it asks, how many have answered, and the buttons that lead on. */
import { element, written } from "../../draw";
import { drawLine } from "../bars";
import { clockOf } from "../clock";
import { kindOf, type LedState } from "../state";
import { ACTIONS, type Action, labelOf, mainOf } from "./actions";
import { drawEnd } from "./ending";
import { drawTimer } from "./timer";
import type { Desk, MakePart } from "./view";

export const now: MakePart = (place, desk) => {
  const head = element("div");
  const row = element("div", { class: "pw-row pw-buttons" });
  const buttons = new Map(ACTIONS.map((action) => [action, buttonOf(action, desk)] as const));
  const end = drawEnd(desk);
  const timer = drawTimer(desk);
  row.append(...buttons.values());
  place.replaceChildren(head, row, timer.el, end.el);
  return {
    update(state) {
      head.replaceChildren(...headOf(state, desk));
      const main = mainOf(state);
      for (const [action, button] of buttons) show(button, action, state, desk, main);
      keepFocus(row);
      timer.update(state);
      end.update(state);
      clockOf(head.querySelector(".pw-time"), state, desk.facts.words);
    },
  };
};

function buttonOf({ name, key }: Action, desk: Desk): HTMLButtonElement {
  const button = element("button", { type: "button", class: "pb-button", "data-action": name });
  button.append(element("span"), element("kbd", { "aria-hidden": "true" }, key.toUpperCase()));
  button.addEventListener("click", () => {
    if (button.getAttribute("aria-disabled") === "true") return;
    void desk.act(name, name === "blank" ? { on: button.dataset.on !== "yes" } : {});
  });
  return button;
}

/** A button that cannot be pressed now stays where it is: hands learn places, and the focus is not lost. */
function show(button: HTMLButtonElement, action: Action, state: LedState, desk: Desk, main: string): void {
  const can = state.can.includes(action.name);
  const isUseful = can || action.isAlways || state.questions.length > 0;
  button.hidden = state.isOver || !isUseful;
  button.setAttribute("aria-disabled", String(!can));
  button.classList.toggle("pw-main", action.name === main);
  if (action.name === "blank") button.dataset.on = state.isBlank ? "yes" : "no";
  const label = button.querySelector("span");
  const text = desk.facts.words.say(labelOf(action, state));
  if (label && label.textContent !== text) label.textContent = text;
}

function keepFocus(row: HTMLElement): void {
  const has = row.ownerDocument.activeElement;
  if (has instanceof HTMLElement && row.contains(has) && has.hidden)
    row.querySelector<HTMLElement>("button:not([hidden])")?.focus();
}

function headOf(state: LedState, { facts }: Desk): HTMLElement[] {
  const { words } = facts;
  const number = `${state.position + 1} / ${state.steps}`;
  const phase = state.isOver ? "is_over" : `phase_${state.phase}`;
  const chip = element("span", { class: "pw-chip", "data-phase": state.phase }, words.say(phase));
  const line = element("p", { class: "pw-row" });
  if (state.questions.length || state.isOver) line.append(chip);
  if (state.round > 1) line.append(element("span", { class: "pw-chip" }, words.say("second_vote")));
  if (state.isBlank) line.append(element("span", { class: "pw-chip" }, words.say("is_blank")));
  line.append(element("span", { class: "pw-time" }));
  const kind = words.say(kindOf(state.step));
  const next = state.plan[state.position + 1];
  return [
    element("p", { class: "pw-kicker" }, kind === state.step.title ? number : `${kind} · ${number}`),
    element("h1", { id: "pw-now-title" }, state.step.title),
    line,
    ...state.questions.flatMap((asked) => answered(asked.name, asked.wire.stem, state, facts.words)),
    element("p", { class: "pw-soft" }, next ? words.say("next_step", { title: next.title }) : words.say("next_none")),
  ];
}

function answered(name: string, stem: string, state: LedState, words: Desk["facts"]["words"]): HTMLElement[] {
  const count = state.answered[name] ?? 0;
  const all = Math.max(state.people.joined, count);
  const row = element("div", { class: "pw-bar-row" });
  const said = words.say("answered_of", { count, all });
  row.append(drawLine(count, all), element("span", { class: "pw-bar-count" }, said));
  const isOne = state.questions.length === 1;
  return [...(isOne && state.step.title === plain(stem) ? [] : [written("p", stem)]), row];
}

function plain(html: string): string {
  const made = element("div");
  made.innerHTML = html;
  return made.textContent ?? "";
}
