/** Finds documents: words as they are, beginnings of words, and, where a word stands nowhere, words that are close. */
import MiniSearch, { type Query, type SearchOptions, type SearchResult } from "minisearch";
import type { Found } from "./documents";
import { type Names, namesOf, otherNames } from "./names";
import { formsIn, partsOf, wordsIn } from "./words";

export interface Hit {
  document: Found;
  /** The words of the document that were found, folded. */
  forms: Set<string>;
  /** Whether it has all words of the query. */
  hasAll: boolean;
}

export interface Answer {
  /** The word of the glossary that is asked about. */
  term: Hit | null;
  /** The best first, without the term. */
  hits: Hit[];
  /** What was looked for, where a word of the query stands nowhere; else "". */
  instead: string;
  /** A query that would find something, where this one does not; else "". */
  suggestion: string;
}

export type Find = (query: string) => Answer;

type Index = MiniSearch<Found>;
type Has = (form: string) => boolean;
type Result = SearchResult & { hasAll: boolean };

const NOTHING: Answer = { term: null, hits: [], instead: "", suggestion: "" };
/** Below so many documents with all words of the query, those with some of them are shown too. */
const FEW = 3;
const SHORT = 3;
const EXACTLY: SearchOptions = { prefix: false, fuzzy: false };
const CLOSE = 0.2;
const ROUGHLY = 0.34;
const BOOST = { heading: 3, aliases: 3, text: 1, closed: 0.5 };
/** A question asks; a section answers. The one term that is asked about stands above the list. */
const WEIGHT = { section: 1, term: 0.5, question: 0.25, docs: 1 };
/** "Key points" and the like, which every chapter has, say in short what another section says in full. */
const REPEATED = 0.6;
/** For a word that is another form of the one asked for. */
const OTHER = { boostTerm: () => 0.6 };

/** An index of these documents. `ignored` are words too common to be looked for, with spaces between them. */
export function makeFinder(documents: readonly Found[], ignored: string): Find {
  const skipped = new Set(formsIn(ignored));
  const index = new MiniSearch<Found>({
    fields: Object.keys(BOOST),
    extractField: (document, field) => {
      const value = document[field as keyof Found];
      return Array.isArray(value) ? value.join(" ; ") : ((value ?? "") as string);
    },
    tokenize: (text) => formsIn(text).filter((form) => !skipped.has(form)),
    processTerm: (form) => form,
    searchOptions: {
      tokenize: (form) => [form],
      boost: BOOST,
      boostDocument: weights(documents),
    },
  });
  index.addAll(documents);
  const has = (form: string) => index.search(form, EXACTLY).length > 0;
  const others = otherNames(documents);
  const read = remembered((word: string) => reading(index, documents, word, others));
  return (query) => {
    const words = wordsOf(query, skipped, has);
    if (!words.length) return NOTHING;
    const results = searchAll(index, words.map(read));
    if (!results.length) return { ...NOTHING, suggestion: suggest(index, documents, words) };
    const corrected = words.map((word) => read(word).instead || word).join(" ");
    return answerOf(documents, results, words, words.some((word) => read(word).instead) ? corrected : "");
  };
}

function weights(documents: readonly Found[]): (id: number) => number {
  const count = new Map<string, number>();
  for (const { heading } of documents) count.set(heading, (count.get(heading) ?? 0) + 1);
  return (id) => {
    const { kind, heading } = documents[id] ?? { kind: "section", heading: "" };
    return WEIGHT[kind] * ((count.get(heading) ?? 0) > 2 ? REPEATED : 1);
  };
}

/** A function that works out the same thing once: each key that is pressed asks for the words before it again. */
function remembered<T>(work: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const value = known.get(word) ?? work(word);
    known.set(word, value);
    return value;
  };
}

/** What has all words of the query, and after it, where that is little, what has some of them. */
function searchAll(index: Index, read: Reading[]): Result[] {
  const queries = read.map((each) => each.query);
  const all = index.search({ combineWith: "AND", queries }).map((result) => ({ ...result, hasAll: true }));
  if (all.length >= FEW || queries.length < 2) return all;
  const seen = new Set(all.map((result) => result.id));
  const some = index.search({ combineWith: "OR", queries });
  return [...all, ...some.filter((each) => !seen.has(each.id)).map((each) => ({ ...each, hasAll: false }))];
}

function answerOf(documents: readonly Found[], results: Result[], words: string[], instead: string): Answer {
  const hits = results.flatMap(({ id, terms, hasAll }) => {
    const document = documents[id];
    return document ? [{ document, forms: new Set(terms), hasAll }] : [];
  });
  const term = termFor(
    hits.filter((hit) => hit.hasAll),
    words,
  );
  return { term, hits: hits.filter((hit) => hit !== term), instead, suggestion: "" };
}

/** How a word of the query is read. */
interface Reading {
  query: Query;
  /** The word that was taken for it, where it stands nowhere itself; else "". */
  instead: string;
}

function reading(index: Index, documents: readonly Found[], word: string, others: Names): Reading {
  const alike = [...formsLike(word), ...(others.get(word) ?? [])].filter((form) => index.search(form, EXACTLY).length);
  const begun: Query = { queries: [word], prefix: word.length > 1 };
  const also: Query = { combineWith: "OR", queries: alike, ...OTHER };
  if (alike.length || index.search(begun).length)
    return { query: { combineWith: "OR", queries: alike.length ? [begun, also] : [begun] }, instead: "" };
  const close: Query = { queries: [word], fuzzy: word.length > SHORT ? CLOSE : false };
  return { query: close, instead: nearest(documents, index.search(close)) };
}

/** The word in other forms, as they are most often made in English and its neighbours; only those that exist count. */
function formsLike(word: string): string[] {
  if (word.length <= SHORT) return [];
  if (word.endsWith("ies")) return [`${word.slice(0, -3)}y`];
  if (word.endsWith("s")) return [word.slice(0, -1)];
  if (word.endsWith("ie")) return [`${word.slice(0, -2)}y`];
  if (word.endsWith("y")) return [`${word.slice(0, -1)}ies`];
  return word.endsWith("ing") ? [word.slice(0, -3), `${word.slice(0, -3)}e`] : [];
}

/** The words of a query. Two short ones that the guide also writes as one are that one: `her 2`, HER2. */
function wordsOf(query: string, skipped: ReadonlySet<string>, has: Has): string[] {
  const words: string[] = [];
  for (const { forms } of wordsIn(query)) {
    const whole = forms[forms.length - 1] ?? "";
    const parts = has(whole) ? [whole] : forms.slice(0, forms.length - 1 || 1);
    for (const part of parts) {
      const last = words[words.length - 1];
      if (last && Math.min(last.length, part.length) <= SHORT && has(last + part)) words.splice(-1, 1, last + part);
      else if (!skipped.has(part)) words.push(part);
    }
  }
  return words;
}

/** The term whose name, or other name, begins with the query or is part of it; the one nearest to it. */
function termFor(hits: Hit[], words: string[]): Hit | null {
  let best: Hit | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const hit of hits) {
    if (hit.document.kind !== "term") continue;
    for (const name of namesOf(hit.document)) {
      const found = wordsIn(name).map((word) => word.forms.some((form) => hit.forms.has(form)));
      const count = found.filter(Boolean).length;
      const rest = found.length - count;
      const isAsked = found[0] && count >= Math.min(words.length, found.length);
      if (isAsked && rest < least) [best, least] = [hit, rest];
    }
  }
  return best;
}

function suggest(index: Index, documents: readonly Found[], words: string[]): string {
  const close = words.map((word) => {
    if (index.search({ queries: [word], prefix: true }).length) return word;
    const rough = index.search({ queries: [word], fuzzy: ROUGHLY });
    // Who mistypes a word mostly gets its first letter right, and "survival" is not meant for "cervical".
    return nearest(documents, rough, (form) => form[0] === word[0]);
  });
  return close.every((word, at) => !word || word === words[at]) ? "" : close.filter(Boolean).join(" ");
}

/** The first word that a search has found, as it is written there. */
function nearest(documents: readonly Found[], results: SearchResult[], isMeant: Has = () => true): string {
  for (const { id, terms } of results) {
    const wanted = new Set(terms.filter(isMeant));
    const document = wanted.size ? documents[id] : undefined;
    for (const text of document ? [...namesOf(document), document.text] : []) {
      const word = partsOf(text, wanted).find((part) => part.isFound)?.text;
      if (word) return /^\p{Lu}\p{Ll}+$/u.test(word) ? word.toLowerCase() : word;
    }
  }
  return "";
}
