/** A part of the chapter, to read along while somebody speaks. */
import { element, linkTo, written } from "../../draw";
import { heading, still, type View } from "./view";

export const section: View = {
  key: () => "",
  show(state, ground) {
    const { words } = ground.facts;
    const el = element("section");
    el.append(heading(ground, state), element("p", { class: "pw-soft" }, words.say("section_read")));
    if (state.step.html) el.append(written("div", state.step.html, { class: "pw-passage" }));
    const { chapter } = state.room;
    if (chapter) {
      const more = element("p", { class: "pw-more" }, `${words.say("section_more")}: `);
      const link = linkTo(chapter.href, chapter.title);
      link.target = "_blank"; // the room stays open
      more.append(link);
      el.append(more);
    }
    return still(el);
  },
};
