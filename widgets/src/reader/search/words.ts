/** Words as search compares them: small letters without accents, and each compound also in its parts. */

export interface Word {
  /** `HER-2` is `her`, `2` and `her2`. */
  forms: string[];
  start: number;
  end: number;
}

const WORD = /[\p{L}\p{N}]+(?:[-‐‑'’][\p{L}\p{N}]+)*/gu;
const JOINT = /[-‐‑'’]/;
const ACCENTS = /\p{M}+/gu;

export function fold(text: string): string {
  return text.normalize("NFKD").replace(ACCENTS, "").toLowerCase();
}

/** The words of a text with their places in it. */
export function wordsIn(text: string): Word[] {
  return [...text.matchAll(WORD)].map((found) => ({
    forms: formsOf(fold(found[0])),
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/** Every form of every word, for the index. */
export function formsIn(text: string): string[] {
  return (fold(text).match(WORD) ?? []).flatMap(formsOf);
}

function formsOf(folded: string): string[] {
  if (!JOINT.test(folded)) return [folded];
  const plain = folded.replace(/['’]s$/, "").replace(/['’]/g, "");
  const parts = plain.split(/[-‐‑]/);
  return parts.length > 1 ? [...parts, parts.join("")] : parts;
}

/** Parts of a text, in order: those that bear one of these forms, and what stands between them. */
export function partsOf(text: string, forms: ReadonlySet<string>): { text: string; isFound: boolean }[] {
  const parts = [];
  let at = 0;
  for (const word of wordsIn(text)) {
    if (!word.forms.some((form) => forms.has(form))) continue;
    parts.push({ text: text.slice(at, word.start), isFound: false });
    parts.push({ text: text.slice(word.start, word.end), isFound: true });
    at = word.end;
  }
  parts.push({ text: text.slice(at), isFound: false });
  return parts.filter((part) => part.text);
}
