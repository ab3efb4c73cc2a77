/** A question on the big screen: what is asked, how many have answered, and at the reveal what the room thinks. */
import { element, written } from "../../draw";
import { typeOf } from "../../questions/registry";
import type { Question } from "../../wire";
import type { Words } from "../../words";
import { drawBars, rightNumbers } from "../bars";
import { type Asked, type LedState, type Result, resultOf } from "../state";
import { headOf, line, type View } from "./view";

export const question: View = (state, { words }) => {
  const [asked] = state.questions;
  const key = `${state.step.id} ${state.phase} ${state.round}`;
  if (!asked || state.phase === "waiting") {
    return { key, head: headOf(state, words, words.say("waiting")), pieces: [] };
  }
  const head = headOf(state, words, asked.wire.stem, true);
  if (state.phase === "revealed") return { key, head, pieces: revealed(asked, state, words) };
  return { key, head, pieces: [...choices(asked.wire), ...said(state, words)] };
};

export const check: View = (state, { words }) => {
  const key = `${state.step.id} ${state.phase}`;
  const count = state.questions.length;
  if (state.phase === "waiting")
    return { key, head: headOf(state, words, words.say("check_waiting")), pieces: [line(words.say("no_test"))] };
  if (state.phase !== "revealed") {
    const title = state.phase === "open" ? words.say("check_open", { count }) : words.say("check_closed");
    const pieces = state.phase === "open" ? [line(words.say("no_test")), counter()] : [];
    return { key, head: headOf(state, words, title), pieces };
  }
  const pieces = state.questions.flatMap((asked) => {
    const title = element("h2");
    title.append(written("span", asked.wire.stem));
    title.dataset.page = "new";
    return [title, ...revealed(asked, state, words)];
  });
  return { key, head: headOf(state, words, state.step.title), pieces };
};

/** The options as on the phones, without a hint of what is right. */
function choices(wire: Question): HTMLElement[] {
  if (!("options" in wire)) return [];
  const list = element("ul", { class: "pw-choices" });
  for (const option of wire.options) {
    const item = element("li");
    item.append(written("span", option.text));
    list.append(item);
  }
  return [list];
}

function said(state: LedState, words: Words): HTMLElement[] {
  if (state.phase === "discuss") return [line(words.say("discuss")), line(words.say("discuss_text"), "pw-soft")];
  if (state.phase === "closed") return [line(words.say("closed")), counter()];
  const lead = words.say(state.round > 1 ? "second_round" : "please_answer");
  return [line(lead), counter()];
}

/** How many have answered; filled in at every update, and as high as it will be then. */
function counter(): HTMLElement {
  return element("p", { class: "pw-counter" }, "\u00a0");
}

function revealed(asked: Asked, state: LedState, words: Words): HTMLElement[] {
  const votes = [1, 2].flatMap((round) => resultOf(state, asked.name, round) ?? ([] as Result[]));
  const bars = drawBars(asked.wire, votes, words);
  return [...(bars ? parted(bars) : []), ...because(asked.wire, words)];
}

/** Each bar is a piece of its own, so that many of them can stand on two pages. */
function parted(bars: HTMLElement): HTMLElement[] {
  if (bars.tagName !== "UL") return [bars];
  return [...bars.children].map((bar) => {
    const list = element("ul", { class: "pw-bars" });
    list.append(bar);
    return list;
  });
}

/** Why what is right is right. */
function because(wire: Question, words: Words): HTMLElement[] {
  const whole = { ...wire, hints: wire.hints ?? [], terms: wire.terms ?? [], readAgain: wire.readAgain ?? null };
  const notes = typeOf(whole)
    .explainAll(whole)
    .filter((note) => note.isRight && note.why);
  if (!notes.length) return [];
  const box = element("section", { class: "pw-because" });
  box.append(
    element("h2", {}, words.say("because")),
    ...notes.map((note) => drawn(wire.type === "scale" ? rightNumbers(wire, words) : note.said, note.why)),
  );
  return [box];
}

function drawn(said: string, why: string): HTMLElement {
  const made = element("p");
  if (said) {
    const what = element("b");
    what.append(written("span", said));
    made.append(what, " ");
  }
  made.append(written("span", why));
  return made;
}
