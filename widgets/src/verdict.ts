/** What is said about an answer: drawn into the region that a screen reader already watches. */
import { element, type Icon, icon, linkTo, written } from "./draw";
import { leadTo } from "./passage";
import type { Note, Verdict } from "./questions/contract";
import type { Question } from "./wire";
import type { Words } from "./words";

export type Tone = "right" | "again" | "plain";

export interface Saying {
  tone: Tone;
  icon: Icon;
  headline: string;
  notes: Note[];
  /** A sentence after the notes. */
  more?: string;
}

export function sayingOf(verdict: Verdict, words: Words): Saying {
  if (verdict.isRight === null) {
    return { tone: "plain", icon: "thanks", headline: words.say("thanks"), notes: verdict.notes };
  }
  if (verdict.isRight) return { tone: "right", icon: "right", headline: words.say("is_right"), notes: verdict.notes };
  const headline = words.say(verdict.isPartly ? "partly" : "not_quite");
  const saying: Saying = { tone: "again", icon: "again", headline, notes: verdict.notes };
  const right = verdict.notes.filter((note) => note.isRight).length;
  const untold = verdict.notes.filter((note) => !note.why);
  if (right === verdict.notes.length) saying.more = words.say("some_left");
  else if (right && untold.length) saying.more = words.say("right_so_far", { right, count: verdict.notes.length });
  return saying;
}

/** Put a saying, or nothing, into a question's verdict. */
export function showSaying(verdict: HTMLElement, saying: Saying | null, words: Words): void {
  const status = verdict.querySelector(".pb-status");
  verdict.dataset.tone = saying?.tone ?? "";
  if (!status) return;
  if (!saying) {
    status.replaceChildren();
    return;
  }
  const text = element("div", { class: "pb-words-said" });
  text.append(element("b", { class: "pb-headline" }, saying.headline));
  text.append(...explanations(saying.notes, words));
  if (saying.more) text.append(element("p", {}, saying.more));
  status.replaceChildren(icon(saying.icon), text);
}

/** Where a wrong answer leads: the part that explains it and the words that help. */
export function showHelp(verdict: HTMLElement, question: Question, words: Words, isNeeded: boolean): void {
  const help = verdict.querySelector(".pb-help");
  if (!help) return;
  const lines: HTMLElement[] = [];
  if (isNeeded && question.readAgain) {
    const line = element("p");
    const link = linkTo(question.readAgain.href, words.say("read_again", { label: question.readAgain.label }));
    leadTo(link);
    line.append(link);
    lines.push(line);
  }
  if (isNeeded && question.terms.length) {
    const line = element("p", { class: "pb-help-words" }, `${words.say("words")} `);
    question.terms.forEach((term, index) => {
      line.append(index ? ", " : "", linkTo(term.href, term.label));
    });
    lines.push(line);
  }
  help.replaceChildren(...lines);
}

/** Right or not, in words and with an icon, beside each part of the answer. */
export function mark(ask: HTMLElement, notes: Note[], words: Words): void {
  for (const old of ask.querySelectorAll(".pb-mark")) old.remove();
  for (const part of ask.querySelectorAll<HTMLElement>("[data-part]")) {
    const note = notes.find((each) => each.part === part.dataset.part && each.isRight !== null);
    part.dataset.mark = note ? (note.isRight ? "right" : "again") : "";
    if (!note) continue;
    const badge = element("span", { class: "pb-mark" });
    badge.append(icon(note.isRight ? "right" : "again"), words.say(note.isRight ? "right" : "not_right"));
    part.append(badge);
  }
}

/** What has no explanation is marked where it stands. One note alone is a sentence; several are a list, each with its verdict in words. */
function explanations(allNotes: Note[], words: Words): HTMLElement[] {
  const notes = allNotes.filter((note) => note.why);
  const [only] = notes;
  if (!only) return [];
  if (notes.length === 1 && !only.said) return only.why ? [written("p", only.why)] : [];
  const list = element("ul", { class: "pb-explained" });
  for (const note of notes) {
    const line = element("li");
    if (note.isRight !== null) line.append(element("b", {}, `${words.say(note.isRight ? "right" : "not_right")}: `));
    line.append(written("span", note.said, { class: "pb-said" }), " ", written("span", note.why, { class: "pb-why" }));
    list.append(line);
  }
  return [list];
}
