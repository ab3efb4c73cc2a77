/** Which answers are worth another look, and why. */
import type { Given } from "../../wire";
import { givenOf } from "../given";
import type { Book, KeptAnswer } from "../keep/book";
import type { Questions } from "./questions";

/** How sure somebody was who thought they knew. */
const SURE = ["fairly_sure", "very_sure"];

export interface LookAgain {
  /** Keys of questions: sure but wrong; wrong or not found; found with a hint or after several tries. */
  sure: string[];
  wrong: string[];
  worked: string[];
  /** Keys of answers whose question is no longer in the guide as it was. */
  changed: string[];
  /** How many were judged, and how many of them were right. */
  answered: number;
  right: number;
}

export function lookAgain(answers: Book["answers"], { asked }: Questions): LookAgain {
  const found: LookAgain = { sure: [], wrong: [], worked: [], changed: [], answered: 0, right: 0 };
  for (const [key, kept] of Object.entries(answers)) {
    const given = givenOf(kept.given);
    if (kept.given === null) continue;
    if (!asked[key]) {
      found.changed.push(key);
      continue;
    }
    const why = reasonFor(given);
    if (why) found[why].push(key);
    if (given.isRight !== null || given.revealed) found.answered += 1;
    if (given.isRight) found.right += 1;
  }
  const order = Object.keys(asked);
  for (const keys of [found.sure, found.wrong, found.worked])
    keys.sort((one, other) => order.indexOf(one) - order.indexOf(other));
  return found;
}

/** Null for what is right, and for a poll, which nobody judges. */
function reasonFor({ isRight, confidence, tries, revealed, hints }: Given): "sure" | "wrong" | "worked" | null {
  if (isRight === false) return SURE.includes(confidence ?? "") ? "sure" : "wrong";
  if (isRight === null) return revealed ? "wrong" : null;
  return tries > 1 || revealed || hints > 0 ? "worked" : null;
}

/** Whether somebody once believed otherwise and was sure of it: such things come back. */
export function wasSureButWrong({ first, given }: KeptAnswer): boolean {
  const { isRight, confidence } = givenOf(given);
  const isNow = isRight === false && SURE.includes(confidence ?? "");
  return isNow || (first !== undefined && !first.is_right && SURE.includes(first.confidence ?? ""));
}
