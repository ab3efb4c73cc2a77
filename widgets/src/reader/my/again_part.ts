/** Answers to look at again: "sure but wrong" first, told kindly, each with the way to what explains it. */
import { element, linkTo, written } from "../../draw";
import { wordsFrom } from "../../words";
import { say } from "../site";
import type { Ground, Part } from "./contract";
import { button, find, focusOn, showSome, tell } from "./drawing";
import { type LookAgain, lookAgain } from "./look_again";
import type { AskedQuestion, Questions } from "./questions";

export const showAgain: Part = (el, ground) => {
  const shown = find(el, ".pb-my-shown");
  const showWhat = (loaded: Questions | "failed") => {
    const failed = () => [element("p", {}, say(ground.site, "again_failed"))];
    shown.replaceChildren(...(loaded === "failed" ? failed() : drawn(el, ground, loaded)));
  };
  return () => {
    const { answers } = ground.keep.book();
    const given = Object.values(answers).filter((kept) => kept.given !== null);
    showSome(el, given.length > 0);
    if (!given.length) shown.replaceChildren();
    else if (ground.loaded) showWhat(ground.loaded);
    // Answers from another tab or a file: nobody had asked for the questions before.
    else ground.questions().then(showWhat, () => showWhat("failed"));
  };
};

function drawn(el: HTMLElement, ground: Ground, questions: Questions): HTMLElement[] {
  const { site, keep } = ground;
  const found = lookAgain(keep.book().answers, questions);
  const parts: HTMLElement[] = [];
  if (found.answered) {
    const { answered: count, right } = found;
    parts.push(element("p", { class: "pb-soft" }, say(site, "again_answered", { count, right })));
  }
  for (const kind of ["sure", "wrong", "worked"] as const) {
    if (!found[kind].length) continue;
    const list = element("ul", { class: `pb-my-again pb-my-${kind}` });
    list.append(...found[kind].flatMap((key) => entry(questions, key)));
    const heading = element("h3", {}, say(site, `again_${kind}`));
    parts.push(heading, element("p", {}, say(site, `again_${kind}_text`)), list);
  }
  if (parts.length === 1) parts.push(element("p", { class: "pb-my-well" }, say(site, "again_all")));
  if (found.changed.length) parts.push(changed(el, ground, found));
  return parts;
}

function entry({ asked, labels }: Questions, key: string): HTMLElement[] {
  const question = asked[key];
  if (!question) return [];
  const item = element("li");
  item.append(written("p", question.wire.stem, { class: "pb-my-stem" }), ...ways(question, labels));
  return [item];
}

/** To the part that explains it, and to the words that help. */
export function ways({ title, wire }: AskedQuestion, labels: Record<string, string>): HTMLElement[] {
  const words = wordsFrom(labels);
  const lines = [element("p", { class: "pb-soft" }, title)];
  if (wire.read_again) {
    const line = element("p", { class: "pb-my-way" });
    line.append(linkTo(wire.read_again.href, words.say("read_again", { label: wire.read_again.label })));
    lines.push(line);
  }
  if (wire.terms.length) {
    const line = element("p", { class: "pb-my-words" }, `${words.say("words")} `);
    line.append(...wire.terms.flatMap(({ href, label }, index) => [index ? ", " : "", linkTo(href, label)]));
    lines.push(line);
  }
  return lines;
}

/** Nothing is shown of an answer to a question that is not there any more: it would stand under the wrong words. */
function changed(el: HTMLElement, { site, keep }: Ground, found: LookAgain): HTMLElement {
  const { length } = found.changed;
  const text = say(site, length === 1 ? "again_changed_one" : "again_changed", { count: length });
  const drop = button(say(site, "again_drop"), () => {
    keep.change((book) => {
      const kept = Object.entries(book.answers).filter(([key]) => !found.changed.includes(key));
      return { ...book, answers: Object.fromEntries(kept) };
    });
    tell(el, say(site, "again_dropped"));
    focusOn(find(el, "h2"));
  });
  const box = element("div", { class: "pb-my-changed" });
  box.append(element("p", {}, text), drop);
  return box;
}
