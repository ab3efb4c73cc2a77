/** Every kind of step on the big screen. A new kind is a new file and a line here. */
import type { StepKind } from "../state";
import { check, question } from "./question";
import { end, section, welcome } from "./still";
import type { View } from "./view";

export const VIEWS: Record<StepKind, View> = { welcome, check, section, question, thanks: end };
