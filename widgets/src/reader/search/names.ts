/** Names of the same thing: a term's own and its others, such as "tumour" and "tumor", or a test and its abbreviation. */
import type { Found } from "./documents";
import { wordsIn } from "./words";

/** By a name of one word, the other names of one word, all folded. */
export type Names = ReadonlyMap<string, readonly string[]>;

export function namesOf(document: Found): string[] {
  return [document.heading, ...(document.aliases ?? [])];
}

export function otherNames(documents: readonly Found[]): Names {
  const names = new Map<string, string[]>();
  for (const document of documents) {
    if (document.kind !== "term") continue;
    const single = namesOf(document).flatMap((name) => {
      const [word, ...more] = wordsIn(name);
      return word && !more.length ? word.forms.slice(-1) : [];
    });
    for (const name of single) {
      const others = single.filter((other) => other !== name);
      names.set(name, [...(names.get(name) ?? []), ...others]);
    }
  }
  return names;
}
