import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { inOrder, MOST, noteOn, withNote, withoutNote } from "../src/reader/noted";
import { startNotes } from "../src/reader/notes";
import { siteOf } from "../src/reader/site";
import { bookWith, Device } from "./device";

const about = { page: "en/01.html", heading: "chain", title: "The chain" };
const [NOON, LATER] = [new Date("2026-03-01T12:00Z"), new Date("2026-03-02T12:00Z")];
const stops: (() => void)[] = [];
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  vi.useRealTimers();
});

test("a section has one note; without words it has none", () => {
  const one = withNote({ ...about, text: "First" }, NOON)(bookWith());
  const two = withNote({ ...about, text: "Second" }, LATER)(one);
  expect(two.notes).toEqual([{ ...about, id: "en/01.html#chain", text: "Second", at: LATER.toISOString() }]);
  expect(withNote({ ...about, text: " \n" }, LATER)(two).notes).toEqual([]);
  expect(withoutNote("en/01.html#chain")(two).notes).toEqual([]);
  expect(noteOn(two, "en/01.html", "other")).toBeUndefined();
});

test("notes stand in the order of the guide", () => {
  const notes = ["en/02.html", "en/gone.html", "en/01.html"].map((page) => ({
    ...about,
    page,
    id: page,
    text: "",
    at: "",
  }));
  expect(inOrder(notes, ["en/01.html", "en/02.html"]).map(({ page }) => page)).toEqual([
    "en/01.html",
    "en/02.html",
    "en/gone.html",
  ]);
});

/** A chapter with one section, its note open. */
function chapter(device: Device) {
  const { page, keep } = device.tab({ words: { note_room: "{count} of {most}" } });
  page.body.innerHTML = `<main><article><section aria-labelledby="chain"><h2 id="chain">The chain</h2><p>Oil it.</p>
    </section><section class="box" aria-labelledby="b"><h2 id="b">A box</h2></section></article></main>`;
  const site = siteOf(page);
  if (!site) throw new Error("This page has no facts");
  stops.push(startNotes(page, site, keep));
  const toggle = page.querySelector<HTMLButtonElement>(".pb-note-open");
  toggle?.click();
  const field = page.querySelector("textarea");
  if (!toggle || !field) throw new Error("no note");
  const type = (text: string) => {
    field.value = text;
    field.dispatchEvent(new Event("input"));
  };
  return { page, keep, toggle, field, type };
}

test("only sections of the text have a place for a note", () => {
  expect(chapter(new Device()).page.querySelectorAll(".pb-note-open")).toHaveLength(1);
});

test("what is typed is kept when typing rests, and not at every key", () => {
  const device = new Device();
  const { keep, type } = chapter(device);
  keep.agree();
  type("As");
  type("Ask");
  expect(device.stored()?.notes).toEqual([]);
  vi.advanceTimersByTime(1000);
  expect(device.stored()?.notes[0]?.text).toBe("Ask");
});

test.each([
  ["the page is left", (_: Document) => window.dispatchEvent(new Event("pagehide"))],
  ["another app comes before it", (page: Document) => page.dispatchEvent(new Event("visibilitychange"))],
  ["the field is left", (page: Document) => page.querySelector("textarea")?.dispatchEvent(new Event("blur"))],
  ["the note is closed", (page: Document) => page.querySelector<HTMLElement>(".pb-note-open")?.click()],
])("nothing of what was typed is lost when %s", (_, leave) => {
  const device = new Device();
  const { page, keep, type } = chapter(device);
  keep.agree();
  type("Ask about it");
  leave(page);
  expect(device.stored()?.notes[0]?.text).toBe("Ask about it");
});

test("another change to the book does not touch what is being typed", () => {
  const { keep, type, field } = chapter(new Device());
  type("Ask ab");
  keep.change((book) => ({ ...book, plan: { from: "2026-03-01" } }));
  expect(field.value).toBe("Ask ab");
  vi.advanceTimersByTime(1000);
  expect(keep.book()).toMatchObject({ plan: { from: "2026-03-01" }, notes: [{ text: "Ask ab" }] });
});

test("a note has room for a certain number of letters and says how many there are", () => {
  const { page, type, field } = chapter(new Device());
  expect(field.maxLength).toBe(MOST);
  type("Ask");
  expect(page.getElementById(field.getAttribute("aria-describedby") ?? "")?.textContent).toBe(`3 of ${MOST}`);
});

test("a removed note is put back by the same button", () => {
  const { page, keep, type, field } = chapter(new Device());
  type("Ask");
  const off = [...page.querySelectorAll("button")].find((each) => each.textContent === "note_remove");
  off?.click();
  expect(keep.book().notes).toEqual([]);
  expect(off?.textContent).toBe("note_back");
  off?.click();
  expect([field.value, keep.book().notes[0]?.text]).toEqual(["Ask", "Ask"]);
});
