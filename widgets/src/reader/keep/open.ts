/** The open book: what is stored, and what this page has changed that is not stored. */
import { type Book, emptyBook, joined } from "./book";
import type { Edit, Keep, KeepState } from "./keep";
import { textOf } from "./read";
import { type Found, type Shelf, stateOf } from "./shelf";

export class OpenKeep implements Keep {
  state: KeepState;
  private now: Book;
  private found: Found = { kind: "none" };
  /** This page's changes that are not stored. They are made again on whatever book comes to lie there. */
  private pending: Edit[] = [];
  /** The reader has agreed, and nothing lies there yet. */
  private isToBegin = false;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly shelf: Shelf,
    private readonly root: HTMLElement,
    private readonly guide: string,
  ) {
    this.now = emptyBook(guide);
    this.look();
    this.state = stateOf(this.found, shelf);
    this.tell();
    shelf.watch(() => {
      this.look("elsewhere");
      this.settle();
    });
  }

  book(): Book {
    return this.now;
  }

  change(edit: Edit): KeepState {
    this.look();
    this.now = edit(this.now);
    this.pending.push(edit);
    return this.settle();
  }

  agree(): KeepState {
    this.shelf.isRefused = false;
    this.look();
    this.isToBegin = this.found.kind === "none";
    return this.settle();
  }

  refuse(): KeepState {
    this.look();
    this.shelf.isRefused = true;
    if (this.found.kind === "sound") {
      this.remove();
      this.pending = [joining(this.now)];
    }
    return this.settle();
  }

  erase(): KeepState {
    this.shelf.isRefused = false;
    // What lies on a shared device from before that is not the open page's to remove.
    if (this.found.kind !== "shared") this.remove();
    this.forget();
    return this.settle();
  }

  take(book: Book): KeepState {
    this.look();
    this.now = book;
    this.pending = [joining(book)];
    return this.settle(true);
  }

  share(isShared: boolean): KeepState {
    this.erase();
    this.shelf.isShared = isShared;
    this.look();
    return this.settle();
  }

  unread(): string | null {
    return this.found.kind === "damaged" || this.found.kind === "newer" ? this.found.text : null;
  }

  watch(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Read what lies there now. Where it is gone and another tab says so, somebody erased it, and it goes here too; where it is
   * gone without a word, the browser cleared it, and the open page keeps what it has until the reader agrees again.
   */
  private look(news: "none" | "elsewhere" = "none"): void {
    const before = textIn(this.found);
    this.found = this.shelf.read();
    const after = textIn(this.found);
    if (before === after) return;
    if (after !== null) this.now = this.pending.reduce((book, edit) => edit(book), bookIn(this.found, this.guide));
    else if (news === "elsewhere" && this.found.kind !== "blocked") this.forget();
    else this.pending = [joining(this.now)];
  }

  private remove(): void {
    this.shelf.remove();
    this.found = this.shelf.read();
    this.isToBegin = false;
  }

  private forget(): void {
    this.now = emptyBook(this.guide);
    this.pending = [];
  }

  /** Store what is not stored, where that may be done, and tell everybody how things are. */
  private settle(mayReplace = false): KeepState {
    const { kind } = this.found;
    const mayWrite = kind === "none" ? this.isToBegin : kind === "sound" || (mayReplace && kind === "damaged");
    const isDue = this.pending.length > 0 || this.isToBegin;
    this.state = mayWrite && isDue ? this.store() : stateOf(this.found, this.shelf);
    this.tell();
    return this.state;
  }

  private store(): KeepState {
    const text = textOf(this.now);
    const outcome = text === textIn(this.found) ? "kept" : this.shelf.write(text);
    if (outcome !== "kept") return outcome;
    this.found = { kind: "sound", text, book: this.now };
    this.pending = [];
    this.isToBegin = false;
    return "yes";
  }

  private tell(): void {
    this.root.dataset.keep = this.state;
    for (const listener of [...this.listeners]) {
      try {
        listener();
      } catch (problem) {
        console.error(problem);
      }
    }
  }
}

const joining = (own: Book) => (book: Book) => joined(book, own);
const textIn = (found: Found) => ("text" in found ? found.text : null);
const bookIn = (found: Found, guide: string) => ("book" in found ? found.book : emptyBook(guide));
