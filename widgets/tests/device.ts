/** A device with a browser: one storage that several tabs share, which can be full, forbidden or cleared. */
import { type Book, emptyBook, type KeptAnswer } from "../src/reader/keep/book";
import { type Keep, openKeep } from "../src/reader/keep/keep";

export const KEY = "patientbook:bicycles";
export const ROOM = 5_000;

/** A storage with room for so many characters. */
class Shelf implements Storage {
  readonly texts = new Map<string, string>();
  onChange: (key: string | null) => void = () => undefined;

  constructor(public room = ROOM) {}

  get length() {
    return this.texts.size;
  }
  key = (index: number) => [...this.texts.keys()][index] ?? null;
  getItem = (key: string) => this.texts.get(key) ?? null;
  setItem(key: string, text: string) {
    const others = [...this.texts].filter(([name]) => name !== key).reduce((sum, [, each]) => sum + each.length, 0);
    if (others + text.length > this.room) throw new DOMException("It is full", "QuotaExceededError");
    this.texts.set(key, text);
    this.onChange(key);
  }
  removeItem(key: string) {
    this.texts.delete(key);
    this.onChange(key);
  }
  clear() {
    this.texts.clear();
    this.onChange(null);
  }
}

export class Device {
  readonly local = new Shelf();
  private readonly tabs = new Set<EventTarget>();
  isForbidden = false;

  /** Open a page in a new tab; `facts` is what Python says about it. */
  tab(facts: object = {}): { keep: Keep; page: Document; again: () => Keep; wake: () => void } {
    const session = new Shelf();
    const page = pageWith(facts);
    const open = (shown: Document) => openKeep(shown, this.window(session));
    return {
      page,
      keep: open(page),
      again: () => open(pageWith(facts)),
      wake: () => {
        for (const tab of this.tabs) tab.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
      },
    };
  }

  /** What lies in the storage, as the value that it is. */
  stored(): Book | null {
    const text = this.local.getItem(KEY);
    return text === null ? null : JSON.parse(text);
  }

  private window(session: Storage): Window {
    const device = this;
    const events = new EventTarget();
    this.tabs.add(events);
    return {
      addEventListener: events.addEventListener.bind(events),
      get localStorage() {
        return device.used(device.local, events);
      },
      get sessionStorage() {
        return device.used(session, events);
      },
    } as unknown as Window;
  }

  /** A browser tells the other tabs of a change, never the one that made it. */
  private used<T extends Storage>(storage: T, by: EventTarget): T {
    if (this.isForbidden) throw new DOMException("The user said no", "SecurityError");
    this.local.onChange = (key) => {
      for (const tab of this.tabs) {
        if (tab !== by) tab.dispatchEvent(Object.assign(new Event("storage"), { key }));
      }
    };
    return storage;
  }
}

export function pageWith(facts: object = {}): Document {
  const page = document.implementation.createHTMLDocument("Bicycles");
  const block = page.createElement("script");
  block.type = "application/json";
  block.id = "pb-page";
  const usual = { guide: "bicycles", language: "en", kind: "chapter", page: "en/01.html", base: "../", words: {} };
  block.textContent = JSON.stringify({ ...usual, shared_device: false, ...facts });
  page.head.append(block);
  return page;
}

export const NOON = "2026-03-01T12:00:00.000Z";

export function answer(change: Partial<KeptAnswer> = {}): KeptAnswer {
  return { page: "en/01.html", question: "round", given: { answer: "true" }, at: NOON, ...change };
}

export const answering =
  (key: string, change: Partial<KeptAnswer> = {}) =>
  (book: Book) => ({
    ...book,
    answers: { ...book.answers, [key]: answer(change) },
  });

export const bookWith = (change: object = {}) => ({ ...emptyBook("bicycles"), ...change });
