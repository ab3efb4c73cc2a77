/** Reads a book from text that may be damaged, of another guide, or written by a newer version. */
import { type Book, emptyBook, VERSION } from "./book";

/** What a text holds. `book` is what of it is sound; only a `sound` text loses nothing by being replaced with it. */
export interface Reading {
  kind: "sound" | "damaged" | "newer" | "another-guide";
  book: Book;
}

type Fields = Record<string, unknown>;
type Test = (value: unknown) => boolean;

const isText: Test = (value) => typeof value === "string";
const isTime: Test = (value) => isText(value) && !Number.isNaN(Date.parse(value as string));
/** A path inside the guide: what an imported file says must not lead out of it. */
const isPage: Test = (value) => isText(value) && !/^[/\\]|:|(^|[/\\])\.\.([/\\]|$)/.test(value as string);
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const orNull =
  (test: Test): Test =>
  (value) =>
    value === null || test(value);
const listOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);
/** Names that are not listed may be there: a later version may have put them there, and they are kept. */
const record =
  (tests: Record<string, Test>): Test =>
  (value) =>
    isFields(value) && Object.entries(tests).every(([name, test]) => test(value[name]));

const isCount: Test = (value) => Number.isInteger(value) && (value as number) >= 0;
const orAbsent =
  (test: Test): Test =>
  (value) =>
    value === undefined || test(value);
const isFirst = record({ is_right: (value) => typeof value === "boolean", confidence: orNull(isText) });
const isAnswer = record({
  page: isPage,
  question: isText,
  given: orNull(isFields),
  at: isTime,
  first: orAbsent(isFirst),
  again: orAbsent(isCount),
});
const isPlace = record({
  chapter: isText,
  heading: isText,
  title: isText,
  block: isCount,
  words: isText,
  read: listOf(isText),
  sections: isCount,
  at: isTime,
});
const isAsked = record({ id: isText, text: isText, from: orNull(record({ page: isPage, heading: isText })) });
const isNote = record({ id: isText, page: isPage, heading: isText, title: isText, text: isText, at: isTime });
const isSetting: Test = (value) => ["string", "number", "boolean"].includes(typeof value);
const isPlan = orNull(record({ from: isTime }));

/** What `text`, stored or imported, says to the guide of this id. */
export function readBook(text: string, guide: string): Reading {
  const found = fieldsOf(text);
  const nothing = emptyBook(guide);
  if (!found || !Number.isInteger(found.version) || (found.version as number) < 1)
    return { kind: "damaged", book: nothing };
  if ((found.version as number) > VERSION) return { kind: "newer", book: nothing };
  if (isText(found.guide) && found.guide !== guide) return { kind: "another-guide", book: nothing };
  const sieve = new Sieve();
  const sound = {
    answers: sieve.entries(found.answers, isAnswer),
    places: sieve.entries(found.places, (place, page) => isPage(page) && isPlace(place)),
    list: sieve.items(found.list, isAsked),
    notes: sieve.items(found.notes, isNote),
    settings: sieve.entries(found.settings, isSetting),
    plan: sieve.value(found.plan, isPlan),
  };
  const isWhole = sieve.lost === 0 && found.guide === guide;
  return { kind: isWhole ? "sound" : "damaged", book: { ...found, version: VERSION, guide, ...sound } as Book };
}

/** The book in an imported file, or why there is none. A file of which only a part is sound counts as damaged. */
export function bookFrom(text: string, guide: string): Book | "damaged" | "newer" | "another-guide" {
  const { kind, book } = readBook(text, guide);
  return kind === "sound" ? book : kind;
}

/** A book as it is stored and exported. */
export function textOf(book: object): string {
  return JSON.stringify(book);
}

function fieldsOf(text: string): Fields | null {
  try {
    const found: unknown = JSON.parse(text);
    return isFields(found) ? found : null;
  } catch {
    return null;
  }
}

/** Lets through what is sound, and counts what is not. What is not there at all is nothing lost. */
class Sieve {
  lost = 0;

  entries(found: unknown, test: (value: unknown, name: string) => boolean): Fields {
    if (found === undefined) return {};
    if (!isFields(found)) return this.lose({});
    return Object.fromEntries(Object.entries(found).filter(([name, value]) => test(value, name) || this.lose(false)));
  }

  items(found: unknown, test: Test): unknown[] {
    if (found === undefined) return [];
    if (!Array.isArray(found)) return this.lose([]);
    return found.filter((value) => test(value) || this.lose(false));
  }

  value(found: unknown, test: Test): unknown {
    if (found === undefined) return null;
    return test(found) ? found : this.lose(null);
  }

  private lose<T>(instead: T): T {
    this.lost += 1;
    return instead;
  }
}
