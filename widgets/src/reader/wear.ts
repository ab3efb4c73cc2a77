/** Puts chosen settings on the page's root, where the styles find them. Used before anything is painted: keep it tiny. */
import type { Settings } from "./keep/book";

export const WORN = ["size", "spacing", "theme", "measure", "motion"] as const;
export type Worn = (typeof WORN)[number];

export function wear(root: HTMLElement, settings: Settings): void {
  for (const name of WORN) {
    const value = settings[name];
    if (value) root.dataset[name] = value;
    else delete root.dataset[name];
  }
}
