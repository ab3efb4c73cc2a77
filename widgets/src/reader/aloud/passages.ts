/** What of an article is read aloud, in reading order: its text sentence by sentence, and what its pictures show. */
import { plain } from "../spot";
import { sentencesOf } from "./sentences";

export interface Sentence {
  /** What is said. */
  words: string;
  /** The block that it stands in. */
  el: Element;
  /** Its place in the text; null where it does not stand in the text, or no longer does. */
  range(): Range | null;
}

/** Where one thing ends and another begins, also for the voice. */
const BLOCKS = [
  "h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td, caption, figure, figcaption, blockquote, pre, div, section",
  "fieldset, legend, label, summary, .pb-position",
].join(", ");

const LEFT_OUT = [
  "script, style, template, nav, button, select, input, textarea, [hidden], [aria-hidden='true'], .pb-hidden",
  // What we put into the text, and what is not the reader's to hear: numbers of sources, and the list of them.
  ".pb-head, .pb-goon, .pb-keep, .pb-keeping, .pb-marked, .pb-note, .pb-list-open, .pb-pop, .pb-paper, [data-pb-aside]",
  ".pb-cites, .pb-cite, .pb-sources, .pb-words:not([open])",
  // A question is read with what can be chosen; how it is answered, and what is said to an answer, are not.
  ".pb-how, .pb-sure, .pb-verdict, .pb-hints, .pb-actions, .pb-spoken, .pb-answers, .pb-on-paper:not(.pb-matches)",
  // What is closed stays closed, figures about survival above all.
  "details:not([open]) > :not(summary)",
].join(", ");

/** A piece of the page's text, and where it begins in its block's. */
interface Piece {
  node: Text;
  start: number;
}

interface Passage {
  el: Element;
  text: string;
  pieces: Piece[];
}

/** All sentences of the article. `picture` makes of what a picture shows what is said of it. */
export function sentencesIn(article: Element, language: string, picture: (shown: string) => string): Sentence[] {
  return passagesIn(article, picture).flatMap((passage) =>
    sentencesOf(passage.text, language).map(({ start, end }) => ({
      words: plain(passage.text.slice(start, end)),
      el: passage.el,
      range: () => rangeOf(passage.pieces, start, end),
    })),
  );
}

function passagesIn(article: Element, picture: (shown: string) => string): Passage[] {
  const passages: Passage[] = [];
  const read = (node: Node) => {
    if (node instanceof Text) {
      const el = node.parentElement?.closest(BLOCKS) ?? article;
      const last = passages[passages.length - 1];
      if (last?.el === el) {
        last.pieces.push({ node, start: last.text.length });
        last.text += node.data;
      } else if (plain(node.data)) passages.push({ el, text: node.data, pieces: [{ node, start: 0 }] });
    } else if (node instanceof Element && !node.matches(LEFT_OUT)) {
      if (node.matches("svg, img")) {
        const shown = node.getAttribute("aria-label") ?? node.getAttribute("alt");
        if (shown) passages.push({ el: node.closest("figure") ?? node, text: picture(shown), pieces: [] });
      } else node.childNodes.forEach(read);
    }
  };
  read(article);
  return passages;
}

function rangeOf(pieces: Piece[], start: number, end: number): Range | null {
  const first = pieceAt(pieces, start);
  const last = pieceAt(pieces, end - 1);
  if (!first?.node.isConnected || !last?.node.isConnected) return null;
  const range = first.node.ownerDocument.createRange();
  range.setStart(first.node, Math.min(start - first.start, first.node.length));
  range.setEnd(last.node, Math.min(end - last.start, last.node.length));
  return range;
}

function pieceAt(pieces: Piece[], at: number): Piece | undefined {
  return [...pieces].reverse().find((piece) => piece.start <= at);
}
