/** Matching: a native menu for each pair. A menu cuts long choices off, so what is chosen is written out over it. */
import { element } from "../draw";
import type { MatchingQuestion, Pair } from "../wire";
import type { Ground, Note, QuestionType, Verdict } from "./contract";

type Matches = Record<string, string>;

export const matching: QuestionType<MatchingQuestion, Matches> = {
  missing: "choose_each",
  canReveal: true,
  attach: (ground) => {
    for (const [, menu] of menus(ground)) {
      menu.after(element("span", { class: "pb-picked", "aria-hidden": "true" }));
      menu.addEventListener("change", () => writeOut(menu));
      writeOut(menu);
    }
  },
  read: (ground) => {
    const chosen = menus(ground).map(([id, menu]) => [id, menu.value] as const);
    return chosen.every(([, match]) => match) ? Object.fromEntries(chosen) : null;
  },
  write: (ground, answer) => {
    for (const [id, menu] of menus(ground)) {
      menu.value = answer?.[id] ?? "";
      writeOut(menu);
    }
  },
  accepts: (question, answer): answer is Matches =>
    answer !== null &&
    typeof answer === "object" &&
    question.pairs.every((pair) => question.matches.includes((answer as Matches)[pair.id] ?? "")),
  judge: (question, answer): Verdict => {
    const notes = question.pairs.map((pair) => judged(pair, answer[pair.id] ?? ""));
    const right = notes.filter((note) => note.isRight).length;
    return { isRight: right === notes.length, isPartly: right > 0 && right < notes.length, notes };
  },
  keepRight: (question, answer) => {
    const kept = question.pairs.filter((pair) => answer[pair.id] === pair.match);
    return kept.length ? byId(kept) : null;
  },
  rightAnswer: (question) => byId(question.pairs),
  explainAll: (question) => question.pairs.map((pair) => judged(pair, pair.match)),
};

/** A wrong match is only named: the pair's explanation would give the right one away. */
function judged(pair: Pair, chosen: string): Note {
  const isRight = chosen === pair.match;
  return {
    part: pair.id,
    isRight,
    said: `${pair.text}: ${escaped(chosen)}`,
    why: isRight ? pair.explanation : "",
  };
}

function byId(pairs: Pair[]): Matches {
  return Object.fromEntries(pairs.map((pair) => [pair.id, pair.match]));
}

function menus(ground: Ground<MatchingQuestion>): [string, HTMLSelectElement][] {
  return [...ground.ask.querySelectorAll<HTMLElement>("[data-part]")].flatMap((row) => {
    const menu = row.querySelector("select");
    return menu ? [[row.dataset.part ?? "", menu]] : [];
  });
}

function writeOut(menu: HTMLSelectElement): void {
  const picked = menu.nextElementSibling;
  if (picked) picked.textContent = menu.selectedOptions[0]?.textContent ?? "";
}

/** Matches are plain words on the wire; notes are HTML. */
function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
