/** The questions of a step, one at a time. */
import { element } from "../../draw";
import { Asking } from "../asking";
import { drawBars } from "../bars";
import type { Kept } from "../memory";
import { type Asked, type Result, type RoomState, resultOf } from "../state";
import { type Ground, heading, type Shown, type View } from "./view";

export const questions: View = {
  key: (state) => {
    const shows = state.phase === "waiting" ? "waiting" : state.phase === "revealed" ? "revealed" : "asked";
    return `${state.round} ${shows}`;
  },
  show(state, ground) {
    const el = element("section");
    const head = heading(ground, state);
    if (state.step.kind === "question" && state.phase !== "waiting") head.classList.add("pw-head-quiet");
    el.append(head);
    if (state.phase === "waiting" || !state.questions.length) {
      const kind = state.step.kind === "check" ? "check" : "question";
      el.append(...intro(state, ground), element("p", { class: "pw-wait" }, ground.facts.words.say(`waiting_${kind}`)));
      return { el, update: () => undefined };
    }
    const pages = new Pages(state, ground);
    el.append(pages.el);
    return { el, update: (next) => pages.update(next) };
  },
};

function intro(state: RoomState, { facts }: Ground): HTMLElement[] {
  const { kind, which } = state.step;
  return kind === "check" && which ? [element("p", {}, facts.words.say(`check_${which}_text`))] : [];
}

/** The questions of a step, of which one is shown. */
class Pages implements Shown {
  readonly el = element("div", { class: "pw-pages" });
  private readonly said = element("div", { class: "pw-said" });
  private readonly cards: Asking[];
  private at = 0;

  constructor(
    private state: RoomState,
    private readonly ground: Ground,
  ) {
    const { questions: asked } = state;
    this.cards = asked.map((each, index) => this.card(each, index));
    this.at = Math.max(
      0,
      asked.findIndex((each) => !this.kept(each)),
    );
    if (state.phase === "revealed") this.at = 0;
    this.el.append(this.said, ...this.cards.map((card) => card.root));
    this.cards.forEach((card, index) => {
      this.turn(card, index);
    });
    this.update(state);
  }

  update(state: RoomState): void {
    this.state = state;
    const isOver = state.step.kind === "check" && (state.phase === "closed" || state.phase === "discuss");
    this.said.replaceChildren(...this.sayings(state, isOver));
    this.cards.forEach((card, index) => {
      const asked = state.questions[index] ?? this.state.questions[index];
      card.root.hidden = isOver || index !== this.at;
      if (asked) card.show(this.kept(asked), state.phase, this.ground.outbox.isHeldUp);
    });
  }

  private card(asked: Asked, index: number): Asking {
    const { state, ground } = this;
    const count = state.questions.length;
    const { step, round } = state;
    const card = new Asking(asked, {
      words: ground.facts.words,
      confidence: step.confidence && state.phase !== "revealed",
      position: count > 1 ? { number: index + 1, count } : null,
      give: (answer, confidence) =>
        ground.outbox.give({ step: step.id, question: asked.name, round, answer, confidence }),
    });
    if (state.phase === "revealed") card.root.append(...this.result(asked));
    return card;
  }

  /** What the room answered, with both votes where there were two. */
  private result(asked: Asked): HTMLElement[] {
    const votes = [1, 2].flatMap((round) => resultOf(this.state, asked.name, round) ?? ([] as Result[]));
    const bars = drawBars(asked.wire, votes, this.ground.facts.words);
    if (!bars) return [];
    const title = element("h2", { class: "pw-room-answered" }, this.ground.facts.words.say("the_room"));
    return [title, bars];
  }

  /** The way to the next question and back. */
  private turn(card: Asking, index: number): void {
    const { words } = this.ground.facts;
    const add = (to: number, label: string, name: string) => {
      if (!this.cards[to]) return;
      const button = element("button", { type: "button", class: `pb-button ${name}` }, words.say(label));
      button.addEventListener("click", () => this.go(to));
      card.actions.append(button);
    };
    add(index + 1, "next_question", "pw-next");
    add(index - 1, "previous_question", "pw-previous");
  }

  private go(to: number): void {
    this.at = to;
    this.update(this.state);
    const card = this.cards[to]?.root;
    const stem = card?.querySelector<HTMLElement>("legend");
    if (stem) stem.tabIndex = -1;
    stem?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: "nearest" });
  }

  private sayings(state: RoomState, isOver: boolean): HTMLElement[] {
    const { words } = this.ground.facts;
    const line = (key: string, kind = "pw-soft") => element("p", { class: kind }, words.say(key));
    if (isOver) return [line("closed_check", "pb-lead")];
    if (state.phase === "discuss") return [line("discuss", "pb-lead"), line("discuss_text")];
    if (state.phase === "closed") return [line("closed", "pb-lead")];
    if (state.phase === "open" && state.round > 1) return [line("second_round", "pb-lead"), line("second_round_text")];
    return state.phase === "open" ? [...intro(state, this.ground), ...this.left(state)] : [];
  }

  /** At the end of several questions: which of them are still open. */
  private left(state: RoomState): HTMLElement[] {
    const { words } = this.ground.facts;
    const open = state.questions.flatMap((each, index) => (this.kept(each) ? [] : [index + 1]));
    if (state.questions.length < 2 || open.length === state.questions.length) return [];
    if (!open.length) return [element("p", { class: "pw-card" }, words.say("all_sent"))];
    if (this.at < state.questions.length - 1) return [];
    return [element("p", { class: "pw-soft" }, words.say("some_open", { numbers: open.join(", ") }))];
  }

  private kept(asked: Asked): Kept | null {
    const { step, round, phase } = this.state;
    const now = this.ground.memory.of(step.id, asked.name, round);
    if (now || phase !== "revealed") return now;
    return this.ground.memory.of(step.id, asked.name, 1); // who did not vote twice sees what they thought
  }
}
