/** One question in a room: asking, sending, and at the reveal what was right. Nothing is judged before. */

import { element } from "../draw";
import type { Ground, Note, QuestionType } from "../questions/contract";
import { typeOf } from "../questions/registry";
import { mark, type Saying, sayingOf, showHelp, showSaying } from "../verdict";
import type { Answer, Question } from "../wire";
import type { Words } from "../words";
import { rightNumbers } from "./bars";
import type { Kept } from "./memory";
import type { Asked, Phase } from "./state";

const LEVELS = ["not_sure", "fairly_sure", "very_sure"] as const;
let made = 0;

export interface Place {
  words: Words;
  /** Whether to ask how sure somebody is. */
  confidence: boolean;
  /** Where the question stands among those of its step. */
  position: { number: number; count: number } | null;
  /** Take an answer and send it. */
  give(answer: Answer, confidence: string | null): void;
}

export class Asking {
  readonly root = element("form", { class: "pb-quiz pw-question", novalidate: "" });
  private readonly question: Question;
  private readonly type: QuestionType<Question, Answer>;
  private readonly ground: Ground<Question>;
  private readonly sure: HTMLElement | null;
  private readonly status = element("p", { class: "pw-status", role: "status", tabindex: "-1" });
  private readonly verdict = element("div", { class: "pb-verdict" });
  private readonly send = element("button", { type: "submit", class: "pb-button pb-do-check" });
  private kept: Kept | null = null;

  constructor(
    asked: Asked,
    private readonly place: Place,
  ) {
    const { words } = place;
    const spoken = element("div", { class: "pb-spoken", "aria-live": "polite" });
    this.question = completed(asked.wire);
    this.root.innerHTML = asked.html;
    const ask = this.root.querySelector<HTMLElement>(".pb-ask");
    if (!ask) throw new Error(`The question '${asked.name}' has no .pb-ask in its HTML (asked.html.j2).`);
    this.sure = place.confidence ? drawSure(words) : null;
    const status = element("div", { class: "pb-status", role: "status" });
    this.verdict.append(status, element("div", { class: "pb-help" }));
    const actions = element("div", { class: "pb-actions" });
    actions.append(this.send);
    if (this.sure) this.root.append(this.sure);
    this.root.append(this.status, this.verdict, actions, spoken);
    this.type = typeOf(this.question);
    this.ground = { question: this.question, words, ask, speak: (text) => spoken.replaceChildren(text) };
    this.prepare(ask);
    this.type.attach(this.ground);
    this.root.addEventListener("submit", (event) => this.submit(event));
    for (const event of ["input", "change", "click"]) this.root.addEventListener(event, () => this.offer());
  }

  get actions(): HTMLElement {
    return this.send.parentElement as HTMLElement;
  }

  /** Show how things are with this question: what was given, and whether it has arrived. */
  show(kept: Kept | null, phase: Phase, isHeldUp: boolean): void {
    const isNews = kept?.sequence !== this.kept?.sequence;
    const hadNothing = this.kept === null;
    this.kept = kept;
    if (kept && (isNews || hadNothing) && this.fits(kept.answer) && JSON.stringify(this.read()) !== asText(kept)) {
      this.type.write(this.ground, kept.answer);
      this.chooseSure(kept.confidence);
    }
    for (const group of this.root.querySelectorAll("fieldset")) group.disabled = phase !== "open";
    if (phase === "revealed") this.reveal();
    else this.tell(this.saying(phase, isHeldUp));
    this.offer();
  }

  focus(): void {
    this.status.focus();
  }

  private submit(event: Event): void {
    event.preventDefault();
    const answer = this.type.read(this.ground);
    if (answer === null) {
      this.tell(this.place.words.say(this.type.missing), "missing");
      return;
    }
    this.place.give(answer, this.confidence());
  }

  /** What the button says follows from what is chosen and what was sent. */
  private offer(): void {
    const { words } = this.place;
    const isOpen = !this.ground.ask.matches(":disabled");
    const isSent = this.kept !== null && this.kept.is !== "late" && JSON.stringify(this.read()) === asText(this.kept);
    const hadFocus = document.activeElement === this.send;
    this.send.textContent = words.say(this.kept ? "send_change" : "send");
    this.send.hidden = !isOpen || isSent;
    if (hadFocus && this.send.hidden) {
      const next = this.actions.querySelector<HTMLElement>(".pw-next:not([hidden])");
      (next ?? this.status).focus();
    }
  }

  private saying(phase: Phase, isHeldUp: boolean): string {
    const { words } = this.place;
    const { kept } = this;
    if (kept?.is === "late") return words.say("too_late");
    if (kept?.is === "waiting") return words.say(isHeldUp ? "kept" : "sending");
    if (phase === "open") return kept ? `${words.say("arrived")} ${words.say("arrived_change")}` : "";
    return words.say(kept ? "closed_yours" : "closed_none");
  }

  private reveal(): void {
    const { words } = this.place;
    const answer = this.kept && this.fits(this.kept.answer) ? this.kept.answer : null;
    this.type.write(this.ground, answer);
    const verdict = answer === null ? null : this.type.judge(this.question, answer);
    const notes = this.explained(answer);
    const isPoll = this.question.type === "poll";
    const saying: Saying = verdict ? sayingOf(verdict, words) : { tone: "plain", icon: "answer", headline: "", notes };
    const name = isPoll ? "poll" : verdict ? (verdict.isRight ? "right" : "wrong") : "none";
    this.tell(this.kept?.is === "late" ? words.say("too_late") : "");
    showSaying(this.verdict, { ...bare(saying), headline: words.say(`revealed_${name}`), notes }, words);
    showHelp(this.verdict, this.question, words, verdict?.isRight === false);
    mark(this.ground.ask, marksOf(this.question, verdict?.notes ?? [], notes), words);
  }

  /** What was chosen and what is right, each with its reason. */
  private explained(answer: Answer | null): Note[] {
    const all = this.type.explainAll(this.question);
    const chosen = typeof answer === "string" ? [answer] : Array.isArray(answer) ? answer : [];
    const notes = all.filter((note) => note.isRight || chosen.includes(note.part ?? ""));
    if (this.question.type !== "scale") return notes;
    const number = rightNumbers(this.question, this.place.words);
    const own = answer === null ? [] : this.type.judge(this.question, answer).notes.filter((note) => !note.isRight);
    return [...own, ...notes.map((note) => ({ ...note, said: number }))];
  }

  private read(): unknown {
    return [this.type.read(this.ground), this.confidence()];
  }

  private fits(answer: unknown): answer is Answer {
    return this.type.accepts(this.question, answer);
  }

  private tell(text: string, state = this.kept?.is ?? ""): void {
    this.status.dataset.state = text ? state : "";
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  private confidence(): string | null {
    return this.sure?.querySelector<HTMLInputElement>("input:checked")?.value ?? null;
  }

  private chooseSure(level: string | null): void {
    for (const input of this.sure?.querySelectorAll<HTMLInputElement>("input") ?? [])
      input.checked = input.value === level;
  }

  private prepare(ask: HTMLElement): void {
    made += 1;
    for (const input of this.root.querySelectorAll<HTMLInputElement>("input")) if (input.name) input.name += `-${made}`;
    const { position, words } = this.place;
    if (!position) return;
    const text = `${words.say("position", position)} `;
    ask.querySelector("legend")?.prepend(element("span", { class: "pb-position" }, text));
  }
}

function asText(kept: Kept): string {
  return JSON.stringify([kept.answer, kept.confidence]);
}

function bare({ tone, icon }: Saying): Pick<Saying, "tone" | "icon"> {
  return { tone, icon };
}

/** Options are marked by what they are; what was matched or put in order, by how it was answered. */
function marksOf(question: Question, own: Note[], explained: Note[]): Note[] {
  if (question.type === "poll") return [];
  return "options" in question ? explained : own;
}

/** On the wire before the reveal much is left out that a question type may look for. */
function completed(wire: Question): Question {
  return { ...wire, hints: [], terms: wire.terms ?? [], readAgain: wire.readAgain ?? null };
}

function drawSure(words: Words): HTMLElement {
  const group = element("fieldset", { class: "pb-sure" });
  const options = element("div", { class: "pb-sure-options" });
  group.append(element("legend", {}, words.say("how_sure")), options);
  for (const level of LEVELS) {
    const option = element("label", { class: "pb-option" });
    const input = element("input", { type: "radio", name: "pb-sure", value: level, autocomplete: "off" });
    option.append(input, element("span", { class: "pb-text" }, words.say(level)));
    options.append(option);
  }
  return group;
}
