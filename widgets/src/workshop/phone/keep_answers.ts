/** Puts somebody's answers into the reading pages' book on this phone, once they say yes: judged, and under each question's key. */
import { element, linkTo } from "../../draw";
import { typeOf } from "../../questions/registry";
import { loadData } from "../../reader/data";
import { withAnswer } from "../../reader/given";
import type { Edit } from "../../reader/keep/keep";
import type { Questions } from "../../reader/my/questions";
import { type Answer, type Given, givenToWire, NOTHING_GIVEN, questionsFromWire } from "../../wire";
import type { Sent } from "../facts";
import type { Ground } from "./view";

/** The question and its button; nothing where there are no answers or nothing may be kept. */
export function keepAnswers(ground: Ground): HTMLElement[] {
  const { facts, keep, memory } = ground;
  const { words, site } = facts;
  const given = memory.all().filter((each) => each.is !== "late");
  const count = new Set(given.map((each) => each.question)).size;
  const canKeep = keep.state === "ask" || keep.state === "no" || keep.state === "yes";
  if (!count || !canKeep || !site.data.questions) return [];
  const box = element("section", { class: "pw-card" });
  const said = element("p", { role: "status", tabindex: "-1" });
  const button = element("button", { type: "button", class: "pb-button pw-main" }, words.say("end_keep_yes"));
  button.addEventListener("click", async () => {
    button.disabled = true;
    const isDone = await putInBook(ground, given);
    button.disabled = false;
    said.textContent = words.say(
      !isDone ? "end_keep_failed" : keep.state === "yes" ? "end_keep_done" : "end_keep_open",
    );
    if (!isDone) return;
    said.focus();
    button.replaceWith(linkTo(`${site.base}${site.language}/my-pages.html`, words.say("end_my_pages")));
  });
  box.append(
    element("h2", {}, words.say("end_keep_title")),
    element("p", {}, words.say(count === 1 ? "end_keep_one" : "end_keep", { count })),
    said,
    button,
  );
  return [box];
}

async function putInBook({ facts, keep }: Ground, given: readonly Sent[]): Promise<boolean> {
  try {
    const { asked } = await loadData(document, facts.site, "questions");
    if (keep.state !== "yes") keep.agree();
    const at = new Date().toISOString();
    // In the order of giving: the first counts as what was believed first.
    const inOrder = [...given].sort((one, other) => one.sequence - other.sequence);
    for (const each of inOrder) for (const edit of edits(asked, each, at)) keep.change(edit);
    return true;
  } catch {
    return false;
  }
}

function edits(asked: Questions["asked"], sent: Sent, at: string): Edit[] {
  const [chapter = "", id = ""] = sent.question.split("#", 2);
  const found = Object.entries(asked).find(([, each]) => each.id === id && fileOf(each.page) === chapter);
  if (!found) return [];
  const [key, { page, wire }] = found;
  const [question] = questionsFromWire([wire]);
  const type = question && typeOf(question);
  if (!question || !type?.accepts(question, sent.answer)) return [];
  const { isRight } = type.judge(question, sent.answer as Answer);
  const given: Given = { ...NOTHING_GIVEN, answer: sent.answer, isRight, tries: 1, confidence: sent.confidence };
  return [withAnswer(key, { page, question: id, given: givenToWire(given), at })];
}

function fileOf(page: string): string {
  return (page.split("/").pop() ?? "").replace(/\.html$/, "");
}
