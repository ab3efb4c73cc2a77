/** What every part of My pages is given, and gives. */
import type { Keep } from "../keep/keep";
import type { Site } from "../site";
import type { Questions } from "./questions";

export interface Ground {
  page: Document;
  site: Site;
  keep: Keep;
  /** The guide's questions; refused when they cannot be had. Asked for only once. */
  questions(): Promise<Questions>;
  /** Whether they are worth loading at once, because there are answers to show. */
  loaded: Questions | "failed" | null;
  now(): Date;
}

/** Bring a part to life in its section. Returns what shows it as it is now, which is called after every change. */
export type Part = (el: HTMLElement, ground: Ground) => () => void;
