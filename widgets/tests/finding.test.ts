import { expect, test } from "vitest";
import state from "../../tests/widgets/cases/state.json";
import { findTerms, type Names, slips, wordsOf } from "../src/terms/finding";

const NAMES = state.term_list.names as Names;

const found = (typed: string) => [...findTerms(NAMES, typed).ids];

test.each([
  ["immunotherapy", ["immunotherapy"], "a word"],
  ["LEUKAEMIA", ["leukaemia"], "capitals"],
  ["  ngs ", ["ngs"], "blanks around it"],
  ["therapy", ["immunotherapy"], "the end of a word"],
  ["gene", ["gene", "ngs"], "the beginning of words"],
  ["erbb", ["her2"], "another name, half typed"],
  ["ngs", ["ngs"], "an abbreviation"],
  ["sequencing next", ["ngs"], "two words in any order"],
  ["leukamie", ["leukaemia"], "an accent left out"],
  ["Léukæmia", ["leukaemia"], "an accent too many"],
  ["her2", ["her2"], "a hyphen left out"],
  ["her-2", ["her2"], "a hyphen put in"],
  ["5fu", ["5-fu"], "digits"],
  ["im", ["immunotherapy"], "two letters, which begin words and are not looked for within them"],
])("%s finds %j: %s", (typed, ids) => {
  expect(found(typed)).toEqual(ids);
});

test.each([
  ["leukemia", "leukaemia", "a letter left out"],
  ["leukamia", "leukaemia", "another letter left out"],
  ["leukoemia", "leukaemia", "a wrong letter"],
  ["leukaaemia", "leukaemia", "a letter too many"],
  ["luekaemia", "leukaemia", "two letters swapped"],
  ["inmunoterapy", "immunotherapy", "two slips in a long word"],
  ["imunothe", "immunotherapy", "a slip in a word half typed"],
  ["gane", "gene", "a slip in four letters"],
])("%s finds %s: %s", (typed, id) => {
  const { ids, isClose } = findTerms(NAMES, typed);
  expect([...ids]).toContain(id);
  expect(isClose).toBe(true);
});

test("nobody is corrected who wrote the word right", () => {
  expect(findTerms(NAMES, "gene")).toEqual({ ids: new Set(["gene", "ngs"]), isClose: false });
});

test("the end of one word and the beginning of the next are no word", () => {
  expect([...findTerms({ cause: ["cancer-causing substance"] }, "ngs").ids]).toEqual([]);
});

test.each(["xyzzy", "gen xyzzy", "gan", "kidney"])("%s finds nothing", (typed) => {
  expect(found(typed)).toEqual([]);
});

test("nothing typed, or nothing but signs, finds everything", () => {
  for (const typed of ["", "   ", "?!"]) expect(found(typed)).toHaveLength(Object.keys(NAMES).length);
});

test("words are split at everything that is no letter or digit, in any script", () => {
  expect(wordsOf("T-cell (CAR)")).toEqual(["t", "cell", "car"]);
  expect(wordsOf("Хромосома خلية")).toEqual(["хромосома", "خلية"]);
});

test.each([
  ["", "gene", 0],
  ["gene", "genetic", 0],
  ["gen", "gene", 0],
  ["genes", "gene", 1],
  ["egne", "gene", 1],
  ["abcd", "wxyz", 4],
  ["gene", "", 4],
])("%s is the beginning of %s but for %i slips", (typed, word, count) => {
  expect(slips(typed, word)).toBe(count);
});
