/** What the big screen says where nothing is asked: a section, and the end with what has become clear. */
import { element } from "../../draw";
import type { Words } from "../../words";
import { drawLine } from "../bars";
import type { LedState } from "../state";
import { headOf, line, type View } from "./view";

/** People come in: the door stands in the page already. */
export const welcome: View = () => null;

export const section: View = (state, { words }) => ({
  key: state.step.id,
  head: headOf(state, words, state.step.title),
  pieces: [line(words.say("read_along"), "pw-soft"), ...askedBy(state, words)],
});

export const end: View = (state, { words, to, site }) => {
  const address = `${location.host}${to.guide ?? site.base}`;
  return {
    key: `end ${state.isOver}`,
    head: headOf(state, words, state.step.kind === "thanks" ? state.step.title : words.say("kind_thanks")),
    pieces: [...understanding(state, words), line(words.say("end"), "pw-soft"), line(address, "pw-address")],
  };
};

/** A picture of understanding, section by section: of all answers at the last vote, how many were right. */
export function understanding(state: LedState, words: Words): HTMLElement[] {
  const parts = state.understanding ?? [];
  if (!parts.length) return [];
  const title = element("h2", {}, words.say("understanding"));
  const pieces = parts.map(({ title: name, right, answered }) => {
    const list = element("ul", { class: "pw-bars" });
    const item = element("li", { class: "pw-bar pw-clear" });
    const text = element("div", { class: "pw-bar-text" });
    text.append(element("span", {}, name));
    const row = element("div", { class: "pw-bar-row" });
    const count = words.say("understanding_part", { right, answered });
    row.append(drawLine(right, answered), element("span", { class: "pw-bar-count" }, count));
    item.append(text, row);
    list.append(item);
    return list;
  });
  return [title, ...pieces];
}

export function askedBy(state: LedState, words: Words): HTMLElement[] {
  if (!state.asked.length) return [];
  const title = element("h2", {}, words.say("questions_asked"));
  return [title, ...state.asked.map((each) => element("p", { class: "pw-said-by" }, each.text))];
}
