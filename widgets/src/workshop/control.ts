/** The script of the control: the buttons that a person can use while speaking, and the room as it is. */
import { openKeep } from "../reader/keep/keep";
import { startPanels } from "../reader/menu";
import { startSettings } from "../reader/settings";
import { makeDesk } from "./control/desk";
import { PARTS } from "./control/registry";
import { type Facts, factsOf } from "./facts";
import { type LedState, stateFromWire } from "./state";
import { Follower } from "./stream";
import { tellerOf } from "./tell";

start(factsOf(document));

function start(facts: Facts): void {
  const { words, site, to } = facts;
  const teller = tellerOf(document);
  startPanels(document);
  startSettings(document, site, openKeep(document));
  let state: LedState | null = null;
  const take = (wire: unknown) => {
    const next = stateFromWire<LedState>(wire);
    if (state && next.revision < state.revision) return;
    const before = state;
    document.documentElement.dataset.revision = String(next.revision);
    state = next;
    for (const part of parts) part.update(next);
    if (before && (before.phase !== next.phase || before.step.id !== next.step.id || before.isOver !== next.isOver))
      teller.say(`${next.step.title}. ${words.say(next.isOver ? "is_over" : `phase_${next.phase}`)}`);
  };
  const desk = makeDesk(document, facts, teller, { revision: () => state?.revision ?? 0, take });
  const parts = Object.entries(PARTS).flatMap(([id, make]) => {
    const place = document.getElementById(id);
    return place ? [make(place, desk)] : [];
  });
  take(facts.state);
  document.documentElement.dataset.room = "on";
  let wasLost = false;
  new Follower({
    events: to.events ?? "",
    state: to.state ?? "",
    onState: take,
    onLink(link) {
      teller.notice(link === "lost" ? words.say("lost") : wasLost ? words.say("back_again") : "");
      wasLost = link === "lost";
    },
  });
}
