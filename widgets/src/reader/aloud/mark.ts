/** Shows the sentence that is being said, and follows it down the page. */
import type { Sentence } from "./passages";

const NAME = "pb-aloud";
const BLOCK = "pb-aloud-block";
/** Where in the free part of the window, counted from its top, a sentence is put that was out of sight. */
const EYES = 0.25;
/** Pixels by which letters may stand out of their line. */
const SLACK = 12;

/** Mark this sentence, and no other. Without the Custom Highlight API, and for a picture, its block is marked. */
export function markSentence(page: Document, sentence: Sentence): void {
  unmark(page);
  const range = sentence.range();
  const registry = globalThis.CSS?.highlights;
  if (range && registry && "Highlight" in globalThis) registry.set(NAME, new Highlight(range));
  else sentence.el.classList.add(BLOCK);
}

export function unmark(page: Document): void {
  globalThis.CSS?.highlights?.delete(NAME);
  for (const block of page.querySelectorAll(`.${BLOCK}`)) block.classList.remove(BLOCK);
}

/** Whether the sentence, or its beginning where it is high, stands in the free part of the window. */
export function isInSight(page: Document, sentence: Sentence): boolean {
  const { top, bottom } = boxOf(sentence);
  const free = freeOf(page);
  return top >= free.top - SLACK && Math.min(bottom, top + (free.bottom - free.top) / 2) <= free.bottom + SLACK;
}

export function bringIntoSight(page: Document, sentence: Sentence): void {
  const { top } = boxOf(sentence);
  const free = freeOf(page);
  const isCalm =
    page.documentElement.dataset.motion === "none" || matchMedia("(prefers-reduced-motion: reduce)").matches;
  window.scrollBy({
    top: top - free.top - EYES * (free.bottom - free.top),
    behavior: isCalm ? "auto" : "smooth",
  });
}

/** The number of the first sentence in the free part of the window; the last of all where there is none. */
export function firstInSight(page: Document, sentences: Sentence[]): number {
  const { top } = freeOf(page);
  const found = sentences.findIndex((sentence) => {
    const box = boxOf(sentence);
    return box.height > 0 && box.top >= top - SLACK;
  });
  return found < 0 ? sentences.length - 1 : found;
}

/** Between what stands over the text at the top and what stands over it at the bottom. */
function freeOf(page: Document): { top: number; bottom: number } {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(page.documentElement);
  const height = page.documentElement.clientHeight;
  return {
    top: Number.parseFloat(scrollPaddingTop) || 0,
    bottom: height - (Number.parseFloat(scrollPaddingBottom) || 0),
  };
}

function boxOf(sentence: Sentence): DOMRect {
  const box = sentence.range()?.getBoundingClientRect();
  return box?.height ? box : sentence.el.getBoundingClientRect();
}
