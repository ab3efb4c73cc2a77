/** One question on the page: asking, judging, hints, trying again and showing the answer. */
import { type Actions, actionsFor } from "./actions";
import { written } from "./draw";
import type { Ground, QuestionType, Verdict } from "./questions/contract";
import { typeOf } from "./questions/registry";
import { mark, type Saying, sayingOf, showHelp, showSaying } from "./verdict";
import { type Answer, type Given, NOTHING_GIVEN, type Question } from "./wire";
import type { Words } from "./words";

type Phase = "asking" | "verdict" | "answer";

export class Card {
  private readonly type: QuestionType<Question, Answer>;
  private readonly ground: Ground<Question>;
  private readonly actions: Actions;
  private now: Given = NOTHING_GIVEN;
  private hints = 0;
  private phase: Phase = "asking";

  constructor(
    readonly root: HTMLElement,
    readonly question: Question,
    readonly words: Words,
    readonly onGiven: (given: Given) => void,
  ) {
    const speak = (text: string) => this.find(".pb-spoken").replaceChildren(text);
    this.type = typeOf(question);
    this.ground = { question, words, speak, ask: this.find(".pb-ask") };
    this.type.attach(this.ground);
    this.find(".pb-answers").hidden = true;
    for (const sure of root.querySelectorAll<HTMLElement>(".pb-sure")) sure.hidden = false;
    this.actions = actionsFor(this.find(".pb-actions"), {
      check: () => this.check(),
      again: () => this.tryAgain(),
      hint: () => this.giveHint(),
      reveal: () => this.reveal(),
    });
    this.chooseConfidence(null); // some browsers bring back what was chosen before a reload
    this.ask();
  }

  /** Show what was given before, here or elsewhere. What does not fit the question is left aside. */
  show(given: Given): void {
    const { answer } = given;
    const fits = answer !== null && this.type.accepts(this.question, answer);
    this.now = fits ? given : { ...given, answer: null, isRight: null };
    this.chooseConfidence(given.confidence);
    if (given.revealed && !given.isRight) this.showRightAnswer();
    else if (fits) this.showVerdict(answer, this.type.judge(this.question, answer));
    else this.ask();
  }

  private check(): void {
    const answer = this.type.read(this.ground);
    if (answer === null) {
      this.say({ tone: "plain", icon: "missing", headline: this.words.say(this.type.missing) });
      return;
    }
    const verdict = this.type.judge(this.question, answer);
    const hints = Math.max(this.now.hints, this.hints);
    this.keep({ answer, isRight: verdict.isRight, tries: this.now.tries + 1, confidence: this.confidence(), hints });
    this.showVerdict(answer, verdict);
    this.actions.focus("again");
  }

  private tryAgain(): void {
    const { answer, isRight } = this.now;
    const isFresh = isRight === true || this.phase === "answer";
    const kept = answer === null || isFresh ? null : this.type.keepRight(this.question, answer);
    this.ask();
    this.type.write(this.ground, kept);
    if (kept !== null && answer !== null && isRight === false) {
      mark(
        this.ground.ask,
        this.type.judge(this.question, answer).notes.filter((note) => note.isRight),
        this.words,
      );
      this.ground.speak(this.words.say("kept"));
    }
    this.ground.ask.querySelector<HTMLElement>("input, select, button")?.focus();
  }

  private giveHint(): void {
    const hint = this.question.hints[this.hints];
    if (hint === undefined) return;
    this.hints += 1;
    const place = { number: this.hints, count: this.question.hints.length };
    const shown = written("p", hint, { class: "pb-hint" });
    shown.prepend(
      Object.assign(document.createElement("b"), { textContent: this.words.say("hint_number", place) }),
      " ",
    );
    this.find(".pb-hints").append(shown);
    const focused = document.activeElement;
    this.offerActions();
    if (focused instanceof HTMLElement && focused.hidden)
      this.actions.focus(this.phase === "asking" ? "check" : "again");
  }

  private reveal(): void {
    this.keep({ revealed: true });
    this.showRightAnswer();
    this.actions.focus("again");
  }

  private ask(): void {
    this.type.write(this.ground, null);
    mark(this.ground.ask, [], this.words);
    this.say(null);
    this.enter("asking");
  }

  private showVerdict(answer: Answer, verdict: Verdict): void {
    this.type.write(this.ground, answer);
    this.enter("verdict");
    this.explain(sayingOf(verdict, this.words), verdict.isRight === false);
  }

  private showRightAnswer(): void {
    const notes = this.type.explainAll(this.question);
    this.type.write(this.ground, this.type.rightAnswer(this.question));
    this.enter("answer");
    this.explain({ tone: "plain", icon: "answer", headline: this.words.say("here_is_the_answer"), notes }, true);
  }

  private explain(saying: Saying, needsHelp: boolean): void {
    mark(this.ground.ask, saying.notes, this.words);
    this.say(saying);
    showHelp(this.find(".pb-verdict"), this.question, this.words, needsHelp);
  }

  private say(saying: Omit<Saying, "notes"> | Saying | null): void {
    const verdict = this.find(".pb-verdict");
    showHelp(verdict, this.question, this.words, false);
    showSaying(verdict, saying && { notes: [], ...saying }, this.words);
    this.ground.speak("");
  }

  private keep(change: Partial<Given>): void {
    this.now = { ...this.now, ...change };
    this.onGiven(this.now);
  }

  /** What can be done follows from the phase; while something is shown, nothing can be changed. */
  private enter(phase: Phase): void {
    this.phase = phase;
    this.root.dataset.phase = phase;
    for (const group of this.root.querySelectorAll("fieldset")) group.disabled = phase !== "asking";
    this.offerActions();
  }

  private offerActions(): void {
    const isPoll = this.question.type === "poll";
    const isRight = this.now.isRight === true;
    const isAsking = this.phase === "asking";
    const isOver = this.phase === "answer" || (this.phase === "verdict" && (isRight || isPoll));
    const hintsLeft = this.question.hints.length - this.hints;
    const name = (label: string, isOffered: boolean) => (isOffered ? this.words.say(label) : null);
    this.actions.offer({
      check: name(isPoll ? "send" : "check", isAsking),
      again: name(isPoll ? "change_answer" : isRight ? "once_more" : "try_again", !isAsking),
      hint: name(this.hints ? "next_hint" : "hint", !isOver && hintsLeft > 0),
      reveal: name("reveal", !isOver && this.type.canReveal),
    });
  }

  private confidence(): string | null {
    return this.root.querySelector<HTMLInputElement>(".pb-sure input:checked")?.value ?? null;
  }

  private chooseConfidence(level: string | null): void {
    for (const input of this.root.querySelectorAll<HTMLInputElement>(".pb-sure input")) {
      input.checked = input.value === level;
    }
  }

  private find(selector: string): HTMLElement {
    const found = this.root.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`Question '${this.question.id}' has no ${selector} in its HTML. Use the html trait.`);
    return found;
  }
}
