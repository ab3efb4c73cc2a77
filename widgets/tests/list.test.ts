import { afterEach, expect, test } from "vitest";
import { idOf, plainText, withAsked, withMove, withoutAsked, withText } from "../src/reader/asked";
import { startList } from "../src/reader/list";
import { startNotes } from "../src/reader/notes";
import { siteOf } from "../src/reader/site";
import { bookWith, Device } from "./device";

const asked = (id: string) => ({ id, text: `${id}?`, from: null });
const list = (...ids: string[]) => bookWith({ list: ids.map(asked) });
const idsOf = (book: { list: { id: string }[] }) => book.list.map(({ id }) => id).join("");
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

test("a question is added once, taken off, and put back where it stood", () => {
  expect(idsOf(withAsked(asked("c"))(list("a", "b")))).toBe("abc");
  expect(idsOf(withAsked(asked("a"))(list("a", "b")))).toBe("ab");
  expect(idsOf(withoutAsked("b")(list("a", "b", "c")))).toBe("ac");
  expect(idsOf(withAsked(asked("b"), 1)(list("a", "c")))).toBe("abc");
});

test.each([
  ["b", -1, "bacd"],
  ["b", 1, "acbd"],
  ["a", -1, "abcd"],
  ["d", 1, "abcd"],
  ["gone", 1, "abcd"],
] as const)("%s moved by %i gives %s", (id, by, order) => {
  expect(idsOf(withMove(id, by)(list("a", "b", "c", "d")))).toBe(order);
});

test("a question of which the words were changed is still the same one", () => {
  expect(withText("a", "Other words?")(list("a", "b")).list[0]).toEqual({ ...asked("a"), text: "Other words?" });
});

/** A chapter with a box of two questions and two sections. */
function chapter(device = new Device()) {
  const { page, keep } = device.tab({ page: "en/01.html", words: WORDS });
  page.body.innerHTML = `<main><article>
    <section aria-labelledby="chain"><h2 id="chain">The chain</h2><p>Oil it.</p></section>
    <section class="box box-questions" aria-labelledby="ask"><h2 id="ask">Ask</h2><div class="box-body"><ul>
      <li>Is my <button class="pb-term" type="button">chain</button>
        clean<span class="pb-cites">[<a href="#1">1</a>]</span>?</li>
      <li>Are my tyres full?</li></ul></div></section>
    <section class="pb-sources" aria-labelledby="sources"><h2 id="sources">Sources</h2></section>
  </article></main>`;
  const site = siteOf(page);
  if (!site) throw new Error("This page has no facts");
  stops.push(startList(page, site, keep), startNotes(page, site, keep));
  return { page, keep, device, site };
}

const WORDS = {
  list_add: "Add",
  list_on: "Take off",
  list_add_named: "Add: {question}",
  list_on_named: "Take off: {question}",
  note_write: "Write",
  note_mine: "Mine",
  note_room: "{count} of {most}",
  mine_open: "Only here",
  mine_kept: "Kept",
};

const named = (page: Document, start: string) =>
  [...page.querySelectorAll<HTMLButtonElement>("button")].filter((each) =>
    (each.getAttribute("aria-label") ?? each.textContent ?? "").startsWith(start),
  );

test("each question of the box has a button that is named after it and says whether it is on the list", () => {
  const { page, keep } = chapter();
  const [first, second] = named(page, "Add: ");
  expect(first?.getAttribute("aria-label")).toBe("Add: Is my chain clean?");
  expect(first?.getAttribute("aria-pressed")).toBe("false");
  second?.click();
  first?.click();
  expect(keep.book().list).toEqual([
    { id: "en/01.html#are-my-tyres-full", text: "Are my tyres full?", from: { page: "en/01.html", heading: "ask" } },
    { id: "en/01.html#is-my-chain-clean", text: "Is my chain clean?", from: { page: "en/01.html", heading: "ask" } },
  ]);
  expect(second?.getAttribute("aria-pressed")).toBe("true");
  expect(second?.textContent).toBe("Take off");
  second?.click();
  expect(idsOf(keep.book())).toBe("en/01.html#is-my-chain-clean");
  expect(second?.textContent).toBe("Add");
});

test("beside the question that was pressed it is said that nothing is kept, and one can have it kept there", () => {
  const { page, device } = chapter();
  const [first] = named(page, "Add: ");
  first?.click();
  const said = first?.parentElement?.querySelector("[role=status]");
  expect(said?.textContent).toBe("Only here");
  named(page, "mine_keep")
    .find((each) => !each.hidden)
    ?.click();
  expect(said?.textContent).toBe("Kept");
  expect(device.stored()?.list).toHaveLength(1);
});

test("a question put on the list in another tab is shown here", () => {
  const device = new Device();
  const [one, other] = [chapter(device), chapter(device)];
  one.keep.agree();
  named(one.page, "Add: ")[0]?.click();
  expect(named(other.page, "Take off: ")).toHaveLength(1);
});

test("the words of a question are those on the page, without what is there only for the screen", () => {
  const { page } = chapter();
  const item = page.querySelector("li");
  if (!item) throw new Error("no question");
  expect(plainText(item)).toBe("Is my chain clean?");
  expect(idOf("en/01.html", plainText(item))).toBe("en/01.html#is-my-chain-clean");
});
