/** Ordering: a list with buttons that move an item up or down. */
import { element, icon } from "../draw";
import type { Choice, OrderingQuestion } from "../wire";
import type { Ground, QuestionType, Verdict } from "./contract";

const MOVED = "data-moved";

export const ordering: QuestionType<OrderingQuestion, string[]> = {
  missing: "move_one",
  canReveal: true,
  attach: (ground) => {
    for (const item of rows(ground)) item.append(moves(ground, item));
    nameEnds(ground);
  },
  read: (ground) => (list(ground)?.hasAttribute(MOVED) ? rows(ground).map(id) : null),
  write: (ground, answer) => {
    const byId = new Map(rows(ground).map((row) => [id(row), row]));
    for (const each of answer ?? ground.question.shown) {
      const row = byId.get(each);
      if (row) list(ground)?.append(row);
    }
    list(ground)?.toggleAttribute(MOVED, answer !== null);
    nameEnds(ground);
  },
  accepts: (question, answer): answer is string[] =>
    Array.isArray(answer) &&
    answer.length === question.items.length &&
    question.items.every((item) => answer.includes(item.id)),
  judge: (question, answer): Verdict => {
    const notes = answer.map((each, index) => judged(question, each, question.items[index]?.id === each));
    const right = notes.filter((note) => note.isRight).length;
    return { isRight: right === notes.length, isPartly: right > 0 && right < notes.length, notes };
  },
  keepRight: (_, answer) => answer,
  rightAnswer: (question) => question.items.map((item) => item.id),
  explainAll: (question) => question.items.map((item) => judged(question, item.id, true)),
};

/** An item in a wrong place is only named: its explanation would give the place away. */
function judged(question: OrderingQuestion, itemId: string, isRight: boolean) {
  const item = question.items.find((each) => each.id === itemId) as Choice;
  return { part: itemId, isRight, said: item.text, why: isRight ? item.explanation : "" };
}

function moves(ground: Ground<OrderingQuestion>, row: HTMLElement): HTMLElement {
  const text = row.querySelector(".pb-text")?.textContent ?? "";
  const buttons = (["up", "down"] as const).map((way) => {
    const button = element("button", { type: "button", class: "pb-move", "data-way": way });
    button.setAttribute("aria-label", ground.words.say(`move_${way}`, { text }));
    button.append(icon(way));
    button.addEventListener("click", () => move(ground, row, way, text));
    return button;
  });
  const group = element("span", { class: "pb-moves" });
  group.append(...buttons);
  return group;
}

/** The pressed button keeps the focus, also at the end of the list. */
function move(ground: Ground<OrderingQuestion>, row: HTMLElement, way: "up" | "down", text: string): void {
  const pressed = row.querySelector<HTMLElement>(`[data-way=${way}]`);
  const neighbour = way === "up" ? row.previousElementSibling : row.nextElementSibling;
  if (neighbour) {
    if (way === "up") neighbour.before(row);
    else neighbour.after(row);
  }
  list(ground)?.setAttribute(MOVED, "");
  nameEnds(ground);
  pressed?.focus();
  const number = rows(ground).indexOf(row) + 1;
  ground.speak(ground.words.say("moved", { text, number, count: rows(ground).length }));
}

/** The first cannot go up and the last cannot go down; they say so and stay in reach. */
function nameEnds(ground: Ground<OrderingQuestion>): void {
  rows(ground).forEach((row, index, all) => {
    row.querySelector("[data-way=up]")?.setAttribute("aria-disabled", String(index === 0));
    row.querySelector("[data-way=down]")?.setAttribute("aria-disabled", String(index === all.length - 1));
  });
}

function list(ground: Ground<OrderingQuestion>): HTMLElement | null {
  return ground.ask.querySelector<HTMLElement>(".pb-items");
}

function rows(ground: Ground<OrderingQuestion>): HTMLElement[] {
  return [...ground.ask.querySelectorAll<HTMLElement>(".pb-item")];
}

function id(row: HTMLElement): string {
  return row.dataset.part ?? "";
}
