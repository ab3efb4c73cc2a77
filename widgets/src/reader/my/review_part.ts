/** The review: a short quiz mixed from several chapters, drawn only when it is asked for. */
import { element, written } from "../../draw";
import { localModel } from "../../host";
import quiz from "../../quiz";
import { withAnswer } from "../given";
import { say } from "../site";
import { ways } from "./again_part";
import type { Ground, Part } from "./contract";
import { button, find, onDo, showSome, tell } from "./drawing";
import type { AskedQuestion, Questions } from "./questions";
import { chooseReview } from "./review_choice";

type Records = Record<string, { is_right: boolean | null; revealed: boolean; tries: number }>;

export const showReview: Part = (el, ground) => {
  let stop = () => {};
  const start = async () => {
    tell(el, say(ground.site, "review_loading"));
    try {
      const questions = await ground.questions();
      tell(el, "");
      stop();
      stop = ask(el, ground, questions, start);
      find(el, "h3").focus();
    } catch {
      tell(el, say(ground.site, "review_failed"));
    }
  };
  onDo(el, "start", start);
  return () => {
    const { answers, places } = ground.keep.book();
    showSome(el, Object.keys(answers).length > 0 || Object.values(places).some(({ read }) => read.length > 0));
  };
};

/** The questions stay as they are while they are asked, whatever the answers do to the book. */
function ask(el: HTMLElement, ground: Ground, questions: Questions, more: () => void): () => void {
  const keys = chooseReview(ground.keep.book(), questions, Math.random);
  const chosen = keys.flatMap((key) => questions.asked[key] ?? []);
  const end = find(el, ".pb-my-end");
  end.replaceChildren();
  const place = find(el, ".pb-my-shown");
  place.replaceChildren(drawn(ground, chosen));
  el.toggleAttribute("data-asking", true);
  const model = localModel({ questions: chosen.map(({ wire }) => wire), labels: questions.labels, answers: {} });
  const counts = keys.map((key) => [key, (ground.keep.book().answers[key]?.again ?? 0) + 1] as const);
  const known = new Map<string, string>();
  const news = () => {
    const records = (model.get("answers") ?? {}) as Records;
    keepNews(ground, chosen, records, known, new Map(counts));
    if (!keys.every((key) => records[key]?.tries || records[key]?.revealed)) return;
    if (!end.firstChild) tell(el, say(ground.site, "review_done"));
    const again = button(say(ground.site, "review_more"), more);
    end.replaceChildren(...results(ground, chosen, records, questions), again);
  };
  model.on("change:answers", news);
  return quiz.render({ model, el: place });
}

/** One box with all of them, in the shape that the quiz of a chapter has. */
function drawn({ site }: Ground, chosen: AskedQuestion[]): HTMLElement {
  const boxes = chosen.map(({ html }) => written("div", html).firstElementChild as HTMLElement);
  const [first, ...others] = boxes;
  if (!first) return element("p", {}, say(site, "review_failed"));
  for (const box of others) first.append(...box.querySelectorAll(".pb-question"));
  first.querySelector(".pb-label")?.lastChild?.replaceWith(say(site, "review_name"));
  chosen.forEach(({ title }, index) => {
    const where = say(site, "review_position", { number: index + 1, count: chosen.length });
    const position = element("span", { class: "pb-position" }, `${where} · ${title}`);
    first.querySelectorAll(".pb-question .pb-ask > legend")[index]?.prepend(position, " ");
  });
  return first;
}

/** `known` is what of each question has been kept, `counts` the number of its review. */
function keepNews(
  { keep, now }: Ground,
  chosen: AskedQuestion[],
  records: Records,
  known: Map<string, string>,
  counts: Map<string, number>,
): void {
  for (const { page, id, wire } of chosen) {
    const given = records[wire.key];
    const text = JSON.stringify(given);
    if (!given || known.get(wire.key) === text) continue;
    known.set(wire.key, text);
    const again = counts.get(wire.key) ?? 1;
    keep.change(withAnswer(wire.key, { page, question: id, given, at: now().toISOString(), again }));
  }
}

/** What was right at the first try, and what was not, with the way to what explains it. */
function results({ site }: Ground, chosen: AskedQuestion[], records: Records, all: Questions): HTMLElement[] {
  const knows = ({ wire }: AskedQuestion) => {
    const given = records[wire.key];
    return given?.is_right === true && given.tries === 1 && !given.revealed;
  };
  const groups = [
    ["review_known", chosen.filter(knows)],
    ["review_look", chosen.filter((each) => !knows(each))],
  ] as const;
  return groups.flatMap(([name, questions]) => {
    if (!questions.length) return [];
    const list = element("ul", { class: `pb-my-again pb-my-${name}` });
    for (const each of questions) {
      const item = element("li");
      item.append(written("p", each.wire.stem, { class: "pb-my-stem" }));
      if (!knows(each)) item.append(...ways(each, all.labels));
      list.append(item);
    }
    return [element("h4", {}, say(site, name)), list];
  });
}
