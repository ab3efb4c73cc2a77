/** Several choices: the reader finds all that are right. */
import type { ChoosingQuestion } from "../wire";
import { explained, inputs } from "./choosing";
import type { QuestionType, Verdict } from "./contract";

export const several: QuestionType<ChoosingQuestion, string[]> = {
  missing: "choose_some",
  canReveal: true,
  attach: () => undefined,
  read: (ground) => {
    const chosen = inputs(ground).filter((input) => input.checked);
    return chosen.length ? chosen.map((input) => input.value) : null;
  },
  write: (ground, answer) => {
    for (const input of inputs(ground)) input.checked = answer?.includes(input.value) ?? false;
  },
  accepts: (question, answer): answer is string[] =>
    Array.isArray(answer) && answer.length > 0 && answer.every((id) => question.options.some((each) => each.id === id)),
  judge: (question, answer): Verdict => {
    const isRight = question.options.every((option) => option.right === answer.includes(option.id));
    const chosen = question.options.filter((option) => answer.includes(option.id));
    return { isRight, isPartly: !isRight && chosen.some((option) => option.right), notes: chosen.map(explained) };
  },
  keepRight: (question, answer) => {
    const kept = rightIds(question).filter((id) => answer.includes(id));
    return kept.length ? kept : null;
  },
  rightAnswer: rightIds,
  explainAll: (question) => question.options.map(explained),
};

function rightIds(question: ChoosingQuestion): string[] {
  return question.options.filter((option) => option.right).map((option) => option.id);
}
