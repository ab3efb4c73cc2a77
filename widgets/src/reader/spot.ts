/** A spot in a chapter: the heading above, the number of the block under it, and the block's first words. */

export interface Spot {
  heading: string;
  title: string;
  block: number;
  words: string;
}

/** What a reader's eye rests on. Of two within each other the outer one counts. */
const BLOCKS = "h1, h2, h3, p, li, dt, dd, figure, table, pre, .pb-question";
/** What stands in a chapter and is not its text. */
const ASIDE = ".pb-keep, .pb-goon, details";
const HEADING = /^H[123]$/;
const LENGTH = 60;

interface Block extends Spot {
  el: HTMLElement;
}

/** The spot of the first block that ends below `top`, counted in pixels of the window. */
export function spotAt(article: HTMLElement, top: number): Spot | null {
  const seen = blocksOf(article).find(({ el }) => {
    const { bottom, height } = el.getBoundingClientRect();
    return height > 0 && bottom > top;
  });
  return seen ? withoutElement(seen) : null;
}

/** The element of a spot: by its words, nearest to where they were; else by its number; null when the heading is gone too. */
export function elementOf(article: HTMLElement, spot: Spot): HTMLElement | null {
  const blocks = blocksOf(article);
  const under = blocks.filter(({ heading }) => heading === spot.heading);
  const far = (block: Block) => (block.heading === spot.heading ? 0 : 1000) + Math.abs(block.block - spot.block);
  const [same] = blocks.filter(({ words }) => words === spot.words).sort((one, other) => far(one) - far(other));
  return (same ?? under[Math.min(spot.block, under.length - 1)])?.el ?? null;
}

function blocksOf(article: HTMLElement): Block[] {
  const all = [...article.querySelectorAll<HTMLElement>(BLOCKS)];
  const outer = all.filter((el) => !el.parentElement?.closest(BLOCKS) && !el.closest(ASIDE));
  let [heading, title, block] = ["", "", 0];
  return outer.map((el) => {
    const isHeading = HEADING.test(el.tagName) && el.id !== "";
    [heading, title, block] = isHeading
      ? [el.id, wordsOf(el, Number.POSITIVE_INFINITY), 0]
      : [heading, title, block + 1];
    return { el, heading, title, block, words: wordsOf(el) };
  });
}

function wordsOf(el: HTMLElement, length = LENGTH): string {
  const own = [...el.childNodes].filter((node) => !(node instanceof Element && node.matches("[data-pb-aside]")));
  return plain(own.map((node) => node.textContent ?? "").join("")).slice(0, length);
}

/** Words on one line. */
export function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function withoutElement({ heading, title, block, words }: Block): Spot {
  return { heading, title, block, words };
}
