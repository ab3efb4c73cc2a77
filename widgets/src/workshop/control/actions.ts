/** The buttons of the control, in the order in which they stand, with their keys. */
import type { LedState } from "../state";

export interface Action {
  name: string;
  /** The key, in small letters. */
  key: string;
  /** Other keys that do the same, such as those of a presenter's remote. */
  also: string[];
  /** Whether it makes sense where nothing is asked. */
  isAlways: boolean;
}

export const ACTIONS: readonly Action[] = [
  { name: "open", key: "o", also: [], isAlways: false },
  { name: "close", key: "c", also: [], isAlways: false },
  { name: "discuss", key: "d", also: [], isAlways: false },
  { name: "second_vote", key: "v", also: [], isAlways: false },
  { name: "reveal", key: "r", also: [], isAlways: false },
  { name: "back", key: "b", also: ["pageup"], isAlways: true },
  { name: "next", key: "n", also: ["pagedown"], isAlways: true },
  { name: "blank", key: "x", also: ["."], isAlways: true },
];

/** The one action that most people want now; it stands out. */
export function mainOf({ can, phase, questions }: LedState): string {
  const wish = phase === "revealed" || !questions.length ? ["next"] : ["close", "open", "reveal", "next"];
  const wanted = phase === "closed" || phase === "discuss" ? ["reveal", "next"] : wish;
  return wanted.find((name) => can.includes(name)) ?? "";
}

export function labelOf({ name }: Action, state: LedState): string {
  if (name === "blank" && state.isBlank) return "do_blank_off";
  if (name === "open" && state.questions.length > 1) return "do_open_check";
  return `do_${name}`;
}

export function actionOf(key: string): Action | undefined {
  const pressed = key.toLowerCase();
  return ACTIONS.find((action) => action.key === pressed || action.also.includes(pressed));
}
