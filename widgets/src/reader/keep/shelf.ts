/** Where the book lies: the browser's storage, with all the ways in which it can fail. */
import type { Site } from "../site";
import type { KeepState } from "./keep";
import { type Reading, readBook } from "./read";

/** What of a window is needed to keep something. A browser may throw at the mere look at its storage. */
export type View = Pick<Window, "localStorage" | "sessionStorage" | "addEventListener">;

export type Found = { kind: "none" | "blocked" | "shared" } | (Omit<Reading, "kind"> & { kind: Stored; text: string });
type Stored = "sound" | "damaged" | "newer";
export type Outcome = "kept" | "full" | "blocked";

/** Set where staff said that many readers share this browser. */
const SHARED = "patientbook:shared-device";
/** Errors of a storage that is full, by name; the second is Firefox's. */
const FULL = ["QuotaExceededError", "NS_ERROR_DOM_QUOTA_REACHED"];

export class Shelf {
  private readonly key: string;
  private saidNo = false;

  constructor(
    private readonly view: View,
    private readonly site: Pick<Site, "guide" | "sharedDevice">,
  ) {
    this.key = `patientbook:${site.guide}`;
  }

  read(): Found {
    if (this.isShared) return { kind: "shared" };
    try {
      const text = this.view.localStorage.getItem(this.key);
      if (text === null) return { kind: "none" };
      const { kind, book } = readBook(text, this.site.guide);
      return { text, book, kind: kind === "another-guide" ? "damaged" : kind };
    } catch {
      return { kind: "blocked" };
    }
  }

  /** Keep this text. What was kept before stays as it was where this one does not fit. */
  write(text: string): Outcome {
    try {
      this.view.localStorage.setItem(this.key, text);
      return "kept";
    } catch (problem) {
      // A storage that is full while nothing is in it is one that takes nothing: some private windows are so.
      return problem instanceof Error && FULL.includes(problem.name) && this.isUsed() ? "full" : "blocked";
    }
  }

  remove(): void {
    attempt(() => this.view.localStorage.removeItem(this.key));
  }

  /** Whether the reader said no in this tab. */
  get isRefused(): boolean {
    return this.saidNo || attempt(() => this.view.sessionStorage.getItem(this.key)) === "no";
  }

  set isRefused(isRefused: boolean) {
    this.saidNo = isRefused;
    attempt(() =>
      isRefused ? this.view.sessionStorage.setItem(this.key, "no") : this.view.sessionStorage.removeItem(this.key),
    );
  }

  get isShared(): boolean {
    return this.site.sharedDevice || attempt(() => this.view.localStorage.getItem(SHARED)) === "on";
  }

  set isShared(isShared: boolean) {
    attempt(() =>
      isShared ? this.view.localStorage.setItem(SHARED, "on") : this.view.localStorage.removeItem(SHARED),
    );
  }

  /** Be told when another tab, or a way back to a page that the browser had put to sleep, may have brought news. */
  watch(listener: () => void): void {
    this.view.addEventListener("storage", ({ key }) => {
      if (key === null || key === this.key || key === SHARED) listener();
    });
    this.view.addEventListener("pageshow", ({ persisted }) => {
      if (persisted) listener();
    });
  }

  private isUsed(): boolean {
    return (attempt(() => this.view.localStorage.length) ?? 0) > 0;
  }
}

/** What the keep's state is when this was found. */
export function stateOf(found: Found, shelf: Shelf): KeepState {
  if (found.kind === "none") return shelf.isRefused ? "no" : "ask";
  return found.kind === "sound" ? "yes" : found.kind;
}

/** What `use` gives, or undefined where the browser forbids it. */
function attempt<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
