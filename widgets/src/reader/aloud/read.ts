/** Reading a page aloud: the sentences, the voice, the strip and the mark, each told what it needs to know. */
import type { Settings } from "../keep/book";
import type { Keep } from "../keep/keep";
import { type Site, say } from "../site";
import { bringIntoSight, firstInSight, isInSight, markSentence, unmark } from "./mark";
import { type Sentence, sentencesIn } from "./passages";
import { Speaker } from "./speaker";
import { SPEEDS, Strip } from "./strip";
import { type Engine, voiceNamed, voicesFor } from "./voices";

export type From = "start" | "here";

interface Reading {
  stop(): void;
}

let now: Reading | null = null;

/** Read the page's article aloud; what is being read is stopped. */
export function readAloud(page: Document, site: Site, keep: Keep, from: From, engine: Engine = speechSynthesis): void {
  now?.stop();
  const article = page.querySelector("main article");
  if (!article) return;
  const sentences = sentencesIn(article, site.language, (text) => say(site, "aloud_picture", { text }));
  if (sentences.length) now = start({ page, site, keep, engine, sentences }, from);
}

interface Ground {
  page: Document;
  site: Site;
  keep: Keep;
  engine: Engine;
  sentences: Sentence[];
}

function start({ page, site, keep, engine, sentences }: Ground, from: From): Reading {
  const here = () => firstInSight(page, sentences);
  const speaker = new Speaker(
    engine,
    sentences,
    () => mannerOf(engine, site, keep),
    () => show(),
    from === "here" ? here() : 0,
  );
  const change = (settings: Settings) => {
    keep.change((book) => ({ ...book, settings: { ...book.settings, ...settings } }));
    speaker.again();
  };
  const { voice, speed } = mannerOf(engine, site, keep);
  const strip = new Strip(
    page,
    site,
    {
      back: () => go(speaker.at - 1),
      turn: () => (speaker.state === "speaking" ? speaker.pause() : speaker.goOn()),
      forward: () => go(speaker.at + 1),
      stop: () => speaker.stop(),
      here: () => go(here()),
      speed: (chosen) => change({ speed: chosen }),
      voice: (name) => change({ voice: name }),
    },
    { speed, voice: voice?.name ?? "", voices: voicesFor(engine, site.language).map(({ name }) => name) },
  );
  const go = (at: number) => {
    speaker.to(at);
    if (speaker.sentence && !isInSight(page, speaker.sentence)) bringIntoSight(page, speaker.sentence);
  };

  let shown: Sentence | undefined;
  const show = () => {
    const { sentence, state } = speaker;
    if (state === "ended" || !sentence) return end();
    strip.show(state === "speaking", state === "failed" ? say(site, "aloud_failed") : "");
    if (sentence === shown) return;
    // Somebody who has scrolled elsewhere meanwhile is not taken back.
    const follows = !shown || isInSight(page, shown);
    markSentence(page, sentence);
    if (follows && !isInSight(page, sentence)) bringIntoSight(page, sentence);
    shown = sentence;
  };
  const leave = () => speaker.stop();
  const key = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    speaker.stop();
  };
  const end = () => {
    const hadFocus = strip.el.contains(page.activeElement);
    strip.close();
    unmark(page);
    page.removeEventListener("keydown", key);
    window.removeEventListener("pagehide", leave);
    now = null;
    if (hadFocus && shown) focusOn(shown.el);
  };

  strip.open();
  page.addEventListener("keydown", key);
  window.addEventListener("pagehide", leave);
  speaker.goOn();
  return { stop: leave };
}

function mannerOf(engine: Engine, site: Site, keep: Keep): { voice: SpeechSynthesisVoice | null; speed: number } {
  const { voice, speed = 1 } = keep.book().settings;
  return {
    voice: voiceNamed(voicesFor(engine, site.language), voice),
    speed: SPEEDS.includes(speed) ? speed : 1,
  };
}

/** Who goes on by keyboard or with a screen reader goes on from where the voice was. */
function focusOn(el: Element): void {
  if (!(el instanceof HTMLElement)) return;
  if (!el.matches("a[href], button, input, summary")) el.tabIndex = -1;
  el.focus({ preventScroll: true });
}
