/** Every kind of step on a phone. A new kind is a new file and a line here. */
import type { StepKind } from "../state";
import { end } from "./end";
import { questions } from "./questions";
import { section } from "./section";
import type { View } from "./view";
import { welcome } from "./welcome";

export const VIEWS: Record<StepKind, View> = {
  welcome,
  check: questions,
  section,
  question: questions,
  thanks: end,
};
