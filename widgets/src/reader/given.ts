/** How an answer is put into the book: the newest counts, and what was believed first is not forgotten. */
import { type Given, givenFromWire } from "../wire";
import type { KeptAnswer } from "./keep/book";
import type { Edit } from "./keep/keep";

export function withAnswer(key: string, answer: KeptAnswer): Edit {
  return (book) => {
    const before = book.answers[key];
    const first = before?.first ?? believed(answer.given);
    const kept = { ...before, ...answer, ...(first && { first }) };
    return { ...book, answers: { ...book.answers, [key]: kept } };
  };
}

/** A first answer as it was judged, and how sure the reader was; undefined where nothing was judged. */
function believed(given: unknown): KeptAnswer["first"] {
  const { isRight, confidence } = givenOf(given);
  return isRight === null ? undefined : { is_right: isRight, confidence };
}

/** What was given, of a kept answer. */
export function givenOf(given: unknown): Given {
  return givenFromWire(soundRecord(given) ?? {}) as Given;
}

/** A kept record may come from a file that somebody changed: only what has the right type is taken. */
export function soundRecord(given: unknown): Record<string, unknown> | null {
  if (typeof given !== "object" || given === null) return null;
  const { answer = null, is_right, tries, confidence, revealed, hints } = given as Record<string, unknown>;
  return {
    answer,
    is_right: typeof is_right === "boolean" ? is_right : null,
    tries: isCount(tries) ? tries : 0,
    confidence: typeof confidence === "string" ? confidence : null,
    revealed: revealed === true,
    hints: isCount(hints) ? hints : 0,
  };
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}
