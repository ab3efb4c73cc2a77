/** What Python says about a room's page: the data block `pb-room`. The one place that reads it. */
import { type Site, siteOf } from "../reader/site";
import type { Answer } from "../wire";
import { type Words, wordsFrom } from "../words";

/** An answer as it is sent, and as the server gives it back. */
export interface Sent {
  step: string;
  question: string;
  round: number;
  answer: Answer;
  confidence: string | null;
  sequence: number;
}

export interface Facts {
  site: Site;
  words: Words;
  /** Names the room in the storage of this device, and in addresses. */
  room: string;
  /** Addresses by name: `events`, `state`, `answers`, … */
  to: Record<string, string>;
  /** The state that the page was made with, still on the wire's names. */
  state: unknown;
  /** Own answers that the server has. */
  own: Sent[];
  /** What the glossary's pop-ups need. */
  glossary: Record<string, unknown> | null;
  /** Questions that a plan's editor can add. */
  bank: { name: string; stem: string; chapter: string; section: string }[];
  joinUrl: string;
  xsrf: string;
}

export function factsOf(page: Document): Facts {
  const site = siteOf(page);
  const block = page.getElementById("pb-room");
  if (!site || !block)
    throw new Error("This page has no data block 'pb-page' or 'pb-room'. It is made by workshop.views.");
  const { join_url: joinUrl = "", ...known } = JSON.parse(block.textContent ?? "");
  return { own: [], glossary: null, bank: [], xsrf: "", ...known, joinUrl, site, words: wordsFrom(site.words) };
}
