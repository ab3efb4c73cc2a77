/** The room on a phone: draws the present step, keeps what is being chosen, and says what is new. */
import { element } from "../../draw";
import { clockOf } from "../clock";
import { type Phase, type RoomState, stateFromWire } from "../state";
import type { Teller } from "../tell";
import { AskedList } from "./asked";
import { end } from "./end";
import { VIEWS } from "./registry";
import type { Ground, Shown } from "./view";

const SAID: Record<Phase, string> = {
  waiting: "",
  open: "open_said",
  closed: "closed_said",
  discuss: "discuss_said",
  revealed: "results_said",
};

export class Room {
  private state: RoomState | null = null;
  private shown: Shown | null = null;
  private key = "";
  private readonly asked: AskedList | null;

  constructor(
    private readonly page: Document,
    private readonly ground: Ground,
    private readonly teller: Teller,
  ) {
    const asked = page.getElementById("pw-asked");
    this.asked = asked && new AskedList(asked, ground.facts, teller);
  }

  take(wire: unknown): void {
    const state = stateFromWire<RoomState>(wire);
    const before = this.state;
    if (before && state.revision < before.revision) return;
    this.state = state;
    this.page.documentElement.dataset.revision = String(state.revision);
    this.draw(state, before);
    this.asked?.show(state.asked);
    this.label(state);
    if (before) this.announce(before, state);
  }

  /** What was given has been stored, or waits: the present step shows it. */
  refresh(): void {
    if (this.state) this.shown?.update(this.state);
  }

  get isOver(): boolean {
    return this.state?.isOver ?? false;
  }

  private draw(state: RoomState, before: RoomState | null): void {
    const place = this.page.getElementById("pw-step");
    if (!place) return;
    const view = state.isOver ? end : VIEWS[state.step.kind];
    const key = `${state.isOver ? "over" : state.step.id} ${view.key(state)}`;
    if (key === this.key && this.shown) {
      this.shown.update(state);
      return;
    }
    const hadFocus = place.contains(this.page.activeElement);
    this.key = key;
    this.shown = view.show(state, this.ground);
    place.replaceChildren(this.shown.el);
    // Who used a button of what is gone goes on from the title of what is there.
    if (hadFocus && before) place.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
    if (before && before.step.id !== state.step.id) this.page.defaultView?.scrollTo(0, 0);
  }

  /** Which step of how many, and whether to look up. */
  private label(state: RoomState): void {
    const { words } = this.ground.facts;
    const where = this.page.getElementById("pw-where");
    const text = words.say("room_step", { number: state.position + 1, count: state.steps });
    if (where && where.textContent !== text) where.textContent = text;
    const ask = this.page.getElementById("pw-ask");
    if (ask) ask.hidden = state.isOver;
    const time = this.page.getElementById("pw-time");
    if (time) time.hidden = !state.timerEnds || state.isOver;
    clockOf(time, state, words);
    const blank = this.page.getElementById("pw-blank");
    if (!blank || blank.hidden !== state.isBlank) return;
    blank.hidden = !state.isBlank;
    blank.replaceChildren(...(state.isBlank ? [element("span", {}, words.say("blank"))] : []));
  }

  private announce(before: RoomState, state: RoomState): void {
    const { words } = this.ground.facts;
    const said: string[] = [];
    if (state.isOver && !before.isOver) said.push(words.say("over_said"));
    const isNew = state.step.id !== before.step.id;
    if (isNew && !state.isOver) said.push(words.say("step_said", { title: state.step.title }));
    const phase = SAID[state.phase];
    if (phase && (isNew || state.phase !== before.phase || state.round !== before.round))
      said.push(this.phase(state, phase));
    if (said.length) this.teller.say(said.join(" "));
  }

  private phase(state: RoomState, key: string): string {
    const isCheck = state.phase === "open" && state.questions.length > 1;
    return this.ground.facts.words.say(isCheck ? "check_said" : key);
  }
}
