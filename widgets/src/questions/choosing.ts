/** Choosing one option: shared by single choice, true or false, and the poll. */
import type { ChoosingQuestion, Option } from "../wire";
import type { Ground, Note, QuestionType, Verdict } from "./contract";

export const chooseOne: QuestionType<ChoosingQuestion, string> = {
  missing: "choose_one",
  canReveal: true,
  attach: () => undefined,
  read: (ground) => inputs(ground).find((input) => input.checked)?.value ?? null,
  write: (ground, answer) => {
    for (const input of inputs(ground)) input.checked = input.value === answer;
  },
  accepts: (question, answer): answer is string => question.options.some((option) => option.id === answer),
  judge: (question, answer): Verdict => {
    const chosen = question.options.filter((option) => option.id === answer);
    return {
      isRight: chosen.some((option) => option.right),
      isPartly: false,
      notes: chosen.map((option) => ({ ...explained(option), said: "" })),
    };
  },
  keepRight: () => null,
  rightAnswer: (question) => question.options.find((option) => option.right)?.id ?? null,
  explainAll: (question) => question.options.map(explained),
};

export function inputs(ground: Ground<ChoosingQuestion>): HTMLInputElement[] {
  return [...ground.ask.querySelectorAll("input")];
}

export function explained(option: Option): Note {
  return { part: option.id, isRight: option.right, said: option.text, why: option.explanation };
}
