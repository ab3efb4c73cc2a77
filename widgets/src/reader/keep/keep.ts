/** What is kept on the device: the one door to storage. */
import { siteOf } from "../site";
import type { Book } from "./book";
import { OpenKeep } from "./open";
import { Shelf, type View } from "./shelf";

/**
 * `ask`: not asked yet, or not answered. `yes`: kept on this device. `no`: not kept, the reader said so in this tab.
 * `shared`: a shared device, nothing is kept. `blocked`: the browser lets nothing be kept. `full`: the last change did not fit.
 * `damaged`: what was kept cannot be read, or not all of it. `newer`: it was kept by a newer version of the guide.
 */
export type KeepState = "ask" | "yes" | "no" | "shared" | "blocked" | "full" | "damaged" | "newer";

/** Makes a new book of one and leaves the old one alone. It may be run again on a book that another tab has changed. */
export type Edit = (book: Book) => Book;

export interface Keep {
  readonly state: KeepState;
  /** The book as it is now: the stored one, or the open page's own where nothing is stored. */
  book(): Book;
  /** Change the book. It always holds in the open page; whether it is kept is what `state` says afterwards. */
  change(edit: Edit): KeepState;
  agree(): KeepState;
  /** Keep nothing from now on. What was kept is removed, and lives on in the open page. */
  refuse(): KeepState;
  /** Forget everything, the reader's yes too. */
  erase(): KeepState;
  /**
   * Put this book in place of the one that is there; also of a damaged one: `take(book())` goes on with what of it is sound.
   * What a newer version kept stays.
   */
  take(book: Book): KeepState;
  /** What is stored, as it is, when the state is `damaged` or `newer`: for saving it to a file. Else null. */
  unread(): string | null;
  /** Say that many readers share this browser, or that they no longer do. What was kept is erased. */
  share(isShared: boolean): KeepState;
  /** Be told after every change of the book or the state, also one made in another tab. Returns how to stop. */
  watch(listener: () => void): () => void;
}

/** A page without facts is an error page: there is nothing on it to keep. */
const NO_SITE = { guide: "", sharedDevice: true };
const OPEN = Symbol.for("patientbook.keep");
type Page = Document & { [OPEN]?: Keep };

/** The page's keep: one for all the scripts of a page. */
export function openKeep(page: Page, view: View = window): Keep {
  const site = siteOf(page) ?? NO_SITE;
  page[OPEN] ??= new OpenKeep(new Shelf(view, site), page.documentElement, site.guide);
  return page[OPEN];
}
