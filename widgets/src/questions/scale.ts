/** A number on a scale: a native slider with buttons, and the number in words. */
import { element, icon } from "../draw";
import type { ScaleQuestion } from "../wire";
import type { Ground, Note, QuestionType, Verdict } from "./contract";

/** A slider always has a value; it is an answer only once the reader has chosen it. */
const CHOSEN = "data-chosen";

export const scale: QuestionType<ScaleQuestion, number> = {
  missing: "move_scale",
  canReveal: true,
  attach: (ground) => {
    const input = slider(ground);
    if (!input) return;
    // Without us it would move and nothing would say where to.
    ground.ask.querySelector<HTMLElement>(".pb-scale")?.removeAttribute("hidden");
    input.before(stepButton(ground, -1));
    input.after(stepButton(ground, 1));
    for (const event of ["input", "click"]) input.addEventListener(event, () => choose(ground, input.valueAsNumber));
    scale.write(ground, null);
  },
  read: (ground) => {
    const input = slider(ground);
    return input?.hasAttribute(CHOSEN) ? Number(input.value) : null;
  },
  write: (ground, answer) => {
    if (answer !== null) return choose(ground, answer);
    const input = slider(ground);
    if (!input) return;
    input.removeAttribute(CHOSEN);
    input.value = String(middle(ground.question));
    say(ground, ground.words.say("not_chosen"));
  },
  accepts: (question, answer): answer is number =>
    typeof answer === "number" && answer >= question.min && answer <= question.max,
  judge: (question, answer): Verdict => {
    const isRight = answer >= question.rightFrom && answer <= question.rightTo;
    const why = isRight ? question.justRight : answer < question.rightFrom ? question.tooLow : question.tooHigh;
    return { isRight, isPartly: false, notes: [{ part: "number", isRight, said: "", why }] };
  },
  keepRight: () => null,
  rightAnswer: (question) => {
    const steps = Math.ceil((question.rightFrom - question.min) / question.step);
    return question.min + steps * question.step;
  },
  explainAll: (question): Note[] => [{ part: "number", isRight: true, said: "", why: question.justRight }],
};

function choose(ground: Ground<ScaleQuestion>, number: number): void {
  const input = slider(ground);
  if (!input) return;
  const { min, max } = ground.question;
  input.value = String(Math.min(max, Math.max(min, number)));
  input.setAttribute(CHOSEN, "");
  say(ground, ground.words.say("number_with_unit", { number: input.value, unit: ground.question.unit }));
}

function stepButton(ground: Ground<ScaleQuestion>, direction: 1 | -1): HTMLElement {
  const button = element("button", { type: "button", class: "pb-step" });
  const name = direction < 0 ? "fewer" : "more";
  button.setAttribute("aria-label", ground.words.say(name));
  button.append(icon(name));
  button.addEventListener("click", () => {
    const input = slider(ground);
    if (!input) return;
    choose(ground, Number(input.value) + direction * ground.question.step);
    ground.speak(input.getAttribute("aria-valuetext") ?? "");
  });
  return button;
}

function say(ground: Ground<ScaleQuestion>, text: string): void {
  slider(ground)?.setAttribute("aria-valuetext", text); // said by the slider itself; what stands above it is for the eye
  const shown = ground.ask.querySelector(".pb-chosen");
  if (shown) shown.textContent = text;
}

function middle({ min, max, step }: ScaleQuestion): number {
  return min + Math.round((max - min) / 2 / step) * step;
}

function slider(ground: Ground<ScaleQuestion>): HTMLInputElement | null {
  return ground.ask.querySelector<HTMLInputElement>("input[type=range]");
}
