/** The quiz's front end: a card for each question, and the answers and score on the model. */
import { Card } from "./card";
import { keepKeys } from "./keys";
import { type Model, type Render, standingHtml } from "./model";
import {
  type Given,
  givenFromWire,
  givenToWire,
  NOTHING_GIVEN,
  type Question,
  questionsFromWire,
  type Score,
} from "./wire";
import { wordsFrom } from "./words";

let drawn = 0;

const render: Render = ({ model, el }) => {
  let cards: Card[] = [];
  /** Each question's record as this view knows it, so that news from elsewhere can be told from its own. */
  const known = new Map<string, string | undefined>();
  const keep = (id: string, given: Given) => {
    const answers = { ...answersOf(model), [id]: givenToWire(given) };
    known.set(id, JSON.stringify(answers[id]));
    model.set("answers", answers);
    model.set("score", scoreOf(questionsFromWire(model.get("questions")), answers));
    model.save_changes();
  };
  const showAnswers = () => {
    const answers = answersOf(model);
    for (const card of cards) {
      const { id } = card.question;
      const record = JSON.stringify(answers[id]);
      if (record === known.get(id)) continue;
      known.set(id, record);
      card.show(givenFromWire(answers[id]) ?? NOTHING_GIVEN);
    }
  };
  const draw = () => {
    known.clear();
    cards = cardsIn(el, model, keep);
    showAnswers();
  };
  const redraw = () => {
    el.replaceChildren();
    draw();
  };
  draw();
  keepKeys(el);
  model.on("change:answers", showAnswers);
  model.on("change:html", redraw);
  return () => {
    model.off("change:answers", showAnswers);
    model.off("change:html", redraw);
    el.replaceChildren();
  };
};

/** How many were right, judged and asked. A poll has no right answer and is not counted. */
export function scoreOf(questions: Question[], answers: Record<string, unknown>): Score {
  const counted = questions.filter((question) => question.type !== "poll");
  const verdicts = counted.map((question) => givenFromWire(answers[question.id])?.isRight ?? null);
  return {
    right: verdicts.filter((isRight) => isRight === true).length,
    answered: verdicts.filter((isRight) => isRight !== null).length,
    questions: counted.length,
  };
}

function cardsIn(el: HTMLElement, model: Model, keep: (id: string, given: Given) => void): Card[] {
  const quiz = standingHtml(model, el, ".pb-quiz");
  if (!quiz) return [];
  drawn += 1;
  const words = wordsFrom(model.get("labels"));
  return questionsFromWire(model.get("questions")).flatMap((question) => {
    const root = quiz.querySelector<HTMLElement>(`[data-question="${question.id}"]`);
    if (!root) return [];
    keepApart(root);
    return [new Card(root, question, words, (given) => keep(question.id, given))];
  });
}

/** Two views of one quiz are two groups of radio buttons, not one. */
function keepApart(root: HTMLElement): void {
  for (const input of root.querySelectorAll("input")) if (input.name) input.name += `-${drawn}`;
}

function answersOf(model: Model): Record<string, unknown> {
  return (model.get("answers") ?? {}) as Record<string, unknown>;
}

export default { render };
