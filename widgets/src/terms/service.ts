/** One listener for a whole document: makes words of links that lead to the glossary, and opens what explains them. */
import { type Found, type Source, termOf } from "./links";
import type { PopUp } from "./popup";
import { PopUps } from "./popups";

const TERM = "pb-term";
/** Milliseconds until a pointer that rests opens, and one that leaves closes. */
const REST = 200;
const LEAVE = 300;
/** How far, in pixels, a finger may slip and still have tapped. */
const SLIP = 10;

export class TermService {
  private readonly sources = new Set<Source>();
  private readonly popups = new PopUps();
  private readonly observer = new MutationObserver((changes) => this.seeChanges(changes));
  private readonly stop = new AbortController();
  private resting: ReturnType<typeof setTimeout> | undefined;
  private leaving: ReturnType<typeof setTimeout> | undefined;
  /** Where a press began, until it ends. */
  private press: { x: number; y: number } | null = null;
  /** The word whose link is being followed for real. */
  private followed: HTMLAnchorElement | null = null;
  /** The word whose pop-up was closed by Escape: it stays closed until pointer and focus have left it. */
  private dismissed: Element | null = null;

  constructor(readonly page: Document) {
    this.listen();
    this.observer.observe(page.body, { childList: true, subtree: true, attributeFilter: ["href"] });
  }

  get isNeeded(): boolean {
    return this.sources.size > 0;
  }

  add(source: Source): void {
    this.sources.add(source);
    this.enhance(this.page.body);
  }

  remove(source: Source): void {
    this.sources.delete(source);
    this.popups.closeAll();
    for (const link of this.page.querySelectorAll<HTMLAnchorElement>(`a.${TERM}`)) {
      if (!this.found(link)) plain(link);
    }
  }

  end(): void {
    this.stop.abort();
    this.observer.disconnect();
    this.popups.closeAll();
    clearTimeout(this.resting);
    clearTimeout(this.leaving);
  }

  private listen(): void {
    const { signal } = this.stop;
    const capture = { capture: true, signal };
    const on = <K extends keyof DocumentEventMap>(type: K, listener: (event: DocumentEventMap[K]) => void) =>
      this.page.addEventListener(type, listener, capture);
    on("click", (event) => this.click(event));
    on("pointerdown", (event) => {
      this.press = { x: event.clientX, y: event.clientY };
    });
    on("pointerup", (event) => this.release(event));
    on("pointercancel", () => {
      this.press = null;
    });
    on("pointerover", (event) => this.over(event));
    on("pointerout", (event) => this.out(event));
    on("focusin", (event) => this.focus(event));
    on("focusout", (event) => {
      if (event.target === this.dismissed) this.dismissed = null;
    });
    on("scroll", () => this.popups.follow());
    const view = this.page.defaultView;
    view?.addEventListener("resize", () => this.popups.follow(), { signal });
    // The window hears keys before JupyterLab, which would take Enter and Escape for the cell.
    view?.addEventListener("keydown", (event) => this.key(event), capture);
  }

  private click(event: MouseEvent): void {
    const link = linkAt(event.target);
    if (!link || link === this.followed || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const popup = this.popups.ofRealLink(link);
    const found = this.found(link);
    if (!popup && !found) return;
    take(event);
    if (popup) this.goTo(popup.trigger);
    else if (found) this.toggle(link, found);
  }

  /** Follow the word's own link: JupyterLab listens there, to open the file in a tab of its own. */
  private goTo(trigger: HTMLAnchorElement): void {
    this.popups.closeAll();
    this.followed = trigger;
    trigger.click();
    this.followed = null;
  }

  /** The first press keeps open what hovering or focus has opened; the next one closes it. */
  private toggle(link: HTMLAnchorElement, found: Found): void {
    this.hush();
    const popup = this.popups.of(link);
    if (popup?.isPinned) this.popups.close(popup);
    else this.popups.open(link, found, true);
  }

  private release(event: PointerEvent): void {
    const start = this.press;
    this.press = null;
    const isTap = start && Math.hypot(event.clientX - start.x, event.clientY - start.y) < SLIP;
    if (isTap) this.popups.closeAllBut((popup) => popup.holds(event.target as Node));
  }

  private over(event: PointerEvent): void {
    if (event.pointerType === "touch") return;
    if (this.popups.hold(event.target as Node)) clearTimeout(this.leaving);
    const link = linkAt(event.target);
    const found = link && link !== this.dismissed && this.found(link);
    if (!link || !found) return;
    this.hush();
    this.resting = setTimeout(() => link.isConnected && this.popups.open(link, found, false), REST);
  }

  private out(event: PointerEvent): void {
    if (event.pointerType === "touch") return;
    const to = event.relatedTarget as Node | null;
    if (this.dismissed && !this.dismissed.contains(to)) this.dismissed = null;
    if (linkAt(event.target)?.contains(to)) return;
    clearTimeout(this.resting);
    if (!this.popups.top || this.popups.top.holds(to)) return;
    clearTimeout(this.leaving);
    this.leaving = setTimeout(() => {
      this.popups.closeAllBut((popup) => popup.isPinned || popup.holds(to) || popup.holds(this.page.activeElement));
    }, LEAVE);
  }

  private focus(event: FocusEvent): void {
    const target = event.target as Element;
    // A press on words that take no focus gives it to what is around them: that does not leave the pop-up.
    this.popups.closeAllBut((popup) => popup.holds(target) || target.contains(popup.root));
    const link = linkAt(target);
    const found = link && this.found(link);
    // A press moves the focus too; its click opens. And words that explain each other would never let Tab out again.
    const isLeftAlone = link === this.dismissed || this.press || link?.closest(".pb-pop");
    if (link && found && !isLeftAlone) this.popups.open(link, found, false);
  }

  private key(event: KeyboardEvent): void {
    const { top } = this.popups;
    if (event.key === "Escape" && top) {
      take(event);
      this.dismiss(top);
      return;
    }
    const link = linkAt(event.target);
    const found = link && this.found(link);
    if (link && found && (event.key === "Enter" || event.key === " ") && !event.ctrlKey && !event.metaKey) {
      take(event);
      if (!event.repeat) this.toggle(link, found);
    }
  }

  /** Close the uppermost pop-up; the focus stays on its word, or goes back to it. */
  private dismiss(popup: PopUp): void {
    this.hush();
    const hadFocus = popup.root.contains(this.page.activeElement);
    this.dismissed = popup.trigger;
    this.popups.close(popup);
    if (hadFocus) popup.trigger.focus();
  }

  private hush(): void {
    clearTimeout(this.resting);
    clearTimeout(this.leaving);
  }

  private seeChanges(changes: MutationRecord[]): void {
    for (const change of changes) {
      if (change.type === "attributes") this.enhance(change.target.parentNode as ParentNode);
      for (const node of change.addedNodes) if (node instanceof HTMLElement) this.enhance(node.parentElement ?? node);
    }
    if (changes.some((change) => change.removedNodes.length)) this.popups.follow();
  }

  private enhance(root: ParentNode): void {
    for (const link of root.querySelectorAll<HTMLAnchorElement>('a[href*="#"]')) {
      if (link.hasAttribute("aria-expanded") || !this.found(link)) continue;
      link.classList.add(TERM);
      link.setAttribute("role", "button");
      link.setAttribute("aria-expanded", "false");
    }
  }

  private found(link: HTMLAnchorElement): Found | null {
    return termOf(link, this.sources);
  }
}

function linkAt(target: EventTarget | null): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
}

function plain(link: HTMLAnchorElement): void {
  link.classList.remove(TERM);
  for (const name of ["role", "aria-expanded", "aria-controls"]) link.removeAttribute(name);
}

function take(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
