/** A document with terms, and what a reader does with them. */
import { afterEach, beforeEach, vi } from "vitest";
import glossary from "../src/glossary";
import { stand } from "./examples";

export const cleanups: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
  document.body.replaceChildren();
  vi.useRealTimers();
});

/** A glossary, and a paragraph with a link to each address. */
export function open(...addresses: string[]): HTMLAnchorElement[] {
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

export function start(change: Record<string, unknown> = {}) {
  const { el, model } = stand("glossary", change);
  const cleanup = glossary.render({ model, el });
  cleanups.push(cleanup);
  return { el, model, cleanup };
}

export function one(address = "08-glossary.md#biomarker"): HTMLAnchorElement {
  const [link] = open(address);
  if (!link) throw new Error("no link");
  return link;
}

export const popups = () => [...document.querySelectorAll<HTMLElement>(".pb-pop")];
export const titles = () => popups().map((popup) => popup.querySelector("b")?.textContent);
export const pointer = (type: string, target: Element, change: PointerEventInit = {}) =>
  target.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, pointerType: "mouse", ...change }));
export const key = (name: string, target: Element) => {
  const event = new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true });
  target.dispatchEvent(event);
  return event;
};
/** A press as a browser sends it: the focus moves between pressing and clicking. */
export const press = (target: HTMLElement) => {
  pointer("pointerdown", target);
  target.focus();
  pointer("pointerup", target);
  const click = new MouseEvent("click", { bubbles: true, cancelable: true, detail: 1 });
  target.dispatchEvent(click);
  return click;
};
export const observed = () => new Promise<void>((resolve) => queueMicrotask(() => queueMicrotask(resolve)));
