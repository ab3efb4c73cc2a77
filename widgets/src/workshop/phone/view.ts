/** What a step looks like on a phone: one contract, one file for each kind, one registry. */
import { element } from "../../draw";
import type { Keep } from "../../reader/keep/keep";
import type { Facts } from "../facts";
import type { Memory } from "../memory";
import type { Outbox } from "../outbox";
import { kindOf, type RoomState } from "../state";

/** What views are drawn with. */
export interface Ground {
  facts: Facts;
  memory: Memory;
  outbox: Outbox;
  keep: Keep;
}

export interface Shown {
  el: HTMLElement;
  /** Show a newer state of the same step. */
  update(state: RoomState): void;
}

export interface View {
  /** What is drawn anew when it changes; everything else is an update. */
  key(state: RoomState): string;
  show(state: RoomState, ground: Ground): Shown;
}

/** The kind of step above its title. The title takes the focus when what had it goes. */
export function heading(ground: Ground, state: RoomState, title = state.step.title): HTMLElement {
  const head = element("header", { class: "pw-head" });
  const kind = ground.facts.words.say(kindOf(state.step));
  if (kind !== title) head.append(element("p", { class: "pw-kicker" }, kind));
  head.append(element("h1", { tabindex: "-1" }, title));
  return head;
}

export function still(el: HTMLElement): Shown {
  return { el, update: () => undefined };
}
