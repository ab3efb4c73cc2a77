import { afterEach, beforeEach, expect, test, vi } from "vitest";
import termList from "../src/term_list";
import { stand } from "./examples";

const cleanups: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
  document.body.replaceChildren();
  location.hash = "";
  vi.useRealTimers();
});

function open(change: Record<string, unknown> = {}) {
  const { el, model } = stand("term_list", change);
  cleanups.push(termList.render({ model, el }));
  const get = <T extends HTMLElement>(selector: string) => el.querySelector(selector) as T;
  const input = () => get<HTMLInputElement>("input");
  const type = (text: string) => {
    input().value = text;
    input().dispatchEvent(new Event("input", { bubbles: true }));
  };
  const press = (key: string) => {
    const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
    input().dispatchEvent(event);
    return event;
  };
  const shown = () => [...el.querySelectorAll("dl > div:not([hidden])")].map((each) => each.id);
  const letters = () => [...el.querySelectorAll(".pb-letter:not([hidden]) h3")].map((each) => each.textContent);
  const said = () => get("[role=status]").textContent;
  return { el, model, get, input, type, press, shown, letters, said, all: shown() };
}

test("the field appears with the script, and everything stands there", () => {
  const { get, input, shown, said, all } = open();
  expect(get("[role=search]").contains(input())).toBe(true);
  expect(input().labels?.[0]?.textContent).toBe("Find a word");
  expect(get(".pb-show-all").hidden).toBe(true);
  expect(all).toHaveLength(6);
  expect(shown()).toEqual(all);
  vi.advanceTimersByTime(5000);
  expect(said()).toBe("");
});

test("what is typed hides the other words, their letters and the way to letters", () => {
  const { get, type, shown, letters } = open();
  type("erbb2");
  expect(shown()).toEqual(["her2"]);
  expect(letters()).toEqual(["H"]);
  expect(get("nav").hidden).toBe(true);
});

test("a misspelt word is found, and that it is not quite the same is said", () => {
  const { type, shown, said } = open();
  type("leukemia");
  vi.advanceTimersByTime(1000);
  expect(shown()).toEqual(["leukaemia"]);
  expect(said()).toBe("No word is written just like that. Words written much like it: 1.");
});

test("the number is said when the typing rests", () => {
  const { type, said } = open();
  for (const text of ["l", "le", "leu", "leuk"]) {
    type(text);
    vi.advanceTimersByTime(300);
    expect(said()).toBe("");
  }
  vi.advanceTimersByTime(700);
  expect(said()).toBe("Words found: 1.");
});

test("Enter says the number at once", () => {
  const { type, press, said } = open();
  type("ngs");
  press("Enter");
  expect(said()).toBe("Words found: 1.");
});

test("where nothing is found, what else can be done is said, with what was typed as it is", () => {
  const { type, shown, said } = open();
  type("<b>xyzzy</b>");
  vi.advanceTimersByTime(1000);
  expect(shown()).toEqual([]);
  expect(said()).toContain("No word like ‘<b>xyzzy</b>’ is in this list. Try only its first letters");
});

test("Escape shows all words again, and only then is the host's", () => {
  const { type, press, shown, input, said, all } = open();
  type("gene");
  const first = press("Escape");
  expect(first.defaultPrevented).toBe(true);
  expect(input().value).toBe("");
  expect(shown()).toEqual(all);
  expect(said()).toBe("All words are shown.");
  expect(press("Escape").defaultPrevented).toBe(false);
});

test("the button shows all words again and gives the focus back to the field", () => {
  const { get, type, shown, input, all } = open();
  type("gene");
  expect(get(".pb-show-all").hidden).toBe(false);
  get(".pb-show-all").click();
  expect(shown()).toEqual(all);
  expect(get(".pb-show-all").hidden).toBe(true);
  expect(document.activeElement).toBe(input());
});

test("an address that names a hidden word clears the filter", () => {
  const { type, shown, input, all } = open();
  type("leukaemia");
  location.hash = "#5-fu";
  window.dispatchEvent(new Event("hashchange"));
  expect(shown()).toEqual(all);
  expect(input().value).toBe("");
});

test.each(["#leukaemia", "#elsewhere", "#%E0%A4%A", ""])("the address %s leaves the filter as it is", (hash) => {
  const { type, shown } = open();
  type("leukaemia");
  location.hash = hash;
  window.dispatchEvent(new Event("hashchange"));
  expect(shown()).toEqual(["leukaemia"]);
});

test("a link to a hidden word shows it before the browser goes there, also where the address stays", () => {
  const { get, type, shown, all } = open();
  type("her2");
  const link = get<HTMLAnchorElement>("#her2 dd > p a");
  let shownByThen: string[] = [];
  document.body.addEventListener("click", () => (shownByThen = shown()), { once: true });
  link.click();
  expect(shownByThen).toEqual(all);
});

test("HTML that stands there is used, and new HTML from Python is drawn", () => {
  const { el, model, get } = open();
  const list = get(".pb-terms");
  cleanups.splice(0)[0]?.();
  el.append(list);
  cleanups.push(termList.render({ model, el }));
  expect(get(".pb-terms")).toBe(list);
  model.set("html", String(model.get("html")).replace("A medicine.", "A new text."));
  expect(el.textContent).toContain("A new text.");
  expect(get("input")).not.toBeNull();
});

test.each([
  ["/lab/tree/content/en/08-glossary.md", "04-tests.md#the-sample"],
  ["/lab/tree/notebooks/en/08-glossary.ipynb", "04-tests.ipynb#the-sample"],
  ["/en/08-glossary.html", "04-tests.ipynb#the-sample"],
])("beside %s the place where a word is used is %s", (path, address) => {
  const before = location.href;
  history.replaceState(null, "", path);
  const { get } = open();
  history.replaceState(null, "", before);
  expect(get("#her2 li a").getAttribute("href")).toBe(address);
});

test("cleaning up stops everything", () => {
  const { el, type, get } = open();
  type("gene");
  const status = get("[role=status]");
  cleanups.splice(0)[0]?.();
  vi.advanceTimersByTime(1000);
  expect(status.textContent).toBe("");
  expect(el.childElementCount).toBe(0);
});
