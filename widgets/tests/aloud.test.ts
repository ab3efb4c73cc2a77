import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { offerAloud } from "../src/reader/aloud/offer";
import { readAloud } from "../src/reader/aloud/read";
import { Speaker } from "../src/reader/aloud/speaker";
import { voiceNamed, voicesFor } from "../src/reader/aloud/voices";
import { emptyBook } from "../src/reader/keep/book";
import type { Edit, Keep } from "../src/reader/keep/keep";
import type { Site } from "../src/reader/site";
import { Utterance, Voices, voice } from "./engine";

const SITE = { language: "en", base: "", data: { aloud: "aloud.js" }, words: {} } as unknown as Site;
const REMOTE = voice("Cloud", { localService: false });
const sentences = ["One.", "Two.", "Three."].map((words) => ({ words, el: document.body, range: () => null }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("SpeechSynthesisUtterance", Utterance);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

function speaker(engine: Voices, manner = { voice: null, speed: 1 }) {
  const states: string[] = [];
  const made = new Speaker(
    engine,
    sentences,
    () => manner,
    () => states.push(`${made.at} ${made.state}`),
  );
  made.goOn();
  return { speaker: made, states, manner };
}

test("only the device's own voices for the page's language may read, those of the reader's country first", () => {
  const voices = [
    REMOTE,
    voice("Dora", { lang: "de-DE" }),
    voice("Us", { lang: "en_US" }),
    voice("Gb"),
    voice("Any", { lang: "en" }),
  ];
  expect(voicesFor(new Voices(voices), "en", "en-GB").map(({ name }) => name)).toEqual(["Gb", "Us", "Any"]);
});

test("the chosen voice reads, else the one that the device prefers, else the first", () => {
  const voices = [voice("One"), voice("Two", { default: true }), voice("Three")];
  expect(voiceNamed(voices, "Three")?.name).toBe("Three");
  expect(voiceNamed(voices, "Gone")?.name).toBe("Two");
  expect(voiceNamed(voices.slice(2), undefined)?.name).toBe("Three");
  expect(voiceNamed([], "One")).toBeNull();
});

test("one sentence follows the other to the end", () => {
  const engine = new Voices();
  const { states } = speaker(engine);
  for (const _ of sentences) engine.end();
  expect(engine.words).toEqual(["One.", "Two.", "Three."]);
  expect(states).toEqual(["0 speaking", "1 speaking", "2 speaking", "3 ended"]);
});

test("after a pause the same sentence is begun again, and what comes late from the one broken off is no news", async () => {
  const engine = new Voices();
  const { speaker: made, states } = speaker(engine);
  engine.end();
  made.pause();
  expect(engine.speaking).toBe(false);
  await Promise.resolve();
  made.goOn();
  expect(engine.words).toEqual(["One.", "Two.", "Two."]);
  expect(states).toEqual(["0 speaking", "1 speaking", "1 paused", "1 speaking"]);
});

test("forward and back say the other sentence at once, keep a pause, and stay within the text", () => {
  const engine = new Voices();
  const { speaker: made } = speaker(engine);
  made.to(1);
  made.to(-5);
  expect(engine.words).toEqual(["One.", "Two.", "One."]);
  made.pause();
  made.to(99);
  expect([made.at, made.state, engine.said.length]).toEqual([2, "paused", 3]);
});

test("another speed is heard from the sentence that is being said, and not during a pause", () => {
  const engine = new Voices();
  const { speaker: made, manner } = speaker(engine);
  manner.speed = 0.7;
  made.again();
  expect(engine.said.map(({ text, rate }) => [text, rate])).toEqual([
    ["One.", 1],
    ["One.", 0.7],
  ]);
  made.pause();
  made.again();
  expect(engine.said.length).toBe(2);
});

test("a voice that fails is told, and can be tried again", () => {
  const engine = new Voices();
  const { speaker: made, states } = speaker(engine);
  engine.fail();
  made.goOn();
  expect(states).toEqual(["0 speaking", "0 failed", "0 speaking"]);
});

test("a voice that falls silent without a word is not waited for; one that is slow is", () => {
  const engine = new Voices();
  const { speaker: made } = speaker(engine);
  vi.advanceTimersByTime(60_000);
  expect(made.at).toBe(0);
  engine.forget();
  vi.advanceTimersByTime(5_000);
  expect([made.at, engine.words]).toEqual([1, ["One.", "Two."]]);
});

const PAGE = `<header class="pb-bar"></header><main><article><button data-aloud="start" hidden>Read aloud</button>
<h1>Genes</h1><p>One. Two.</p></article></main>`;

function reading() {
  document.body.innerHTML = PAGE;
  let book = emptyBook("g");
  const keep = {
    book: () => book,
    change: (edit: Edit) => {
      book = edit(book);
      return "yes";
    },
  } as unknown as Keep;
  return { keep, settings: () => book.settings };
}

const start = () => document.querySelector("[data-aloud]") as HTMLButtonElement;
const strip = () => document.querySelector<HTMLElement>(".pb-aloud");
const press = (name: string) =>
  [...document.querySelectorAll<HTMLButtonElement>(".pb-aloud button")]
    .find((each) => (each.getAttribute("aria-label") ?? each.textContent) === name)
    ?.click();

test("the button is there as long as the device has a voice of its own", () => {
  const engine = new Voices([REMOTE]);
  offerAloud(document, SITE, reading().keep, engine);
  expect(start().hidden).toBe(true);
  engine.voices = [REMOTE, voice("Ada")];
  engine.dispatchEvent(new Event("voiceschanged"));
  expect(start().hidden).toBe(false);
  engine.voices = [];
  engine.dispatchEvent(new Event("voiceschanged"));
  expect(start().hidden).toBe(true);
});

test("a browser that cannot speak is offered nothing", () => {
  offerAloud(document, SITE, reading().keep, undefined);
  expect(start().hidden).toBe(true);
});

test("speed and voice are kept, and used from then on", () => {
  const engine = new Voices([voice("Ada"), voice("Ben")]);
  const { keep, settings } = reading();
  readAloud(document, SITE, keep, "start", engine);
  const [speed, name] = [...document.querySelectorAll<HTMLSelectElement>(".pb-aloud select")] as [
    HTMLSelectElement,
    HTMLSelectElement,
  ];
  for (const [menu, value] of [
    [speed, "1.3"],
    [name, "Ben"],
  ] as const) {
    menu.value = value;
    menu.dispatchEvent(new Event("change"));
  }
  expect(settings()).toEqual({ speed: 1.3, voice: "Ben" });
  expect(engine.last).toMatchObject({ text: "Genes", rate: 1.3, voice: { name: "Ben" } });
  press("aloud_stop");
  readAloud(document, SITE, keep, "start", engine);
  expect(engine.last).toMatchObject({ rate: 1.3, voice: { name: "Ben" } });
  press("aloud_stop");
});

test("the sentence is marked by its block where words cannot be, and the mark goes at the end", () => {
  const engine = new Voices();
  const { keep } = reading();
  readAloud(document, SITE, keep, "start", engine);
  const marked = () => [...document.querySelectorAll(".pb-aloud-block")].map(({ tagName }) => tagName);
  expect(marked()).toEqual(["H1"]);
  engine.end();
  expect(marked()).toEqual(["P"]);
  engine.end();
  engine.end();
  expect([marked(), strip()]).toEqual([[], null]);
});

test("whoever leaves the page hears nothing more of it", () => {
  const engine = new Voices();
  readAloud(document, SITE, reading().keep, "start", engine);
  window.dispatchEvent(new Event("pagehide"));
  expect([engine.speaking, strip()]).toEqual([false, null]);
});
