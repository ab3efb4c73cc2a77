/** What the room answered, for the facilitator alone until it is revealed. */
import { element, written } from "../../draw";
import { drawBars } from "../bars";
import { type LedState, type Result, resultOf } from "../state";
import type { MakePart } from "./view";

export const results: MakePart = (place, desk) => {
  const { words } = desk.facts;
  const title = place.querySelector("h2");
  let shown = "";
  return {
    update(state) {
      const key = JSON.stringify([state.results, state.phase, state.step.id]);
      if (key === shown) return;
      shown = key;
      place.hidden = !state.results?.length;
      const isAll = state.phase === "revealed";
      if (title) title.textContent = words.say(isAll ? "results_shown" : "results_yours");
      place.replaceChildren(...(title ? [title] : []), ...state.questions.flatMap((each) => drawn(each.name, state)));
    },
  };

  function drawn(name: string, state: LedState): HTMLElement[] {
    const asked = state.questions.find((each) => each.name === name);
    const votes = [1, 2].flatMap((round) => resultOf(state, name, round) ?? ([] as Result[]));
    const bars = asked && drawBars(asked.wire, votes, words);
    if (!asked || !bars) return [];
    const last = votes[votes.length - 1];
    const sure = last?.sureButWrong ?? 0;
    const said = sure ? [element("p", { class: "pw-soft" }, words.say("sure_but_wrong", { count: sure }))] : [];
    return [...(state.questions.length > 1 ? [written("p", asked.wire.stem)] : []), bars, ...said];
  }
};
