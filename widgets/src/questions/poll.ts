/** A poll: no answer is right or wrong, and each is explained. */
import type { ChoosingQuestion } from "../wire";
import { chooseOne } from "./choosing";
import type { QuestionType } from "./contract";

export const poll: QuestionType<ChoosingQuestion, string> = {
  ...chooseOne,
  canReveal: false,
  judge: (question, answer) => ({ ...chooseOne.judge(question, answer), isRight: null }),
  keepRight: (_, answer) => answer,
};
