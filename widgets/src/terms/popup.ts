/** One open pop-up: its words, its place beside the link in the document, and its place on the screen. */
import { element, written } from "../draw";
import { keepKeys } from "../keys";
import type { Found } from "./links";
import { placeFor } from "./place";

const SUPPORTS_POPOVER = "showPopover" in HTMLElement.prototype;

/** In these, a pop-up goes after the whole: clicks inside would choose an answer, and its words would become a name. */
const WHOLE = "label, legend, summary";

let made = 0;

export class PopUp {
  readonly root: HTMLElement;
  readonly realLink: HTMLAnchorElement;

  constructor(
    readonly trigger: HTMLAnchorElement,
    found: Found,
    /** Opened by a press, so a pointer that moves away does not close it. */
    public isPinned: boolean,
  ) {
    made += 1;
    this.realLink = realLink(trigger, found.source.words.say("see_in_glossary"));
    this.root = drawn(found, `pb-pop-${made}`);
    this.root.append(this.realLink);
    keepKeys(this.root);
    (trigger.closest(WHOLE) ?? trigger).after(this.root);
    trigger.setAttribute("aria-expanded", "true");
    trigger.setAttribute("aria-controls", this.root.id);
    if (SUPPORTS_POPOVER) this.root.showPopover();
    this.follow();
  }

  /** Stay with the word when the page scrolls or turns. */
  follow(): void {
    const { style } = this.root;
    style.maxHeight = "";
    const size = { width: this.root.offsetWidth, height: this.root.offsetHeight };
    const screen = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const { left, top, maxHeight } = placeFor([...this.trigger.getClientRects()], size, screen);
    style.left = `${left}px`;
    style.top = `${top}px`;
    style.maxHeight = `${maxHeight}px`;
  }

  holds(node: Node | null): boolean {
    return node !== null && (this.trigger.contains(node) || this.root.contains(node));
  }

  close(): void {
    this.root.remove();
    this.trigger.setAttribute("aria-expanded", "false");
    this.trigger.removeAttribute("aria-controls");
  }
}

function drawn({ term }: Found, id: string): HTMLElement {
  // A live region around the word must not read the pop-up out as news.
  const root = element("span", { id, class: "pb-pop", role: "group", "aria-live": "off", "aria-label": term.term });
  if (SUPPORTS_POPOVER) root.setAttribute("popover", "manual");
  root.append(element("b", {}, term.term), written("span", term.meaning, { class: "pb-meaning" }));
  if (term.more) root.append(written("span", term.more, { class: "pb-meaning" }));
  return root;
}

/** The way to the glossary itself: the same address as the word's own link, which is followed when this is pressed. */
function realLink(trigger: HTMLAnchorElement, text: string): HTMLAnchorElement {
  return element("a", { class: "pb-see", href: trigger.getAttribute("href") ?? "" }, text);
}
