/** The piece of a text that shows best why it was found. */
import { wordsIn } from "./words";

const LENGTH = 180;
/** How far back a sentence may start for the piece to start with it. */
const BACK = 70;

/** About two lines of `text` around the most different found words; the start where nothing in it was found. */
export function snippet(text: string, forms: ReadonlySet<string>): string {
  const found = wordsIn(text).flatMap((word) => {
    const form = word.forms.find((each) => forms.has(each));
    return form ? [{ form, start: word.start, end: word.end }] : [];
  });
  let best = 0;
  let most = 0;
  for (const { start } of found) {
    const inside = found.filter((each) => each.start >= start && each.end <= start + LENGTH - BACK);
    const different = new Set(inside.map((each) => each.form)).size;
    if (different > most) [best, most] = [start, different];
  }
  return cut(text, best);
}

function cut(text: string, at: number): string {
  const from = startOf(text, at);
  if (text.length - from <= LENGTH * 1.2) return (from ? "… " : "") + text.slice(from);
  const end = text.lastIndexOf(" ", from + LENGTH);
  return `${from ? "… " : ""}${text.slice(from, end)} …`;
}

/** Where the sentence starts, if that is near; else a word a little before. */
function startOf(text: string, at: number): number {
  if (at <= BACK) return 0;
  const before = text.slice(at - BACK, at);
  const sentence = Math.max(...[". ", "? ", "! ", ": ", "· "].map((mark) => before.lastIndexOf(mark)));
  const start = sentence >= 0 ? sentence + 2 : before.indexOf(" ") + 1;
  return at - BACK + start;
}
