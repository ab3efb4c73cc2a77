/** The book: all that a reader keeps on their device, as one value. */

export const VERSION = 1;

/** A question's answer as the quiz has it on the wire, with where and when it was given. */
export interface KeptAnswer {
  page: string;
  question: string;
  given: unknown;
  /** When it was last changed, as an ISO 8601 time. */
  at: string;
  /** Whether the first answer was right, and how sure they were: what was believed before anything was explained. */
  first?: { is_right: boolean; confidence: string | null };
  /** How many times it has been answered again in a review. */
  again?: number;
}

/** Where a reader was on a page: found again by the words first, then by heading and number. */
export interface Place {
  /** The page's title, for other pages to name it before they can look it up. */
  chapter: string;
  /** The id of the heading above; empty for the start of the page, where there is nothing to go on from. */
  heading: string;
  /** That heading's words, for other pages to name the place. */
  title: string;
  block: number;
  words: string;
  /** Ids of the sections whose end has been seen. */
  read: string[];
  /** How many sections the page had. */
  sections: number;
  at: string;
}

/** A question for the care team. `from` is the page and heading it was collected from; null for one of the reader's own. */
export interface Asked {
  id: string;
  text: string;
  from: { page: string; heading: string } | null;
}

export interface Note {
  id: string;
  page: string;
  heading: string;
  /** The heading's words when the note was made, to be shown when the heading is gone. */
  title: string;
  text: string;
  at: string;
}

export interface Settings {
  theme?: "light" | "dark" | "contrast-light" | "contrast-dark";
  size?: "large" | "larger" | "largest";
  spacing?: "wide" | "wider";
  measure?: "narrow" | "wide";
  motion?: "none";
  /** Name and speed of the voice that reads aloud. */
  voice?: string;
  speed?: number;
}

export interface Book {
  version: typeof VERSION;
  guide: string;
  /** By the key of the question: the hash of its content. */
  answers: Record<string, KeptAnswer>;
  /** By the page's path in the site. */
  places: Record<string, Place>;
  list: Asked[];
  notes: Note[];
  settings: Settings;
  /** The review plan's first day, as a date. */
  plan: { from: string } | null;
}

export function emptyBook(guide: string): Book {
  return { version: VERSION, guide, answers: {}, places: {}, list: [], notes: [], settings: {}, plan: null };
}

/** The page and place where the reader was last; null where there is none to go on from. */
export function lastPlace(book: Book): { page: string; place: Place } | null {
  const places = Object.entries(book.places).filter(([, { heading }]) => heading !== "");
  const [last] = places.sort(([, one], [, other]) => Date.parse(other.at) - Date.parse(one.at));
  return last ? { page: last[0], place: last[1] } : null;
}

/** Two books as one. Where both have the same thing, the later one counts, or `other`'s where it has no time. */
export function joined(book: Book, other: Book): Book {
  return {
    ...book,
    ...other,
    answers: latest(book.answers, other.answers),
    places: latest(book.places, other.places),
    list: each(book.list, other.list),
    notes: each(book.notes, other.notes),
    settings: { ...book.settings, ...other.settings },
    plan: other.plan ?? book.plan,
  };
}

function latest<T extends { at: string }>(ours: Record<string, T>, others: Record<string, T>): Record<string, T> {
  const later = Object.entries(others).filter(([name, { at }]) => !(Date.parse(ours[name]?.at ?? "") > Date.parse(at)));
  return { ...ours, ...Object.fromEntries(later) };
}

function each<T extends { id: string }>(ours: T[], others: T[]): T[] {
  const known = new Map(others.map((other) => [other.id, other]));
  const kept = ours.map((one) => known.get(one.id) ?? one);
  return [...kept, ...others.filter(({ id }) => !ours.some((one) => one.id === id))];
}
