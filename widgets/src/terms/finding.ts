/** Which terms somebody means by what is typed so far: by word, other name or abbreviation, a slip or two forgiven. */

/** A term's word and its other names, by id. */
export type Names = Record<string, string[]>;

export interface Finding {
  ids: Set<string>;
  /** Nothing is written just so; these are written much like it. */
  isClose: boolean;
}

interface Entry {
  id: string;
  words: string[];
  /** Each name as one word, for who writes `HER2` or `5FU` without the hyphen. */
  joined: string[];
}

/** Shorter than this is looked for only where a word begins: two letters are somewhere in almost every word. */
const LONG_ENOUGH_WITHIN = 3;

export function findTerms(names: Names, typed: string): Finding {
  const wanted = wordsOf(typed);
  const all = Object.entries(names).map(([id, own]) => entryOf(id, own));
  const matching = (fits: (entry: Entry, word: string) => boolean) =>
    new Set(all.filter((entry) => wanted.every((word) => fits(entry, word))).map(({ id }) => id));
  const ids = matching(holds);
  if (ids.size) return { ids, isClose: false };
  return { ids: matching((entry, word) => holds(entry, word) || holdsNearly(entry, word)), isClose: true };
}

/** The words in a text, in lower case and without accents. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

function entryOf(id: string, names: string[]): Entry {
  const split = names.map(wordsOf);
  return { id, words: split.flat(), joined: split.map((words) => words.join("")) };
}

function holds({ words, joined }: Entry, word: string): boolean {
  const isWithin = word.length >= LONG_ENOUGH_WITHIN && words.some((other) => other.includes(word));
  return isWithin || [...words, ...joined].some((other) => other.startsWith(word));
}

function holdsNearly({ words, joined }: Entry, word: string): boolean {
  const forgiven = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  return forgiven > 0 && [...words, ...joined].some((other) => slips(word, other) <= forgiven);
}

/** How many letters must be put in, left out, changed or swapped to make `typed` the beginning of `word`. */
export function slips(typed: string, word: string): number {
  let twoAbove: number[] = [];
  let above = Array.from({ length: word.length + 1 }, (_, at) => at);
  const at = (row: number[], index: number) => row[index] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= typed.length; i++) {
    const row = [i];
    for (let j = 1; j <= word.length; j++) {
      const isSame = typed[i - 1] === word[j - 1];
      const isSwapped = i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1];
      const least = Math.min(at(above, j) + 1, at(row, j - 1) + 1, at(above, j - 1) + (isSame ? 0 : 1));
      row.push(isSwapped ? Math.min(least, at(twoAbove, j - 2) + 1) : least);
    }
    [twoAbove, above] = [above, row];
  }
  return Math.min(...above);
}
