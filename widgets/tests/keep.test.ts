import { expect, test, vi } from "vitest";
import { openKeep } from "../src/reader/keep/keep";
import { answer, answering, bookWith, Device, KEY, pageWith, ROOM } from "./device";

const keysOf = (book: { answers: object } | null) => Object.keys(book?.answers ?? {});

test("nothing is stored before the reader says yes, and then what is in the open page is", () => {
  const device = new Device();
  const { keep, page, again } = device.tab();
  expect(keep.state).toBe("ask");
  expect(page.documentElement.dataset.keep).toBe("ask");
  expect(keep.change(answering("a"))).toBe("ask");
  expect(device.local.length).toBe(0);
  expect(keep.agree()).toBe("yes");
  expect(keysOf(device.stored())).toEqual(["a"]);
  expect(page.documentElement.dataset.keep).toBe("yes");
  expect(keysOf(again().book())).toEqual(["a"]);
  expect(again().state).toBe("yes");
});

test("a yes is remembered before there is anything to keep", () => {
  const { keep, again } = new Device().tab();
  keep.agree();
  expect(again().state).toBe("yes");
});

test("a no is remembered in this tab only, and can be taken back", () => {
  const device = new Device();
  const { keep, again } = device.tab();
  keep.change(answering("a"));
  expect(keep.refuse()).toBe("no");
  expect(device.local.length).toBe(0);
  expect(again().state).toBe("no");
  expect(device.tab().keep.state).toBe("ask");
  expect(keep.agree()).toBe("yes");
  expect(keysOf(device.stored())).toEqual(["a"]);
});

test("a no after a yes removes what was kept; the open page goes on", () => {
  const device = new Device();
  const { keep, again } = device.tab();
  keep.agree();
  keep.change(answering("a"));
  expect(keep.refuse()).toBe("no");
  expect(device.stored()).toBeNull();
  expect(keysOf(keep.book())).toEqual(["a"]);
  expect(again().state).toBe("no");
});

test("erasing forgets everything, the yes too", () => {
  const device = new Device();
  const { keep } = device.tab();
  keep.agree();
  keep.change(answering("a"));
  expect(keep.erase()).toBe("ask");
  expect(device.local.length).toBe(0);
  expect(keep.book()).toEqual(bookWith());
});

test("two tabs do not undo each other", () => {
  const device = new Device();
  const [one, other] = [device.tab(), device.tab()];
  one.keep.agree();
  let told = 0;
  other.keep.watch(() => {
    told += 1;
  });
  one.keep.change(answering("a"));
  expect(told).toBe(1);
  other.keep.change(answering("b"));
  expect(keysOf(device.stored())).toEqual(["a", "b"]);
  expect(keysOf(one.keep.book())).toEqual(["a", "b"]);
});

test("a change reads first what another tab stored without a word", () => {
  const device = new Device();
  const { keep } = device.tab();
  keep.agree();
  device.local.texts.set(KEY, JSON.stringify(bookWith({ answers: { a: answer() } })));
  keep.change(answering("b"));
  expect(keysOf(device.stored())).toEqual(["a", "b"]);
});

test("a yes in one tab keeps what is open in the other", () => {
  const device = new Device();
  const [one, other] = [device.tab(), device.tab()];
  one.keep.change(answering("a"));
  other.keep.change(answering("b"));
  one.keep.agree();
  expect(other.keep.state).toBe("yes");
  expect(keysOf(device.stored())).toEqual(["a", "b"]);
});

test("what is erased in one tab does not come back from the other, also when that one was asleep", () => {
  const device = new Device();
  const [one, other] = [device.tab(), device.tab()];
  one.keep.agree();
  one.keep.change(answering("a"));
  one.keep.erase();
  expect(other.keep.state).toBe("ask");
  expect(keysOf(other.keep.book())).toEqual([]);
  one.keep.agree();
  one.keep.change(answering("b"));
  device.local.texts.clear();
  other.wake();
  expect(keysOf(other.keep.book())).toEqual([]);
});

test("where the browser clears the storage, the open page keeps what it has and asks again", () => {
  const device = new Device();
  const { keep } = device.tab();
  keep.agree();
  keep.change(answering("a"));
  device.local.texts.clear();
  expect(keep.change(answering("b"))).toBe("ask");
  expect(device.local.length).toBe(0);
  expect(keysOf(keep.book())).toEqual(["a", "b"]);
  keep.agree();
  expect(keysOf(device.stored())).toEqual(["a", "b"]);
});

test("a full storage keeps what it had; the change holds in the page, and is stored once there is room", () => {
  const device = new Device();
  const { keep, page } = device.tab();
  keep.agree();
  keep.change(answering("a"));
  device.local.room = 300;
  expect(keep.change(answering("b", { question: "long ".repeat(100) }))).toBe("full");
  expect(page.documentElement.dataset.keep).toBe("full");
  expect(keysOf(device.stored())).toEqual(["a"]);
  expect(keysOf(keep.book())).toEqual(["a", "b"]);
  device.local.room = ROOM;
  device.tab().keep.change(answering("c"));
  expect(keep.state).toBe("yes");
  expect(keysOf(device.stored()).sort()).toEqual(["a", "b", "c"]);
});

test("a yes that finds no room is tried again with the next change", () => {
  const device = new Device();
  device.local.texts.set("somebody else's", "x".repeat(ROOM));
  const { keep } = device.tab();
  expect(keep.agree()).toBe("full");
  device.local.texts.clear();
  expect(keep.change(answering("a"))).toBe("yes");
});

test.each([
  [
    "throws at the first look",
    (device: Device) => {
      device.isForbidden = true;
    },
  ],
  [
    "takes nothing",
    (device: Device) => {
      device.local.room = 0;
    },
  ],
])("in a window whose storage %s, the page works and keeps nothing", (_, forbid) => {
  const device = new Device();
  forbid(device);
  const { keep } = device.tab();
  keep.change(answering("a"));
  expect(keep.agree()).toBe("blocked");
  expect(keysOf(keep.book())).toEqual(["a"]);
  expect(keep.change(answering("b"))).toBe("blocked");
  keep.refuse();
  keep.erase();
  expect(keep.book()).toEqual(bookWith());
});

test("a window without a storage at all is blocked too", () => {
  const view = { localStorage: null, sessionStorage: null, addEventListener: () => undefined };
  expect(openKeep(pageWith(), view as unknown as Window).state).toBe("blocked");
});

test("storage that is forbidden while the page is open takes nothing away from it", () => {
  const device = new Device();
  const { keep } = device.tab();
  keep.agree();
  keep.change(answering("a"));
  device.isForbidden = true;
  expect(keep.change(answering("b"))).toBe("blocked");
  device.isForbidden = false;
  expect(keep.change(answering("c"))).toBe("yes");
  expect(keysOf(device.stored())).toEqual(["a", "b", "c"]);
});

test("what cannot be read stays as it is until the reader decides", () => {
  const device = new Device();
  device.local.texts.set(KEY, "{half a bo");
  const { keep } = device.tab();
  expect(keep.state).toBe("damaged");
  expect(keep.unread()).toBe("{half a bo");
  keep.change(answering("a"));
  keep.agree();
  keep.refuse();
  expect(keep.state).toBe("damaged");
  expect(device.local.getItem(KEY)).toBe("{half a bo");
  expect(keep.take(keep.book())).toBe("yes");
  expect(keysOf(device.stored())).toEqual(["a"]);
  expect(keep.unread()).toBeNull();
});

test("of a book that is damaged in part, the rest is shown, and stored once the reader takes it", () => {
  const device = new Device();
  device.local.texts.set(KEY, JSON.stringify(bookWith({ answers: { a: answer() }, notes: "none" })));
  const { keep } = device.tab();
  expect(keep.state).toBe("damaged");
  expect(keysOf(keep.book())).toEqual(["a"]);
  expect(JSON.parse(keep.unread() ?? "").notes).toBe("none");
  keep.take(keep.book());
  expect(device.stored()).toEqual(bookWith({ answers: { a: answer() } }));
});

test("a damaged book can be erased", () => {
  const device = new Device();
  device.local.texts.set(KEY, "?");
  const { keep } = device.tab();
  expect(keep.erase()).toBe("ask");
  expect(device.local.length).toBe(0);
});

test("what a newer version kept is never overwritten, only erased when the reader says so", () => {
  const device = new Device();
  const text = JSON.stringify({ version: 2, guide: "bicycles", shelves: [] });
  device.local.texts.set(KEY, text);
  const { keep } = device.tab();
  expect(keep.state).toBe("newer");
  keep.change(answering("a"));
  keep.agree();
  keep.refuse();
  keep.take(bookWith() as never);
  expect(keep.state).toBe("newer");
  expect(keep.unread()).toBe(text);
  expect(device.local.getItem(KEY)).toBe(text);
  expect(keep.erase()).toBe("ask");
});

test("a book from another device takes the place of the one that is there", () => {
  const device = new Device();
  const { keep } = device.tab();
  keep.agree();
  keep.change(answering("a"));
  keep.take(bookWith({ answers: { b: answer() } }) as never);
  expect(keysOf(device.stored())).toEqual(["b"]);
});

test("a shared device keeps nothing, asks nothing, and hides what was there", () => {
  const device = new Device();
  const text = JSON.stringify(bookWith({ answers: { a: answer() } }));
  device.local.texts.set(KEY, text);
  const { keep } = device.tab({ shared_device: true });
  expect(keep.state).toBe("shared");
  expect(keysOf(keep.book())).toEqual([]);
  expect(keep.change(answering("b"))).toBe("shared");
  expect(keep.agree()).toBe("shared");
  expect(device.local.getItem(KEY)).toBe(text);
});

test("sharing a browser erases what was kept, lasts, and ends when staff say so", () => {
  const device = new Device();
  const { keep, again } = device.tab();
  keep.agree();
  keep.change(answering("a"));
  expect(keep.share(true)).toBe("shared");
  expect([...device.local.texts.keys()]).toEqual(["patientbook:shared-device"]);
  expect(again().state).toBe("shared");
  expect(keep.share(false)).toBe("ask");
  expect(device.local.length).toBe(0);
});

test("all scripts of a page have one keep, and a listener that fails does not stop the others", () => {
  const { keep, page } = new Device().tab();
  expect(openKeep(page)).toBe(keep);
  const told: string[] = [];
  const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
  keep.watch(() => {
    throw new Error("it fails");
  });
  const stop = keep.watch(() => told.push("one"));
  keep.change(answering("a"));
  stop();
  keep.change(answering("b"));
  expect(told).toEqual(["one"]);
  expect(logged).toHaveBeenCalledTimes(2);
  logged.mockRestore();
});

test("a page without facts keeps nothing", () => {
  const page = document.implementation.createHTMLDocument("Not here");
  const keep = openKeep(page, { ...window, addEventListener: () => undefined } as unknown as Window);
  expect(keep.change(answering("a"))).toBe("shared");
});
