/** Every question type of the browser's half. A new type is a new file and a line here. */
import type { Answer, Question } from "../wire";
import type { QuestionType } from "./contract";
import { matching } from "./matching";
import { ordering } from "./ordering";
import { poll } from "./poll";
import { scale } from "./scale";
import { several } from "./several";
import { single } from "./single";
import { trueFalse } from "./true_false";

export const QUESTION_TYPES = {
  single,
  several,
  true_false: trueFalse,
  matching,
  ordering,
  scale,
  poll,
} as const;

/** The type of a question. Each member takes its own kind of question, which the question's `type` names. */
export function typeOf(question: Question): QuestionType<Question, Answer> {
  return QUESTION_TYPES[question.type] as unknown as QuestionType<Question, Answer>;
}
