/** What the parts of My pages are drawn with. */
import { element } from "../../draw";

/** The part of a section with this class or attribute, which its template has. */
export function find<E extends HTMLElement = HTMLElement>(el: HTMLElement, selector: string): E {
  const found = el.querySelector<E>(selector);
  if (!found) throw new Error(`The part '${el.dataset.part}' has no ${selector}. Look in my_pages.html.j2.`);
  return found;
}

/** Do this when the button that the template calls so is pressed. */
export function onDo(el: HTMLElement, name: string, act: () => void): void {
  find(el, `[data-do="${name}"]`).addEventListener("click", act);
}

/** Show what is said where there is something, or where there is nothing. */
export function showSome(el: HTMLElement, isSome: boolean): void {
  el.toggleAttribute("data-some", isSome);
}

/** Say in the part's status line. The same words are heard again. */
export function tell(el: HTMLElement, text: string): void {
  find(el, ".pb-my-said").replaceChildren(text && element("p", {}, text));
}

export function button(text: string, act: () => void, more: Record<string, string> = {}): HTMLButtonElement {
  const made = element("button", { type: "button", class: "pb-act", ...more }, text);
  made.addEventListener("click", act);
  return made;
}

/** Where a button or link stood that is gone, so that somebody who works by keyboard is not lost. */
export function focusOn(place: HTMLElement | null | undefined): void {
  if (!place) return;
  if (place.tabIndex < 0 && !place.hasAttribute("tabindex")) place.tabIndex = -1;
  place.focus();
}
