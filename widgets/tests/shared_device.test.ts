import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { clearAfterRest, offerSharing } from "../src/reader/shared_device";
import { type Site, siteOf } from "../src/reader/site";
import { answering, Device } from "./device";

const WORDS = {
  rest_title: "Are you still reading?",
  rest_text: "In one minute it is cleared.",
  rest_stay: "I am still reading",
  rest_leave: "I have finished",
  rest_soon: "{seconds} seconds left.",
};

let stop: () => void = () => undefined;
beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = "<main><input type='radio'><button type='button'>A word</button></main>";
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  document.body.replaceChildren();
});

function share(facts: object = {}, device = new Device()) {
  const { keep, page } = device.tab({ shared_device: true, words: WORDS, ...facts });
  const site = siteOf(page) as Site;
  let leaves = 0;
  stop = clearAfterRest(document, site, keep, undefined, () => {
    leaves += 1;
  });
  keep.change(answering("a"));
  return { keep, leaves: () => leaves };
}

const rest = (seconds: number) => vi.advanceTimersByTime(1000 * seconds);
const dialog = () => document.querySelector<HTMLElement>("[role=alertdialog]");
const press = (name: string) =>
  [...document.querySelectorAll("button")].find((button) => button.textContent === name)?.click();
const key = (name: string, shiftKey = false) =>
  document.activeElement?.dispatchEvent(
    new KeyboardEvent("keydown", { key: name, shiftKey, bubbles: true, cancelable: true }),
  );

test("after a time of rest the page is cleared, and a minute before that the reader is told", () => {
  const { keep, leaves } = share();
  rest(119);
  expect(dialog()).toBeNull();
  rest(1);
  expect(document.activeElement?.textContent).toBe("I am still reading");
  expect(dialog()?.getAttribute("aria-modal")).toBe("true");
  const [title, text] = ["aria-labelledby", "aria-describedby"].map(
    (name) => document.getElementById(dialog()?.getAttribute(name) ?? "")?.textContent,
  );
  expect([title, text]).toEqual(["Are you still reading?", "In one minute it is cleared."]);
  rest(40);
  expect(dialog()?.querySelector("[role=status]")?.textContent).toBe("20 seconds left.");
  rest(19);
  expect(leaves()).toBe(0);
  rest(1);
  expect(leaves()).toBe(1);
  expect(keep.book().answers).toEqual({});
  expect(dialog()).toBeNull();
  rest(1000);
  expect(leaves()).toBe(1);
});

test("somebody who is still reading can say so any number of times, and finds the focus where it was", () => {
  const { keep, leaves } = share();
  const word = document.querySelector("main button") as HTMLElement;
  word.focus();
  for (const answer of [() => press("I am still reading"), () => key("Escape"), () => press("I am still reading")]) {
    rest(150);
    expect(dialog()).not.toBeNull();
    answer();
    expect(dialog()).toBeNull();
    expect(document.activeElement).toBe(word);
  }
  expect(leaves()).toBe(0);
  expect(Object.keys(keep.book().answers)).toEqual(["a"]);
});

test("who has finished clears it at once", () => {
  const { leaves } = share();
  rest(130);
  press("I have finished");
  expect(leaves()).toBe(1);
});

test.each(["keydown", "scroll", "touchstart", "pointerdown", "wheel"])("%s is a sign of life", (event) => {
  share();
  for (const _ of [1, 2, 3]) {
    rest(110);
    document.body.dispatchEvent(new Event(event, { bubbles: true }));
  }
  rest(119);
  expect(dialog()).toBeNull();
  rest(1);
  expect(dialog()).not.toBeNull();
  document.body.dispatchEvent(new Event(event, { bubbles: true }));
  expect(dialog()).not.toBeNull();
});

test("Tab goes round within the dialog, both ways", () => {
  share();
  rest(120);
  const at = () => document.activeElement?.textContent;
  key("Tab");
  expect(at()).toBe("I have finished");
  key("Tab");
  expect(at()).toBe("I am still reading");
  key("Tab", true);
  expect(at()).toBe("I have finished");
});

test("a device that slept through the warning wakes up cleared", () => {
  const { leaves } = share();
  vi.setSystemTime(Date.now() + 3_600_000);
  rest(1);
  expect(leaves()).toBe(1);
  expect(dialog()).toBeNull();
});

test("the start page waits for its next reader without a word", () => {
  const { leaves } = share({ kind: "home" });
  rest(1000);
  expect([dialog(), leaves()]).toEqual([null, 0]);
  document.body.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  rest(180);
  expect(leaves()).toBe(1);
});

test("the browser is told to fill nothing in again", () => {
  share();
  expect(document.querySelector("input")?.getAttribute("autocomplete")).toBe("off");
});

test("nobody is hurried on a device of their own", () => {
  share({ shared_device: false });
  rest(10_000);
  expect(dialog()).toBeNull();
});

test("a browser that staff share is cleared too, and what was kept in it is erased", () => {
  const device = new Device();
  const own = device.tab();
  own.keep.agree();
  own.keep.share(true);
  expect(device.stored()).toBeNull();
  const { leaves } = share({ shared_device: false }, device);
  rest(180);
  expect(leaves()).toBe(1);
});

test("the address that shares a browser asks first", () => {
  const device = new Device();
  const { keep, page } = device.tab();
  keep.agree();
  const site = siteOf(page) as Site;
  history.replaceState(null, "", "?shared-device=on");
  offerSharing(document, site, keep);
  expect(document.querySelector("[role=dialog]")).not.toBeNull();
  expect(document.activeElement?.textContent).toBe("share_on_no");
  expect(keep.state).toBe("yes");
  history.replaceState(null, "", "?shared-device=perhaps");
  document.body.replaceChildren();
  offerSharing(document, site, keep);
  expect(document.querySelector("[role=dialog]")).toBeNull();
});
