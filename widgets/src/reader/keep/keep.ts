/** What is kept on the device: the one door to storage. */
import type { Book } from "./book";

/**
 * `ask`: not asked yet, or not answered. `yes`: kept on this device. `no`: not kept, the reader said so in this tab.
 * `shared`: a shared device, nothing is kept. `blocked`: the browser lets nothing be kept. `full`: the last change did not fit.
 * `damaged`: what was kept cannot be read. `newer`: it was kept by a newer version of the guide.
 */
export type KeepState = "ask" | "yes" | "no" | "shared" | "blocked" | "full" | "damaged" | "newer";

export interface Keep {
  readonly state: KeepState;
  /** The book as it is now: the stored one, or the open page's own where nothing is stored. */
  book(): Book;
  /** Change the book. It always holds in the open page; whether it is kept is what `state` says afterwards. */
  change(edit: (book: Book) => Book): KeepState;
  agree(): KeepState;
  refuse(): KeepState;
  /** Forget everything, the reader's yes too. */
  erase(): KeepState;
  /** Put this book in place of the one that is there. */
  take(book: Book): KeepState;
  /** Be told after every change of the book or the state, also one made in another tab. Returns how to stop. */
  watch(listener: () => void): () => void;
}
