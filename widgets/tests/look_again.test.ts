import { describe, expect, test } from "vitest";
import { withAnswer } from "../src/reader/given";
import type { Book, KeptAnswer } from "../src/reader/keep/book";
import { lookAgain } from "../src/reader/my/look_again";
import type { AskedQuestion, Questions } from "../src/reader/my/questions";
import { chooseReview, FEWEST, MOST } from "../src/reader/my/review_choice";
import { answer, bookWith } from "./device";

const PAGES = 3;
const PER_PAGE = 10;

/** Three pages with ten questions each, `p0q0` to `p2q9`; the last of each page is a poll. */
function guide(): Questions {
  const asked: Record<string, AskedQuestion> = {};
  for (let page = 0; page < PAGES; page++)
    for (let number = 0; number < PER_PAGE; number++) {
      const key = `p${page}q${number}`;
      const type = number === PER_PAGE - 1 ? "poll" : "single";
      const wire = { id: key, key, type, stem: key, terms: [], read_again: null };
      asked[key] = { page: `en/0${page}.html`, id: key, title: `Page ${page}`, html: "", wire };
    }
  return { labels: {}, asked };
}

const given = (is_right: boolean | null, more: object = {}): KeptAnswer =>
  answer({
    page: "en/00.html",
    given: { answer: "x", is_right, tries: 1, confidence: null, revealed: false, ...more },
  });

describe("worth another look", () => {
  const reasons = (kept: KeptAnswer) => {
    const { sure, wrong, worked } = lookAgain({ p0q0: kept }, guide());
    return { sure: sure.length, wrong: wrong.length, worked: worked.length };
  };
  const none = { sure: 0, wrong: 0, worked: 0 };

  test.each([
    ["wrong and very sure", given(false, { confidence: "very_sure" }), { ...none, sure: 1 }],
    ["wrong and fairly sure", given(false, { confidence: "fairly_sure" }), { ...none, sure: 1 }],
    ["wrong and not sure", given(false, { confidence: "not_sure" }), { ...none, wrong: 1 }],
    ["wrong", given(false), { ...none, wrong: 1 }],
    ["sure but wrong, then shown", given(false, { confidence: "very_sure", revealed: true }), { ...none, sure: 1 }],
    ["never answered, only shown", given(null, { answer: null, tries: 0, revealed: true }), { ...none, wrong: 1 }],
    ["right after a hint", given(true, { hints: 1 }), { ...none, worked: 1 }],
    ["right at the second try", given(true, { tries: 2 }), { ...none, worked: 1 }],
    ["right at once", given(true, { confidence: "very_sure" }), none],
    ["a poll", given(null), none],
    ["nothing that one could read", answer({ given: { is_right: "yes", tries: {} } }), none],
  ])("%s", (_, kept, expected) => expect(reasons(kept)).toEqual(expected));

  test("comes in the order of the guide, not of the answers", () => {
    const answers = { p2q1: given(false), p0q3: given(false), p1q0: given(false) };
    expect(lookAgain(answers, guide()).wrong).toEqual(["p0q3", "p1q0", "p2q1"]);
  });

  test("an answer to a question that has changed is counted as nothing else", () => {
    const found = lookAgain({ gone: given(false, { confidence: "very_sure" }) }, guide());
    expect(found).toMatchObject({ sure: [], wrong: [], changed: ["gone"], answered: 0, right: 0 });
  });
});

describe("what was believed first", () => {
  const answered = (...answers: KeptAnswer[]) =>
    answers.reduce<Book>((book, each) => withAnswer("p0q0", each)(book), bookWith());

  test("is kept when the answer becomes right, and through a review", () => {
    const book = answered(given(false, { confidence: "very_sure" }), given(true, { tries: 2 }), {
      ...given(true),
      again: 1,
    });
    expect(book.answers.p0q0).toMatchObject({ first: { is_right: false, confidence: "very_sure" }, again: 1 });
    expect(answered(given(false), given(true)).answers.p0q0?.first).toEqual({ is_right: false, confidence: null });
  });

  test("is nothing for a poll, or before anything was judged", () => {
    expect(answered(given(null)).answers.p0q0).not.toHaveProperty("first");
    expect(answered(given(null, { revealed: true }), given(true)).answers.p0q0?.first?.is_right).toBe(true);
  });
});

describe("a review", () => {
  /** Numbers that look thrown and are the same each time. */
  const dice = (seed = 1) => {
    let now = seed;
    return () => {
      now = (now * 48271) % 2147483647;
      return now / 2147483647;
    };
  };
  const place = { chapter: "", heading: "", title: "", block: 0, words: "", read: ["a"], sections: 3, at: "" };
  const read = (...pages: number[]) => Object.fromEntries(pages.map((page) => [`en/0${page}.html`, place]));
  const choose = (change: object, seed?: number) => chooseReview(bookWith(change), guide(), dice(seed));

  test("asks first what was believed and wrong, then what was wrong or unsure, and fills up from pages that were read", () => {
    const answers = {
      p1q0: given(false, { confidence: "very_sure" }),
      p1q1: given(false),
      p1q2: given(true, { confidence: "not_sure" }),
      p1q3: given(true),
    };
    const keys = choose({ answers, places: read(1) });
    expect(keys).toHaveLength(FEWEST);
    expect(keys).toEqual(expect.arrayContaining(["p1q0", "p1q1", "p1q2"]));
    expect(keys).not.toContain("p1q3");
    for (const key of keys) expect(key).toMatch(/^p[01]/);
  });

  test("has at most eight questions, those that were sure but wrong among them", () => {
    const keys = Object.keys(guide().asked);
    const answers = Object.fromEntries(keys.map((key) => [key, given(false)]));
    for (const key of ["p2q7", "p2q8"]) answers[key] = given(false, { confidence: "fairly_sure" });
    const chosen = choose({ answers });
    expect(chosen).toHaveLength(MOST);
    expect(chosen).toEqual(expect.arrayContaining(["p2q7", "p2q8"]));
  });

  test("asks again what somebody was once sure of, though it is right now", () => {
    const first = { is_right: false, confidence: "very_sure" };
    expect(choose({ answers: { p0q0: { ...given(true), first } }, places: read(2) })).toContain("p0q0");
  });

  test("never asks a poll, a changed question, a question twice, or from a page nobody read", () => {
    for (let seed = 1; seed < 40; seed++) {
      const answers = { gone: given(false), p0q9: given(null), p0q1: given(false, { confidence: "not_sure" }) };
      const keys = choose({ answers, places: read(2) }, seed);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.filter((key) => /q9$|^gone$|^p1/.test(key))).toEqual([]);
    }
  });

  test("is mixed", () => {
    const answers = Object.fromEntries([0, 1, 2, 3, 4, 5].map((number) => [`p0q${number}`, given(false)]));
    const orders = [1, 2, 3, 4, 5].map((seed) => choose({ answers }, seed).join());
    expect(new Set(orders).size).toBeGreaterThan(1);
  });

  test("has nothing to ask before anything was read", () => {
    expect(choose({})).toEqual([]);
  });
});
