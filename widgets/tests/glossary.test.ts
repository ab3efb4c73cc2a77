import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { render } from "../src/glossary";
import { stand } from "./examples";

const cleanups: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
  document.body.replaceChildren();
  vi.useRealTimers();
});

/** A glossary, and a paragraph with a link to each address. */
function open(...addresses: string[]): HTMLAnchorElement[] {
  const paragraph = document.createElement("p");
  for (const href of addresses) {
    const link = document.createElement("a");
    link.setAttribute("href", href);
    link.textContent = href;
    paragraph.append("about ", link);
  }
  document.body.append(paragraph);
  start();
  return [...paragraph.querySelectorAll("a")];
}

function start(change: Record<string, unknown> = {}) {
  const { el, model } = stand("glossary", change);
  const cleanup = render({ model, el });
  cleanups.push(cleanup);
  return { el, model, cleanup };
}

function one(address = "08-glossary.md#biomarker"): HTMLAnchorElement {
  const [link] = open(address);
  if (!link) throw new Error("no link");
  return link;
}

const popups = () => [...document.querySelectorAll<HTMLElement>(".pb-pop")];
const titles = () => popups().map((popup) => popup.querySelector("b")?.textContent);
const pointer = (type: string, target: Element, change: PointerEventInit = {}) =>
  target.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, pointerType: "mouse", ...change }));
const key = (name: string, target: Element) => {
  const event = new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true });
  target.dispatchEvent(event);
  return event;
};
/** A press as a browser sends it: the focus moves between pressing and clicking. */
const press = (target: HTMLElement) => {
  pointer("pointerdown", target);
  target.focus();
  pointer("pointerup", target);
  const click = new MouseEvent("click", { bubbles: true, cancelable: true, detail: 1 });
  target.dispatchEvent(click);
  return click;
};
const observed = () => new Promise<void>((resolve) => queueMicrotask(() => queueMicrotask(resolve)));

test.each([
  "08-glossary.md#biomarker",
  "08-glossary.ipynb#biomarker",
  "08-glossary.html#biomarker",
  "../en/08-glossary.html#biomarker",
  "/files/content/en/08-glossary.md?_xsrf=2%7C1a#biomarker",
  "/voila/files/notebooks/en/08-glossary.ipynb#biomarker",
  "https://guide.example/en/08-glossary/#biomarker",
  "08%2Dglossary.md#biomarker",
])("%s is a term", (address) => {
  const link = one(address);
  expect(link.className).toBe("pb-term");
  expect(link.getAttribute("role")).toBe("button");
  expect(link.getAttribute("aria-expanded")).toBe("false");
});

test.each([
  "08-glossary.md",
  "08-glossary.md#unknown",
  "08-glossary.md#constructor",
  "07-living.md#biomarker",
  "#biomarker",
  "08-glossary.md#%E0%A4%A",
])("%s is an ordinary link", (address) => {
  const link = one(address);
  expect(link.hasAttribute("role")).toBe(false);
  press(link);
  expect(popups()).toHaveLength(0);
});

test("a press opens the pop-up right after the word and does not follow the link", () => {
  const link = one();
  expect(press(link).defaultPrevented).toBe(true);
  expect(titles()).toEqual(["Biomarker"]);
  expect(link.nextElementSibling).toBe(popups()[0]);
  expect(link.getAttribute("aria-expanded")).toBe("true");
  expect(link.getAttribute("aria-controls")).toBe(popups()[0]?.id);
  expect(popups()[0]?.textContent).toContain("It can tell us about a disease.");
  press(link);
  expect(popups()).toHaveLength(0);
});

test("the way to the glossary follows the word's own link, where JupyterLab listens", () => {
  const link = one();
  let followed = 0;
  link.addEventListener("click", (event) => {
    followed += 1;
    expect(event.defaultPrevented).toBe(false);
    event.preventDefault();
  });
  press(link);
  expect(followed).toBe(0);
  const see = document.querySelector<HTMLAnchorElement>(".pb-pop .pb-see") as HTMLAnchorElement;
  expect(see.getAttribute("href")).toBe("08-glossary.md#biomarker");
  press(see);
  expect(followed).toBe(1);
  expect(popups()).toHaveLength(0);
  press(link);
  expect(popups()).toHaveLength(1);
});

test("a press with a modifier key follows the link", () => {
  const link = one();
  const click = new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey: true });
  link.addEventListener("click", (event) => {
    expect(event.defaultPrevented).toBe(false);
    event.preventDefault();
  });
  link.dispatchEvent(click);
  expect(popups()).toHaveLength(0);
  expect.assertions(2);
});

test("the focus opens it, and it closes when the focus leaves word and pop-up", () => {
  const link = one();
  link.focus();
  expect(titles()).toEqual(["Biomarker"]);
  popups()[0]?.querySelector<HTMLElement>(".pb-see")?.focus();
  expect(titles()).toEqual(["Biomarker"]);
  document.querySelector<HTMLElement>(".pb-words summary")?.setAttribute("tabindex", "0");
  document.querySelector<HTMLElement>(".pb-words summary")?.focus();
  expect(popups()).toHaveLength(0);
});

test.each(["Enter", " "])("the key '%s' keeps open what the focus opened, and closes it the next time", (name) => {
  const link = one();
  link.focus();
  expect(key(name, link).defaultPrevented).toBe(true);
  expect(popups()).toHaveLength(1);
  key(name, link);
  expect(popups()).toHaveLength(0);
  key(name, link);
  expect(popups()).toHaveLength(1);
});

test("Escape closes it, the focus is on the word, and it does not open by itself again", () => {
  const link = one();
  link.focus();
  popups()[0]?.querySelector<HTMLElement>(".pb-see")?.focus();
  expect(key("Escape", document.activeElement as Element).defaultPrevented).toBe(true);
  expect(popups()).toHaveLength(0);
  expect(document.activeElement).toBe(link);
  expect(key("Escape", link).defaultPrevented).toBe(false);
  key("Enter", link);
  expect(popups()).toHaveLength(1);
});

test("a pointer that rests opens it, and one that leaves closes it", () => {
  const link = one();
  pointer("pointerover", link);
  expect(popups()).toHaveLength(0);
  vi.advanceTimersByTime(250);
  expect(popups()).toHaveLength(1);
  pointer("pointerout", link, { relatedTarget: document.body });
  vi.advanceTimersByTime(250);
  expect(popups()).toHaveLength(1);
  vi.advanceTimersByTime(100);
  expect(popups()).toHaveLength(0);
});

test("a pointer that only passes opens nothing", () => {
  const link = one();
  pointer("pointerover", link);
  vi.advanceTimersByTime(100);
  pointer("pointerout", link, { relatedTarget: document.body });
  vi.advanceTimersByTime(1000);
  expect(popups()).toHaveLength(0);
});

test("a pointer that moves into the pop-up keeps it open", () => {
  const link = one();
  pointer("pointerover", link);
  vi.advanceTimersByTime(250);
  const popup = popups()[0] as HTMLElement;
  pointer("pointerout", link, { relatedTarget: document.body });
  vi.advanceTimersByTime(100);
  pointer("pointerover", popup);
  vi.advanceTimersByTime(1000);
  expect(popups()).toHaveLength(1);
  pointer("pointerout", popup, { relatedTarget: document.body });
  vi.advanceTimersByTime(1000);
  expect(popups()).toHaveLength(0);
});

test("after Escape the resting pointer does not open it again until it has left", () => {
  const link = one();
  pointer("pointerover", link);
  vi.advanceTimersByTime(250);
  key("Escape", document.body);
  pointer("pointerover", link);
  vi.advanceTimersByTime(1000);
  expect(popups()).toHaveLength(0);
  pointer("pointerout", link, { relatedTarget: document.body });
  pointer("pointerover", link);
  vi.advanceTimersByTime(250);
  expect(popups()).toHaveLength(1);
});

test("a tap elsewhere closes it; scrolling with a finger and selecting its text do not", () => {
  const link = one();
  press(link);
  pointer("pointerdown", document.body, { pointerType: "touch", clientX: 10, clientY: 10 });
  pointer("pointercancel", document.body, { pointerType: "touch" });
  expect(popups()).toHaveLength(1);
  pointer("pointerdown", popups()[0] as Element, { clientX: 10, clientY: 10 });
  pointer("pointerup", document.body, { clientX: 90, clientY: 40 });
  expect(popups()).toHaveLength(1);
  pointer("pointerdown", document.body, { clientX: 10, clientY: 10 });
  pointer("pointerup", document.body, { clientX: 12, clientY: 10 });
  expect(popups()).toHaveLength(0);
});

test("a word inside a pop-up opens on top of it, and Escape closes one after the other", async () => {
  press(one());
  await observed();
  const inner = popups()[0]?.querySelector<HTMLAnchorElement>('[href="#gene"]') as HTMLAnchorElement;
  expect(inner.getAttribute("role")).toBe("button");
  press(inner);
  expect(titles()).toEqual(["Biomarker", "Gene"]);
  expect(popups()[0]?.contains(popups()[1] as Node)).toBe(true);
  key("Escape", inner);
  expect(titles()).toEqual(["Biomarker"]);
  expect(document.activeElement).toBe(inner);
  key("Escape", inner);
  expect(popups()).toHaveLength(0);
});

test("only one word is open at a time", () => {
  const [first, second] = open("08-glossary.md#biomarker", "08-glossary.md#gene") as unknown as [
    HTMLElement,
    HTMLElement,
  ];
  press(first);
  press(second);
  expect(titles()).toEqual(["Gene"]);
  expect(first.getAttribute("aria-expanded")).toBe("false");
});

test("a word in an option opens beside the option, so that a press in the pop-up chooses nothing", () => {
  document.body.innerHTML = '<label><input type="radio">a <a href="08-glossary.md#gene">gene</a></label>';
  start();
  press(document.querySelector("a") as HTMLElement);
  expect(document.querySelector("label + .pb-pop")).not.toBeNull();
  expect(document.querySelector("input")?.checked).toBe(false);
});

test("links that come later, or are readdressed, become words too", async () => {
  start();
  const cell = document.createElement("div");
  cell.innerHTML = '<p><a href="08-glossary.md#gene">gene</a> <a href="elsewhere.md">b</a></p>';
  document.body.append(cell);
  await observed();
  const [gene, other] = cell.querySelectorAll("a") as unknown as [HTMLElement, HTMLElement];
  expect(gene.className).toBe("pb-term");
  other.setAttribute("href", "/files/08-glossary.md?_xsrf=1#biomarker");
  await observed();
  expect(other.className).toBe("pb-term");
});

test("a word that is rendered anew takes its pop-up with it", async () => {
  press(one());
  const cell = document.querySelector("p") as HTMLElement;
  const popup = popups()[0] as HTMLElement;
  document.body.append(popup);
  cell.remove();
  await observed();
  expect(popup.isConnected).toBe(false);
});

test("several glossaries on one page open one pop-up, each for its own terms", () => {
  const [biomarker, dna] = open("08-glossary.md#biomarker", "08-glossary.md#dna") as unknown as [
    HTMLElement,
    HTMLElement,
  ];
  const more = { dna: { term: "DNA", meaning: "The plan in every cell.", more: "", href: "" } };
  start();
  const third = start({ terms: more });
  press(biomarker);
  expect(titles()).toEqual(["Biomarker"]);
  press(dna);
  expect(titles()).toEqual(["DNA"]);
  third.cleanup();
  expect(popups()).toHaveLength(0);
  expect(dna.hasAttribute("role")).toBe(false);
  press(biomarker);
  expect(titles()).toEqual(["Biomarker"]);
});

test("new terms from Python are words at once", () => {
  const link = one("08-glossary.md#rna");
  const { model } = start();
  model.set("terms", { rna: { term: "RNA", meaning: "A copy of a gene.", more: "", href: "" } });
  press(link);
  expect(titles()).toEqual(["RNA"]);
});

test("cleaning up leaves the page as it was", () => {
  const link = one();
  press(link);
  for (const cleanup of cleanups.splice(0)) cleanup();
  expect(popups()).toHaveLength(0);
  expect([...link.attributes].map((attribute) => attribute.name).filter((name) => name !== "class")).toEqual(["href"]);
  press(link);
  pointer("pointerover", link);
  vi.advanceTimersByTime(1000);
  expect(popups()).toHaveLength(0);
});
