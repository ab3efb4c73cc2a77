/** Brings the widgets of a page to life without a kernel: each gets a small model made from its saved state. */
import type { Model, Render } from "./model";

export type Widgets = Record<string, Render>;

/** A model that lives in the page alone; `change:name` is told when a value really changes. */
export function localModel(state: Record<string, unknown>): Model & { send(): void } {
  const values = { ...state };
  const listeners = new Map<string, Set<() => void>>();
  const tell = (event: string) => {
    for (const listener of [...(listeners.get(event) ?? [])]) listener();
  };
  return {
    get: (name) => values[name],
    set: (name, value) => {
      if (JSON.stringify(values[name]) === JSON.stringify(value)) return;
      values[name] = value;
      tell(`change:${name}`);
      tell("change");
    },
    save_changes: () => tell("save"),
    send: () => undefined,
    on: (event, listener) => {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
    },
    off: (event, listener) => {
      listeners.get(event)?.delete(listener);
    },
  };
}

/** Is shown each widget's name and model before the widget is drawn. */
export type Meet = (widget: string, model: Model) => void;

/** Render every widget of the page. What is wrong with one is logged and does not stop the others. */
export function startWidgets(page: Document, widgets: Widgets, meet: Meet = () => undefined): void {
  for (const el of page.querySelectorAll<HTMLElement>(".pb-widget[data-widget][data-state]")) {
    try {
      startWidget(page, el, widgets, meet);
    } catch (problem) {
      console.error(problem);
    }
  }
}

function startWidget(page: Document, el: HTMLElement, widgets: Widgets, meet: Meet): void {
  const { widget = "", state = "" } = el.dataset;
  const render = widgets[widget];
  if (!render) throw new Error(`This page has no widget '${widget}'. It has: ${Object.keys(widgets).join(", ")}.`);
  const block = page.getElementById(state);
  if (!block) throw new Error(`The widget '${widget}' has no state '${state}' in the page.`);
  const model = localModel(JSON.parse(block.textContent ?? ""));
  meet(widget, model);
  render({ model, el });
}
