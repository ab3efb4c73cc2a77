/** Cuts a text into what is said in one breath: sentences, and of very long ones their parts. */

/** Where in the text something stands, without the white space around it. */
export interface Span {
  start: number;
  end: number;
}

/** Longer ones are cut: some browsers fall silent in the middle of what takes more than a quarter of a minute. */
const LONGEST = 200;
/** What is shorter is not worth a breath of its own. */
const SHORTEST = 40;
/** A full stop after these ends no sentence. */
const SHORTENED = /(?:^|[\s(])(?:e\.\s?g|i\.\s?e|vs|Dr|Mrs?|Ms|Prof|St|Fig|approx|cf|ca)\.$/i;
/** "No. 5" goes on; "No. We waited." does not. */
const NUMBERED = /(?:^|\s)(?:No|Nos|p|pp|Vol)\.$/;
const END = /[.!?…]+["'”’»)\]]*\s+(?=["'“‘«([]*[\p{Lu}\p{N}])/gu;
const HAS_WORDS = /[\p{L}\p{N}]/u;

export function sentencesOf(written: string, language: string): Span[] {
  const text = written.replace(/\s/g, " "); // where a line of the source ends, no sentence does
  const joined: Span[] = [];
  for (const span of endsOf(text, language)) {
    const last = joined[joined.length - 1];
    if (last && goesOn(text.slice(last.start, last.end), text.slice(span.start))) last.end = span.end;
    else joined.push(span);
  }
  return joined
    .flatMap((span) => partsOf(text, span))
    .map((span) => trimmed(text, span))
    .filter(({ start, end }) => HAS_WORDS.test(text.slice(start, end)));
}

/** The browser's own opinion where it has one. It knows no "Dr.", so what it cuts may have to be joined again. */
function endsOf(text: string, language: string): Span[] {
  if (typeof Intl.Segmenter === "function") {
    const segments = [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)];
    return segments.map(({ index, segment }) => ({ start: index, end: index + segment.length }));
  }
  const ends = [...text.matchAll(END)].map((match) => match.index + match[0].length);
  return [...ends, text.length].map((end, index) => ({ start: ends[index - 1] ?? 0, end }));
}

function goesOn(before: string, after: string): boolean {
  const said = before.trimEnd();
  return SHORTENED.test(said) || (NUMBERED.test(said) && /^\s*\p{N}/u.test(after));
}

/** A long sentence in parts, each ending with the last mark that leaves it short enough. */
function partsOf(text: string, { start, end }: Span): Span[] {
  if (end - start <= LONGEST) return [{ start, end }];
  const piece = text.slice(start, start + LONGEST);
  const cuts = [/[;:–]\s/g, /,\s/g, /\s/g].map((mark) => lastOf(piece, mark));
  const cut = cuts.find((at) => at >= SHORTEST) ?? LONGEST;
  return [{ start, end: start + cut }, ...partsOf(text, { start: start + cut, end })];
}

/** Where the last of these marks ends; -1 where there is none. */
function lastOf(text: string, mark: RegExp): number {
  return [...text.matchAll(mark)].reduce((_, match) => match.index + match[0].length, -1);
}

function trimmed(text: string, { start, end }: Span): Span {
  const said = text.slice(start, end);
  return { start: start + said.length - said.trimStart().length, end: start + said.trimEnd().length };
}
