/** The part of anywidget's model that our widgets use; a page without a kernel gives them a small one of its own. */
export interface Model {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  save_changes(): void;
  on(event: string, listener: () => void): void;
  off(event: string, listener: () => void): void;
}

export type Render = (given: { model: Model; el: HTMLElement }) => () => void;

/** Put the widget's HTML into `el` where it does not stand there already, and return its root. */
export function standingHtml(model: Model, el: HTMLElement, selector: string): HTMLElement | null {
  if (!el.querySelector(selector)) el.innerHTML = String(model.get("html") ?? "");
  return el.querySelector<HTMLElement>(selector);
}
