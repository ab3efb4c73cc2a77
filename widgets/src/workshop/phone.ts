/** The script of a participant's page. Without it the page is a form that works by reloading. */
import glossary from "../glossary";
import { localModel } from "../host";
import { openKeep } from "../reader/keep/keep";
import { startPanels } from "../reader/menu";
import { startSettings } from "../reader/settings";
import { type Facts, factsOf } from "./facts";
import { Memory, storageOf } from "./memory";
import { Outbox } from "./outbox";
import { startAsking } from "./phone/ask";
import { Room } from "./phone/room";
import { Follower } from "./stream";
import { tellerOf } from "./tell";

start(factsOf(document));

function start(facts: Facts): void {
  const { words, site, to } = facts;
  const keep = openKeep(document);
  const teller = tellerOf(document);
  startPanels(document);
  startSettings(document, site, keep);
  explainWords(facts);
  startAsking(document, facts);
  const memory = new Memory(facts.room, storageOf(document));
  for (const each of facts.own) memory.put({ ...each, is: "stored" });
  const outbox = new Outbox(to.answers ?? "", memory, () => room.refresh());
  const room = new Room(document, { facts, memory, outbox, keep }, teller);
  const take = (state: unknown) => {
    room.take(state);
    if (!room.isOver) return;
    memory.remove();
    follower?.end();
  };
  let follower: Follower | undefined;
  take(facts.state);
  document.documentElement.dataset.room = "on";
  if (room.isOver) return;
  let wasLost = false;
  follower = new Follower({
    events: to.events ?? "",
    state: to.state ?? "",
    onState: take,
    onLink(link) {
      if (link === "there") void outbox.send();
      teller.notice(link === "lost" ? words.say("lost") : wasLost ? words.say("back_again") : "");
      wasLost = link === "lost";
    },
  });
  addEventListener("online", () => void outbox.send());
  void outbox.send();
}

/** Words with a meaning open it, here as in the chapters. */
function explainWords({ glossary: terms, site }: Facts): void {
  const el = document.getElementById("pw-words");
  if (el && terms) glossary.render({ model: localModel({ html: "", labels: site.words, ...terms }), el });
}
