/** The last page: the chapter, the downloads, one's own answers, and a word for in three weeks. */
import { element, linkTo } from "../../draw";
import { keepAnswers } from "./keep_answers";
import { heading, type Shown, still, type View } from "./view";
import { offerWord } from "./word";

export const end: View = {
  key: (state) => String(state.isOver),
  show(state, ground): Shown {
    const { words, to } = ground.facts;
    const el = element("section");
    const links = element("ul", { class: "pw-links" });
    const add = (href: string | undefined, text: string) => {
      if (!href) return;
      const line = element("li");
      line.append(linkTo(href, text));
      links.append(line);
    };
    const { chapter } = state.room;
    if (chapter) add(chapter.href, words.say("end_chapter", { title: chapter.title }));
    add(to.downloads, words.say("end_downloads"));
    el.append(heading(ground, state, words.say("end_title")));
    if (state.isOver) el.append(element("p", {}, words.say("end_over")));
    el.append(element("p", { class: "pb-lead" }, words.say("end_text")), links, ...keepAnswers(ground));
    if (state.room.followUp) el.append(offerWord(ground));
    return still(el);
  },
};
