import { expect, test } from "vitest";
import { beingRead } from "../src/reader/contents";

const HEIGHT = 1000;
const sections = (...bounds: number[]) => bounds.slice(1).map((bottom, at) => ({ top: bounds[at] ?? 0, bottom }));

test("before the first section nothing is being read", () => {
  expect(beingRead(sections(600, 1400, 2000), HEIGHT, false)).toBe(-1);
});

test("the section at the eyes is being read, also where the next can be seen below it", () => {
  expect(beingRead(sections(-300, 200, 900), HEIGHT, false)).toBe(0);
  expect(beingRead(sections(-300, 140, 900), HEIGHT, false)).toBe(1);
});

test("a section that was just gone to is being read, however short it is", () => {
  expect(beingRead(sections(-500, 16, 180, 400, 900), HEIGHT, false)).toBe(1);
});

test("between two sections the last one is still being read", () => {
  expect(
    beingRead(
      [
        { top: -500, bottom: 100 },
        { top: 700, bottom: 900 },
      ],
      HEIGHT,
      false,
    ),
  ).toBe(0);
});

test("at the end of the page the last section in sight is being read", () => {
  expect(beingRead(sections(-500, 300, 700, 900), HEIGHT, true)).toBe(2);
});

test("a heading that is not in the page is passed over", () => {
  expect(beingRead([null, { top: 0, bottom: 800 }], HEIGHT, false)).toBe(1);
});
