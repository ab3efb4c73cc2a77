import { expect, test, vi } from "vitest";
import { key, observed, one, open, pointer, popups, press, start, titles } from "./terms";

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
