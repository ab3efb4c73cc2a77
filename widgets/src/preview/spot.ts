/** Where an author is on a page, found again after the page was made anew: by the first words, or else by number. */

export interface Spot {
  index: number;
  words: string;
  /** How far below the window's top, in pixels. */
  top: number;
}

const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, figcaption, legend, summary";
const LONG_ENOUGH = 60;

/** The first block that is to be seen below ``covered`` pixels; null on a page without blocks. */
export function spotIn(page: Document, covered: number): Spot | null {
  const all = blocks(page);
  const index = all.findIndex((each) => isShown(each) && each.getBoundingClientRect().bottom > covered);
  const block = all[index];
  return block ? { index, words: words(block), top: block.getBoundingClientRect().top } : null;
}

/** The block that was meant. */
export function findSpot(page: Document, spot: Spot): Element | null {
  const all = blocks(page);
  const same = all
    .map((block, index) => ({ block, away: Math.abs(index - spot.index) }))
    .filter(({ block }) => words(block) === spot.words)
    .sort((one, other) => one.away - other.away)[0];
  return same?.block ?? all[Math.min(spot.index, all.length - 1)] ?? null;
}

function blocks(page: Document): Element[] {
  return [...(page.getElementById("content")?.querySelectorAll(BLOCKS) ?? [])];
}

function words(block: Element): string {
  return (block.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, LONG_ENOUGH);
}

function isShown(block: Element): boolean {
  return block.getClientRects().length > 0;
}
