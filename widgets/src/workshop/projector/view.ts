/** What stands on the big screen: a title, and pieces below it that are shared out over pages where they do not fit. */
import { element, written } from "../../draw";
import type { Words } from "../../words";
import type { Facts } from "../facts";
import { kindOf, type LedState } from "../state";

export interface Scene {
  /** What is drawn anew when it changes. Everything else is an update. */
  key: string;
  /** Stands on every page. */
  head: HTMLElement[];
  /** In order; a piece is never parted. */
  pieces: HTMLElement[];
}

/** Makes what is shown; null: the door, with address and code. */
export type View = (state: LedState, facts: Facts) => Scene | null;

export function headOf(state: LedState, words: Words, title: string, isHtml = false): HTMLElement[] {
  const kind = words.say(kindOf(state.step));
  const kicker = kind === title ? [] : [element("p", { class: "pw-kicker" }, kind)];
  const heading = element("h1");
  if (isHtml) heading.append(written("span", title));
  else heading.textContent = title;
  return [...kicker, heading];
}

export function line(text: string, kind = "pw-large-line"): HTMLElement {
  return element("p", { class: kind }, text);
}
