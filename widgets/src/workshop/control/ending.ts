/** Ending the workshop, asked once more; and opening the room again. */
import { element } from "../../draw";
import type { LedState } from "../state";
import type { Desk } from "./view";

export function drawEnd(desk: Desk): { el: HTMLElement; update(state: LedState): void } {
  const { words } = desk.facts;
  const el = element("div", { class: "pw-ending" });
  const sure = element("details", { class: "pw-sure" });
  const yes = button(words.say("do_end_yes"), () => {
    sure.open = false;
    void desk.act("end");
  });
  const no = button(words.say("do_no"), () => {
    sure.open = false;
    sure.querySelector("summary")?.focus();
  });
  const row = element("div", { class: "pw-row" });
  row.append(yes, no);
  sure.append(element("summary", {}, words.say("do_end")), element("p", {}, words.say("do_end_sure")), row);
  const again = element("div", { class: "pw-row" });
  const followUp = button(words.say("do_follow_up"), () => void desk.act("reopen", { follow_up: true }));
  again.append(
    button(words.say("do_reopen"), () => void desk.act("reopen")),
    followUp,
  );
  const how = element("p", { class: "pw-soft" }, words.say("follow_up_how"));
  el.append(sure, again, how);
  return {
    el,
    update(state) {
      const hasCheck = state.plan.some((step) => step.which === "after");
      sure.hidden = state.isOver;
      again.hidden = !state.isOver;
      followUp.hidden = !hasCheck;
      how.hidden = !state.isOver || !hasCheck;
    },
  };
}

function button(text: string, press: () => void): HTMLButtonElement {
  const made = element("button", { type: "button", class: "pb-button" }, text);
  made.addEventListener("click", press);
  return made;
}
