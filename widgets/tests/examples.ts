/** The examples that pytest reads too (tests/widgets/cases). */
import { parse } from "yaml";
import yaml from "../../tests/widgets/cases/questions.yaml?raw";
import state from "../../tests/widgets/cases/state.json";
import { localModel } from "../src/host";
import { type Answer, type Question, questionsFromWire } from "../src/wire";

export interface Case {
  answers: {
    answer: Answer;
    right: boolean | null;
    partly?: boolean;
    kept?: Answer | null;
    told: Record<string, boolean | null>;
  }[];
  none: unknown[];
  right_answer: Answer | null;
}

export const cases = parse(yaml).types as Record<string, Case>;

export function questionOf(type: string): Question {
  const found = questionsFromWire(state.quiz.questions).find((question) => question.type === type);
  if (!found) throw new Error(`state.json has no question of type ${type}`);
  return found;
}

/** A widget's model and the element it is drawn in, inside the document. */
export function stand(widget: "quiz" | "glossary" | "term_list", change: Record<string, unknown> = {}) {
  const el = document.createElement("div");
  document.body.append(el);
  return { el, model: localModel({ ...structuredClone(state[widget]), ...change }) };
}
