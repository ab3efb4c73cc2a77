/** The script of the big screen: it follows the room, and has buttons for nothing but its own pages. */
import { clockOf } from "./clock";
import { type Facts, factsOf } from "./facts";
import { Pages } from "./projector/pages";
import { VIEWS } from "./projector/registry";
import { end } from "./projector/still";
import { type LedState, stateFromWire } from "./state";
import { Follower } from "./stream";
import { tellerOf } from "./tell";

const SAID: Record<string, string> = {
  open: "please_answer",
  closed: "closed",
  discuss: "discuss",
  revealed: "results_said",
};

start(factsOf(document));

function start(facts: Facts): void {
  const { words, to } = facts;
  const [door, show, buttons] = ["pw-door", "pw-show", "pw-pages"].map((id) => document.getElementById(id));
  if (!door || !show || !buttons) return;
  const teller = tellerOf(document);
  const pages = new Pages(show, buttons, words);
  let state: LedState | null = null;
  let key = "";
  const take = (wire: unknown) => {
    const next = stateFromWire<LedState>(wire);
    if (state && next.revision < state.revision) return;
    const before = state;
    document.documentElement.dataset.revision = String(next.revision);
    state = next;
    key = draw(next, facts, key, { door, show, buttons, pages });
    count(next, facts);
    clockOf(document.getElementById("pw-time"), next, words);
    const said = SAID[next.phase];
    if (before && said && (before.phase !== next.phase || before.round !== next.round)) teller.say(words.say(said));
  };
  take(facts.state);
  document.documentElement.dataset.room = "on";
  void document.fonts?.ready.then(() => pages.share());
  offerFullScreen();
  let wasLost = false;
  new Follower({
    events: `${to.events}?view=projector`,
    state: `${to.state}?view=projector`,
    onState: take,
    onLink(link) {
      teller.notice(link === "lost" ? words.say("lost") : wasLost ? words.say("back_again") : "");
      wasLost = link === "lost";
    },
  });
}

interface Stage {
  door: HTMLElement;
  show: HTMLElement;
  buttons: HTMLElement;
  pages: Pages;
}

function draw(state: LedState, facts: Facts, before: string, { door, show, buttons, pages }: Stage): string {
  document.body.classList.toggle("pw-dark", state.isBlank);
  const view = state.isOver ? end : VIEWS[state.step.kind];
  const scene = view(state, facts);
  door.hidden = scene !== null;
  show.hidden = scene === null;
  const isDoor = scene === null;
  const join = document.getElementById("pw-strip-join");
  if (join) join.hidden = isDoor || state.isOver;
  if (!scene) buttons.hidden = true;
  const key = scene ? `${scene.key} ${JSON.stringify([state.asked, state.results, state.understanding])}` : "door";
  if (scene && key !== before) pages.show(scene.head, scene.pieces);
  return key;
}

/** Numbers that change while nothing else does. */
function count(state: LedState, { words }: Facts): void {
  const { joined } = state.people;
  const people = document.getElementById("pw-in");
  const inside = joined ? words.say(joined === 1 ? "in_one" : "in_many", { count: joined }) : words.say("none_yet");
  if (people && people.textContent !== inside) people.textContent = inside;
  const most = Math.max(0, ...Object.values(state.answered));
  const text = words.say(most === 1 ? "answered_one" : "answered_many", { count: most });
  for (const each of document.querySelectorAll(".pw-counter")) if (each.textContent !== text) each.textContent = text;
  const time = document.getElementById("pw-time");
  if (time) time.hidden = !state.timerEnds;
}

function offerFullScreen(): void {
  const button = document.getElementById("pw-full");
  if (!button || !document.fullscreenEnabled) return;
  button.hidden = false;
  button.addEventListener("click", () => void document.documentElement.requestFullscreen());
  document.addEventListener("fullscreenchange", () => {
    button.hidden = document.fullscreenElement !== null;
  });
}
