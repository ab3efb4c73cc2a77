/** What a question type has to be able to do. Judging knows no page; only `attach`, `read` and `write` touch it. */
import type { Answer, Question } from "../wire";
import type { Words } from "../words";

/** Where a question stands. */
export interface Ground<Q extends Question> {
  question: Q;
  /** The fieldset with the stem and the inputs. */
  ask: HTMLElement;
  words: Words;
  /** Tell a screen reader, and nobody else. */
  speak(text: string): void;
}

/** What is said about one part of an answer. */
export interface Note {
  /** `data-part` of what it is about, or null for the answer as a whole. */
  part: string | null;
  isRight: boolean | null;
  /** What the note is about, HTML from Python; empty where the reader's own choice says it. */
  said: string;
  /** The explanation, HTML from Python. */
  why: string;
}

export interface Verdict {
  /** null where nothing is right or wrong. */
  isRight: boolean | null;
  isPartly: boolean;
  notes: Note[];
}

export interface QuestionType<Q extends Question, A extends Answer> {
  /** Name of the label that kindly says what is missing. */
  missing: string;
  /** Whether there is an answer to show. */
  canReveal: boolean;
  /** Add what the HTML alone cannot do. */
  attach(ground: Ground<Q>): void;
  /** The reader's answer, or null while it is incomplete. */
  read(ground: Ground<Q>): A | null;
  /** Show an answer in the inputs; null empties them. */
  write(ground: Ground<Q>, answer: A | null): void;
  /** Whether this can be an answer: kept answers may be older than the question. */
  accepts(question: Q, answer: unknown): answer is A;
  judge(question: Q, answer: A): Verdict;
  /** What of an answer stays for the next try, or null. */
  keepRight(question: Q, answer: A): A | null;
  rightAnswer(question: Q): A | null;
  /** Every answer explained, for a reader who asks. */
  explainAll(question: Q): Note[];
}
