/** The field above a list of terms: hides those that are not meant, and says how many are left. */
import { element } from "../draw";
import type { Words } from "../words";
import { findTerms, type Names, wordsOf } from "./finding";

/** Milliseconds without a key until the number is said: a screen reader is not to speak into one's typing. */
const PAUSE = 700;

const FIELD = {
  type: "search",
  autocomplete: "off",
  autocapitalize: "none",
  spellcheck: "false",
  enterkeyhint: "done",
};

export class TermFilter {
  private readonly stop = new AbortController();
  private readonly input = element("input", FIELD);
  private readonly button = element("button", { type: "button", class: "pb-show-all" });
  private readonly status: HTMLElement;
  private pause: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly root: HTMLElement,
    private readonly names: Names,
    private readonly words: Words,
  ) {
    this.status = part(root, ".pb-found");
    this.draw(part(root, ".pb-find"));
    this.listen();
    this.apply();
  }

  end(): void {
    this.stop.abort();
    clearTimeout(this.pause);
  }

  /** The field is made here, not in Python: a notebook that is only looked at would show one that does nothing. */
  private draw(place: HTMLElement): void {
    const label = element("label", {}, this.words.say("find_word"));
    label.append(this.input);
    this.button.textContent = this.words.say("show_all");
    place.setAttribute("role", "search");
    place.replaceChildren(label, this.button);
  }

  private listen(): void {
    const { signal } = this.stop;
    this.input.addEventListener("input", () => this.apply(), { signal });
    this.input.addEventListener("keydown", (event) => this.key(event), { signal });
    this.button.addEventListener("click", () => this.showAll(), { signal });
    // Before the browser goes there: where the address stays the same, no event tells of it.
    this.root.addEventListener("click", (event) => this.uncover(linked(event.target)), { signal });
    window.addEventListener("hashchange", () => this.uncover(location.hash)?.scrollIntoView(), { signal });
  }

  private key(event: KeyboardEvent): void {
    if (event.key === "Enter") this.say();
    if (event.key !== "Escape" || !this.input.value) return;
    event.preventDefault();
    event.stopPropagation();
    this.showAll();
  }

  private showAll(): void {
    this.clear();
    this.input.focus();
  }

  private clear(): void {
    this.input.value = "";
    this.apply();
    this.say();
  }

  /** Show what the address names, if the filter hides it. */
  private uncover(hash: string): HTMLElement | null {
    const id = CSS.escape(decoded(hash.slice(1)));
    const target = this.root.querySelector<HTMLElement>(`[id="${id}"]`);
    if (!target?.closest("[hidden]")) return null;
    this.clear();
    return target;
  }

  private apply(): void {
    const isAll = wordsOf(this.input.value).length === 0;
    const { ids } = findTerms(this.names, this.input.value);
    for (const group of this.root.querySelectorAll<HTMLElement>(".pb-letter")) {
      const terms = [...group.querySelectorAll<HTMLElement>("dl > div")];
      for (const term of terms) term.hidden = !isAll && !ids.has(term.id);
      group.hidden = terms.every((term) => term.hidden);
    }
    part(this.root, ".pb-letters").hidden = !isAll;
    this.button.hidden = this.input.value === "";
    clearTimeout(this.pause);
    if (this.status.textContent || !isAll) this.pause = setTimeout(() => this.say(), PAUSE);
  }

  private say(): void {
    clearTimeout(this.pause);
    const typed = this.input.value.trim();
    const { ids, isClose } = findTerms(this.names, typed);
    if (wordsOf(typed).length === 0) this.status.textContent = this.words.say("all_shown");
    else if (ids.size === 0) this.status.textContent = this.words.say("no_word", { typed });
    else this.status.textContent = this.words.say(isClose ? "words_like_it" : "words_found", { count: ids.size });
  }
}

function part(root: HTMLElement, selector: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector);
  if (!found)
    throw new Error(`The list of terms has no '${selector}'. Its HTML and its script are not of one version.`);
  return found;
}

function linked(target: EventTarget | null): string {
  return (target instanceof Element && target.closest<HTMLAnchorElement>('a[href^="#"]')?.hash) || "";
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
