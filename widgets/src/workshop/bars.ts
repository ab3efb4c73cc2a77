/** What a room answered, as bars with numbers and words. A bar's width is an attribute, because our pages allow no styles. */
import { element, icon, written } from "../draw";
import type { Question, ScaleQuestion } from "../wire";
import type { Words } from "../words";
import type { Result } from "./state";

const SVG = "http://www.w3.org/2000/svg";
/** A scale is shown in about so many ranges. */
const MOST_BINS = 10;

interface Bar {
  html: string;
  isRight: boolean | null;
  /** How many chose it, for each vote. */
  counts: number[];
}

/** The bars of one question; `votes` are its results, the first vote before the second. Null where there is nothing to show. */
export function drawBars(question: Question, votes: Result[], words: Words): HTMLElement | null {
  const [vote] = votes;
  if (!vote) return null;
  if (votes.every((each) => !each.answered)) return element("p", { class: "pw-none" }, words.say("results_none"));
  const list = element("ul", { class: "pw-bars" });
  for (const bar of barsOf(question, votes, words)) list.append(drawBar(bar, votes, words));
  return list;
}

function drawBar(bar: Bar, votes: Result[], words: Words): HTMLElement {
  const line = element("li", { class: "pw-bar" });
  if (bar.isRight) line.dataset.right = "";
  const text = element("div", { class: "pw-bar-text" });
  text.append(written("span", bar.html));
  if (bar.isRight) {
    const mark = element("span", { class: "pw-bar-mark" });
    mark.append(icon("right"), words.say("right_answer"));
    text.append(mark);
  }
  line.append(text);
  bar.counts.forEach((count, index) => {
    const all = votes[index]?.answered ?? 0;
    const row = element("div", { class: "pw-bar-row" });
    row.dataset.vote = String(index + 1);
    row.append(
      drawLine(count, all),
      element("span", { class: "pw-bar-count" }, label(count, all, index, votes, words)),
    );
    line.append(row);
  });
  return line;
}

function label(count: number, all: number, index: number, votes: Result[], words: Words): string {
  if (votes.length < 2) return words.say("of_people", { count, all });
  return words.say("vote_of", { vote: words.say(index ? "second_vote" : "first_vote"), count, all });
}

/** The number beside it says the same, so the drawing says nothing. */
export function drawLine(count: number, all: number): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  const width = all ? (100 * count) / all : 0;
  for (const [name, value] of [
    ["class", "pw-line"],
    ["viewBox", "0 0 100 10"],
    ["preserveAspectRatio", "none"],
    ["aria-hidden", "true"],
    ["focusable", "false"],
  ] as const)
    svg.setAttribute(name, value);
  for (const [name, wide] of [
    ["pw-line-all", 100],
    ["pw-line-some", width],
  ] as const) {
    const rect = document.createElementNS(SVG, "rect");
    rect.setAttribute("class", name);
    rect.setAttribute("width", wide.toFixed(2));
    rect.setAttribute("height", "10");
    svg.append(rect);
  }
  return svg;
}

function barsOf(question: Question, votes: Result[], words: Words): Bar[] {
  switch (question.type) {
    case "single":
    case "several":
    case "true_false":
    case "poll":
      return question.options.map(({ id, text, right }) => ({
        html: text,
        isRight: right ?? null,
        counts: votes.map((vote) => vote.counts?.[id] ?? 0),
      }));
    case "matching":
      if (!isRevealed(question.pairs)) return [allOfIt(votes, words)];
      return question.pairs.map(({ id, text, match }) => ({
        html: `${text}: <b>${escaped(match)}</b>`,
        isRight: true,
        counts: votes.map((vote) => vote.pairs?.[id]?.[match] ?? 0),
      }));
    case "ordering":
      if (!isRevealed(question.items)) return [allOfIt(votes, words)];
      return question.items.map(({ id, text }, index) => ({
        html: `${index + 1}. ${text}`,
        isRight: true,
        counts: votes.map((vote) => vote.pairs?.[id]?.[String(index + 1)] ?? 0),
      }));
    case "scale":
      return binsOf(question, votes).map(({ low, high, isRight, counts }) => ({
        html: low === high ? `${low}` : words.say("numbers_between", { low, high }),
        isRight,
        counts,
      }));
  }
}

/** Before the reveal nothing says what belongs where. */
function isRevealed(parts: { explanation?: string }[]): boolean {
  return parts.every((part) => part.explanation !== undefined);
}

function allOfIt(votes: Result[], words: Words): Bar {
  return { html: escaped(words.say("all_right")), isRight: null, counts: votes.map((vote) => vote.right ?? 0) };
}

export interface Bin {
  low: number;
  high: number;
  isRight: boolean | null;
  counts: number[];
}

/** The numbers of a scale in at most a few more than ten ranges; what is right, once it is known, is a range of its own. */
export function binsOf(scale: ScaleQuestion, votes: Pick<Result, "numbers">[]): Bin[] {
  const { min, max, step } = scale;
  const from = scale.rightFrom ?? Number.POSITIVE_INFINITY; // before the reveal nothing is right
  const to = scale.rightTo ?? Number.POSITIVE_INFINITY;
  const numbers = Array.from({ length: Math.floor((max - min) / step) + 1 }, (_, at) => min + at * step);
  const size = Math.ceil(numbers.length / MOST_BINS);
  const sideOf = (number: number) => (number < from ? -1 : number > to ? 1 : 0);
  const made = [-1, 0, 1].flatMap((side) => {
    const of = numbers.filter((number) => sideOf(number) === side);
    return chunks(of, side ? size : of.length).map((part) => ({
      side,
      low: part[0] ?? min,
      high: part[part.length - 1] ?? max,
    }));
  });
  const binOf = (number: number) => {
    const near = made.filter((bin) => bin.side === sideOf(number));
    return [...near].reverse().find((bin) => bin.low <= number) ?? near[0];
  };
  return made.map((bin) => ({
    low: bin.low,
    high: bin.high,
    isRight: scale.rightFrom === undefined ? null : bin.side === 0,
    counts: votes.map(({ numbers: given }) =>
      (given ?? []).reduce((sum, [number, count]) => sum + (binOf(number) === bin ? count : 0), 0),
    ),
  }));
}

/** What is right on a scale, in words. */
export function rightNumbers({ rightFrom: low, rightTo: high, unit }: ScaleQuestion, words: Words): string {
  return low === high
    ? words.say("number_with_unit", { number: low, unit })
    : words.say("number_between", { low, high, unit });
}

function chunks(numbers: number[], size: number): number[][] {
  return numbers.flatMap((_, at) => (at % size ? [] : [numbers.slice(at, at + size)]));
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
