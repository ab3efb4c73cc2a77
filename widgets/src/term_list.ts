/** The term list's front end: a field that filters the list that stands there. */
import { keepKeys } from "./keys";
import { type Render, standingHtml } from "./model";
import { TermFilter } from "./terms/filter";
import type { Names } from "./terms/finding";
import { wordsFrom } from "./words";

const render: Render = ({ model, el }) => {
  let filter: TermFilter | null = null;
  const draw = () => {
    const list = standingHtml(model, el, ".pb-terms");
    if (list && location.pathname.endsWith(".md")) leadBeside(list);
    const names = (model.get("names") ?? {}) as Names;
    filter = list && new TermFilter(list, names, wordsFrom(model.get("labels")));
  };
  const redraw = () => {
    filter?.end();
    el.replaceChildren();
    draw();
  };
  draw();
  keepKeys(el);
  model.on("change:html", redraw);
  return () => {
    model.off("change:html", redraw);
    filter?.end();
    el.replaceChildren();
  };
};

/** JupyterLab opens chapters as Markdown too; beside one of those, the others are Markdown and no notebooks. */
function leadBeside(list: HTMLElement): void {
  for (const link of list.querySelectorAll('a[href*=".ipynb"]')) {
    link.setAttribute("href", (link.getAttribute("href") ?? "").replace(/\.ipynb(?=#|$)/, ".md"));
  }
}

export default { render };
