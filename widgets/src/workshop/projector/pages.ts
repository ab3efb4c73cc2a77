/** Shares pieces out over pages, so that nothing scrolls and letters stay large. */
import { element } from "../../draw";
import type { Words } from "../../words";

/** Sizes of letters that are tried, the largest first (`projector.css`). */
const SIZES = ["4", "3", "2", "1"];

export class Pages {
  private pieces: HTMLElement[] = [];
  private pages: HTMLElement[][] = [];
  private at = 0;
  private fits = true;
  private readonly back: HTMLButtonElement;
  private readonly next: HTMLButtonElement;
  private readonly where = element("span");

  constructor(
    private readonly place: HTMLElement,
    private readonly buttons: HTMLElement,
    private readonly words: Words,
  ) {
    this.back = this.button("page_back", "←", -1);
    this.next = this.button("page_next", "→", 1);
    buttons.replaceChildren(this.back, this.where, this.next);
    new ResizeObserver(() => this.share()).observe(place); // also when the line below it grows
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.key === "PageDown" || event.key === "ArrowRight") this.go(1);
      if (event.key === "PageUp" || event.key === "ArrowLeft") this.go(-1);
    });
  }

  show(head: HTMLElement[], pieces: HTMLElement[]): void {
    this.pieces = pieces;
    this.at = 0;
    this.place.replaceChildren(...head, ...pieces);
    this.share();
  }

  /** How much fits is only known once it is drawn. Letters are as large as they can be with the same on each page. */
  share(): void {
    this.buttons.hidden = false; // they take room too
    this.pages = this.shared("0");
    for (const size of SIZES) {
      const larger = this.shared(size);
      if (this.fits && isShareOf(larger, this.pages)) {
        this.pages = larger;
        break;
      }
      this.place.dataset.size = "0";
    }
    this.turn();
  }

  /** The pages that the pieces make in letters of a size. */
  private shared(size: string): HTMLElement[][] {
    const { place: room, pieces } = this;
    room.dataset.size = size;
    for (const piece of pieces) piece.hidden = true;
    const pages: HTMLElement[][] = [];
    let page: HTMLElement[] = [];
    this.fits = true;
    for (const piece of pieces) {
      piece.hidden = false;
      const isNew = piece.dataset.page === "new" && page.length > 0;
      if (isNew || (page.length > 0 && this.isTooMuch)) {
        pages.push(page);
        for (const before of page) before.hidden = true;
        page = [];
      }
      page.push(piece);
      this.fits &&= !this.isTooMuch;
    }
    return [...pages, page];
  }

  private get isTooMuch(): boolean {
    return this.place.scrollHeight > this.place.clientHeight + 1;
  }

  private go(by: number): void {
    this.at += by;
    this.turn();
  }

  private turn(): void {
    const count = this.pages.length;
    this.at = Math.min(Math.max(this.at, 0), count - 1);
    const shown = new Set(this.pages[this.at]);
    for (const piece of this.pieces) piece.hidden = !shown.has(piece);
    this.buttons.hidden = count < 2;
    this.where.textContent = this.words.say("page_of", { number: this.at + 1, count });
    this.back.setAttribute("aria-disabled", String(this.at === 0));
    this.next.setAttribute("aria-disabled", String(this.at === count - 1));
  }

  private button(key: string, sign: string, by: number): HTMLButtonElement {
    const made = element("button", { type: "button", "aria-label": this.words.say(key) }, sign);
    made.addEventListener("click", () => this.go(by));
    return made;
  }
}

function isShareOf(one: HTMLElement[][], other: HTMLElement[][]): boolean {
  return one.length === other.length && one.every((page, at) => page.length === other[at]?.length);
}
