/** The same ranges as in Python (tests/workshop/test_charts.py). */
import { expect, test } from "vitest";
import { parse } from "yaml";
import yaml from "../../tests/widgets/cases/scale_bars.yaml?raw";
import type { ScaleQuestion } from "../src/wire";
import { wordsFrom } from "../src/words";
import { binsOf, rightNumbers } from "../src/workshop/bars";
import { questionOf } from "./examples";

interface Case {
  scale: { min: number; max: number; step: number; right_from: number; right_to: number };
  given: [number, number][];
  bars: [number, number, boolean, number][];
}

const scale = questionOf("scale") as ScaleQuestion;

test.each(parse(yaml) as Case[])("numbers on %j are shown in ranges of which one is what is right", (each) => {
  const { right_from: rightFrom, right_to: rightTo, ...sizes } = each.scale;
  const bins = binsOf({ ...scale, ...sizes, rightFrom, rightTo }, [{ numbers: each.given }]);
  expect(bins.map(({ low, high, isRight, counts }) => [low, high, isRight, counts[0]])).toEqual(each.bars);
});

test("before the reveal no range tells what is right, and none is missing", () => {
  const hidden = { ...scale, min: 0, max: 100, step: 5, rightFrom: undefined, rightTo: undefined };
  const bins = binsOf(hidden as unknown as ScaleQuestion, [{ numbers: [[5, 2]] }]);
  expect(bins.map((bin) => bin.isRight)).toEqual([null, null, null, null, null, null, null]);
  expect([bins[0], bins[6]].map((bin) => [bin?.low, bin?.high])).toEqual([
    [0, 10],
    [90, 100],
  ]);
  expect(bins[0]?.counts).toEqual([2]);
});

test("what is right is told as a range where it is one", () => {
  const words = wordsFrom({ number_with_unit: "{number} {unit}", number_between: "{low} to {high} {unit}" });
  expect(rightNumbers({ ...scale, rightFrom: 5, rightTo: 15, unit: "people" }, words)).toBe("5 to 15 people");
  expect(rightNumbers({ ...scale, rightFrom: 5, rightTo: 5, unit: "people" }, words)).toBe("5 people");
});
