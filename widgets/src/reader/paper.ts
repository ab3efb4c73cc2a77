/** While a chapter is printed, the answers to its questions stand explained at its end, away from the questions. */
import { element } from "../draw";
import { type Site, say } from "./site";

export function startPaper(page: Document, site: Site): void {
  const view = page.defaultView;
  let answers: HTMLElement | null = null;
  view?.addEventListener("beforeprint", () => {
    answers?.remove();
    answers = answersOf(page, say(site, "paper_answers"));
    if (answers) placeIn(page, answers);
  });
  view?.addEventListener("afterprint", () => {
    answers?.remove();
    answers = null;
  });
}

/** Every question with its answers explained; null where there is none. */
function answersOf(page: Document, title: string): HTMLElement | null {
  const items = [...page.querySelectorAll("main .pb-question")].flatMap((question) => {
    const stem = question.querySelector(".pb-stem");
    const answers = question.querySelector(".pb-answers .pb-explained");
    if (!stem || !answers) return [];
    const item = element("li");
    const asked = element("p", { class: "pb-paper-stem" });
    asked.append(...copied(stem).childNodes);
    item.append(asked, copied(answers));
    return [item];
  });
  if (!items.length) return null;
  const list = element("ol");
  list.append(...items);
  const section = element("section", { class: "pb-paper" });
  section.append(element("h2", {}, title), list);
  return section;
}

function copied(node: Element): Element {
  return node.cloneNode(true) as Element;
}

/** Before the sources, which end the chapter. */
function placeIn(page: Document, answers: HTMLElement): void {
  const sources = page.querySelector("main article .pb-sources");
  if (sources) sources.before(answers);
  else page.querySelector("main article")?.append(answers);
}
