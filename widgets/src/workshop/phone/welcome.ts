/** Somebody has come in and waits for the others. */
import { element } from "../../draw";
import { heading, still, type View } from "./view";

export const welcome: View = {
  key: () => "",
  show(state, ground) {
    const { words } = ground.facts;
    const el = element("section");
    el.append(
      heading(ground, state, words.say("welcome_title")),
      element("p", { class: "pb-lead" }, state.room.title),
      element("p", {}, words.say("welcome_text")),
      element("p", { class: "pw-card" }, words.say("welcome_calm")),
      element("p", { class: "pw-soft" }, words.say("welcome_words")),
    );
    return still(el);
  },
};
