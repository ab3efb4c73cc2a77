import { describe, expect, test } from "vitest";
import { dayInWords, dayOf, daysOf, dueDay, later } from "../src/reader/plan";
import { answer, bookWith } from "./device";

const at = (day: string) => new Date(`${day}T10:00:00`);
const planned = (change: object = {}) => bookWith({ plan: { from: "2026-03-01" }, ...change });

test("a plan has three days: after 2 days, 1 week and 3 weeks, over months and leap days", () => {
  expect(daysOf({ from: "2026-03-01" })).toEqual(["2026-03-03", "2026-03-08", "2026-03-22"]);
  expect(daysOf({ from: "2028-02-27" })).toEqual(["2028-02-29", "2028-03-05", "2028-03-19"]);
  expect(daysOf({ from: "2026-12-25T23:30:00.000Z" })[0]).toBe("2026-12-27");
});

test("the days stay whole where the clocks change", () => {
  expect([1, 2, 3].map((days) => later("2026-03-28", days))).toEqual(["2026-03-29", "2026-03-30", "2026-03-31"]);
  expect(dayOf(at("2026-03-29"))).toBe("2026-03-29");
});

test("another program's way to write a day is understood", () => {
  expect(daysOf({ from: "March 1, 2026" })[0]).toBe("2026-03-03");
});

describe("a day to look again", () => {
  test("has come on the day, is offered for a week, and then no longer", () => {
    const due = (day: string) => dueDay(planned(), at(day));
    expect(due("2026-03-02")).toBeNull();
    expect(due("2026-03-03")).toBe("2026-03-03");
    expect(due("2026-03-07")).toBe("2026-03-03");
    expect(due("2026-03-08")).toBe("2026-03-08");
    expect(due("2026-03-14")).toBe("2026-03-08");
    expect(due("2026-03-15")).toBeNull();
    expect(due("2026-03-22")).toBe("2026-03-22");
    expect(due("2027-01-01")).toBeNull();
  });

  test("is over when questions were answered again, and comes back on the next one", () => {
    const reviewed = (day: string) => planned({ answers: { a: answer({ again: 1, at: at(day).toISOString() }) } });
    expect(dueDay(reviewed("2026-03-03"), at("2026-03-03"))).toBeNull();
    expect(dueDay(reviewed("2026-03-02"), at("2026-03-03"))).toBe("2026-03-03");
    expect(dueDay(reviewed("2026-03-03"), at("2026-03-08"))).toBe("2026-03-08");
  });

  test("is not over because somebody read a chapter", () => {
    const read = planned({ answers: { a: answer({ at: at("2026-03-03").toISOString() }) } });
    expect(dueDay(read, at("2026-03-03"))).toBe("2026-03-03");
  });

  test("there is none without a plan", () => {
    expect(dueDay(bookWith(), at("2026-03-03"))).toBeNull();
  });
});

test("a day is said in the page's language, in European order", () => {
  expect(dayInWords("2026-03-03", "en")).toMatch(/^Tuesday,? 3 March 2026$/);
  expect(dayInWords("2026-03-03", "es")).toBe("martes, 3 de marzo de 2026");
  expect(dayInWords("2026-03-03", "de")).toBe("Dienstag, 3. März 2026");
});
