/** Which questions a review asks: what was wrong or unsure, filled up from the chapters that were read. */
import { givenOf } from "../given";
import type { Book } from "../keep/book";
import { lookAgain, wasSureButWrong } from "./look_again";
import type { Questions } from "./questions";

/** A review has so many questions; fewer only where there are not more. */
export const FEWEST = 5;
export const MOST = 8;

export type Dice = () => number;

/** Keys of the questions to ask, mixed. `dice` gives numbers from 0 up to 1, as Math.random does. */
export function chooseReview(book: Book, questions: Questions, dice: Dice): string[] {
  const judged = (key: string) => questions.asked[key]?.wire.type !== "poll";
  const all = Object.keys(questions.asked).filter(judged);
  const { sure, wrong, worked } = lookAgain(book.answers, questions);
  const once = Object.entries(book.answers).flatMap(([key, kept]) => (wasSureButWrong(kept) ? [key] : []));
  const unsure = all.filter((key) => givenOf(book.answers[key]?.given).confidence === "not_sure");
  const weak = [sure, wrong, once, unsure, worked].flatMap((keys) => mixed(keys.filter(judged), dice));
  const chosen = unique(weak.filter((key) => questions.asked[key])).slice(0, MOST);
  const pages = pagesRead(book);
  const fill = mixed(
    all.filter((key) => pages.has(questions.asked[key]?.page ?? "")),
    dice,
  );
  // What has not been answered yet comes before what was right.
  fill.sort((one, other) => Number(one in book.answers) - Number(other in book.answers));
  const whole = unique([...chosen, ...fill]).slice(0, Math.max(chosen.length, FEWEST));
  return mixed(whole, dice);
}

/** Pages of which a section was read or a question answered. */
function pagesRead(book: Book): Set<string> {
  const read = Object.entries(book.places).flatMap(([page, place]) => (place.read.length ? [page] : []));
  return new Set([...read, ...Object.values(book.answers).map(({ page }) => page)]);
}

function unique(keys: string[]): string[] {
  return [...new Set(keys)];
}

/** Fisher and Yates' shuffle. */
function mixed(keys: string[], dice: Dice): string[] {
  const left = [...keys];
  const drawn: string[] = [];
  while (left.length) drawn.push(...left.splice(Math.floor(dice() * left.length), 1));
  return drawn;
}
