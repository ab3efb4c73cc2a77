/** The review plan: three days on which to look again, and whether one of them has come. */
import type { Book } from "./keep/book";

/** Days after the first one. */
export const AFTER = [2, 7, 21] as const;
/** A day to look again that was missed is still offered for so many days. */
const OFFERED = 6;
const DAY = 86_400_000;

/** A day as `2026-03-01`, by the device's calendar. */
export function dayOf(time: Date): string {
  const [month, day] = [time.getMonth() + 1, time.getDate()].map((each) => String(each).padStart(2, "0"));
  return `${String(time.getFullYear()).padStart(4, "0")}-${month}-${day}`;
}

/** The day so many days later. */
export function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The three days of a plan, in order. */
export function daysOf(plan: { from: string }): string[] {
  const from = /^\d{4}-\d\d-\d\d/.test(plan.from) ? plan.from.slice(0, 10) : dayOf(new Date(plan.from));
  return AFTER.map((days) => later(from, days));
}

/** The day to look again that has come and has not been used; null where there is none. */
export function dueDay(book: Book, now: Date): string | null {
  if (!book.plan) return null;
  const today = dayOf(now);
  const came = daysOf(book.plan).filter((day) => day <= today && today <= later(day, OFFERED));
  const due = came[came.length - 1];
  return due === undefined || lastReview(book) >= due ? null : due;
}

/** The day on which a question was last answered again; empty where none was. */
function lastReview(book: Book): string {
  const days = Object.values(book.answers).flatMap(({ again, at }) => (again ? [dayOf(new Date(at))] : []));
  return days.sort().pop() ?? "";
}

/** A day in words, as one says it in this language. */
export function dayInWords(day: string, language: string): string {
  const form = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  // English without a country is not American English here.
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, form).format(new Date(`${day}T00:00Z`));
}
