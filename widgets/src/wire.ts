/** What crosses from Python and back. The one place that knows the names on the wire (docs/architecture.md). */
export interface Link {
  href: string;
  label: string;
}

export interface Choice {
  id: string;
  text: string;
  explanation: string;
}

export interface Option extends Choice {
  right: boolean | null;
}

export interface Pair extends Choice {
  match: string;
}

interface Asked {
  id: string;
  key: string;
  stem: string;
  hints: string[];
  terms: Link[];
  readAgain: Link | null;
  askConfidence: boolean;
}

export interface ChoosingQuestion extends Asked {
  type: "single" | "several" | "true_false" | "poll";
  options: Option[];
}

export interface MatchingQuestion extends Asked {
  type: "matching";
  pairs: Pair[];
  matches: string[];
}

export interface OrderingQuestion extends Asked {
  type: "ordering";
  items: Choice[];
  shown: string[];
}

export interface ScaleQuestion extends Asked {
  type: "scale";
  min: number;
  max: number;
  step: number;
  unit: string;
  rightFrom: number;
  rightTo: number;
  tooLow: string;
  tooHigh: string;
  justRight: string;
}

export type Question = ChoosingQuestion | MatchingQuestion | OrderingQuestion | ScaleQuestion;

/** An option's id, several of them, an order of ids, matches by pair id, or a number. */
export type Answer = string | string[] | Record<string, string> | number;

/** What a reader has done with a question. */
export interface Given {
  answer: Answer | null;
  isRight: boolean | null;
  tries: number;
  confidence: string | null;
  revealed: boolean;
  /** How many hints had been read when the answer was checked. */
  hints: number;
}

export interface Score {
  right: number;
  answered: number;
  questions: number;
}

export interface Term {
  term: string;
  meaning: string;
  more: string;
  href: string;
}

export const NOTHING_GIVEN: Given = {
  answer: null,
  isRight: null,
  tries: 0,
  confidence: null,
  revealed: false,
  hints: 0,
};

export function questionsFromWire(value: unknown): Question[] {
  return ((value ?? []) as object[]).map((each) => camelCased(each) as Question);
}

export function givenFromWire(value: unknown): Given | null {
  return value && typeof value === "object" ? { ...NOTHING_GIVEN, ...withNames(value, camel) } : null;
}

export function givenToWire(given: Given): Record<string, unknown> {
  return withNames(given, (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
}

export function camelCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelCased);
  if (!value || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [camel(name), camelCased(inner)]));
}

function camel(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Only the record's own names change: an answer's keys are ids. */
function withNames(record: object, rename: (name: string) => string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [rename(name), value]));
}
