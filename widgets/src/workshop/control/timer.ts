/** A timer, only for who wants one. */
import { element } from "../../draw";
import type { LedState } from "../state";
import type { Desk } from "./view";

const MINUTES = [1, 2, 3, 5];

export function drawTimer(desk: Desk): { el: HTMLElement; update(state: LedState): void } {
  const { words } = desk.facts;
  const el = element("details", { class: "pw-timer" });
  const row = element("div", { class: "pw-row" });
  for (const minutes of MINUTES) row.append(button(words.say("timer_set", { minutes }), minutes * 60));
  const off = button(words.say("timer_off"), 0);
  row.append(off);
  el.append(
    element("summary", {}, words.say("timer")),
    element("p", { class: "pw-soft" }, words.say("timer_none")),
    row,
  );

  function button(text: string, seconds: number): HTMLButtonElement {
    const made = element("button", { type: "button", class: "pb-button" }, text);
    made.addEventListener("click", () => void desk.act("timer", { seconds }));
    return made;
  }

  return {
    el,
    update(state) {
      el.hidden = !state.can.includes("timer") || !["open", "discuss"].includes(state.phase);
      off.hidden = !state.timerEnds;
    },
  };
}
