/** The glossary's front end: it lends its terms to the one service that serves the links of the whole document. */
import { keepKeys } from "./keys";
import { type Render, standingHtml } from "./model";
import type { Source } from "./terms/links";
import { TermService } from "./terms/service";
import type { Term } from "./wire";
import { wordsFrom } from "./words";

/** Each widget of a notebook is a module of its own, so the service is kept where all of them find it. */
const SERVICE = Symbol.for("patientbook.terms");
type Served = Document & { [SERVICE]?: TermService };

const render: Render = ({ model, el }) => {
  const page = document as Served;
  let source: Source | null = null;
  const lend = () => {
    takeBack();
    page[SERVICE] ??= new TermService(page);
    source = {
      page: String(model.get("page") ?? ""),
      terms: (model.get("terms") ?? {}) as Record<string, Term>,
      words: wordsFrom(model.get("labels")),
    };
    page[SERVICE].add(source);
  };
  const takeBack = () => {
    const service = page[SERVICE];
    if (!source || !service) return;
    service.remove(source);
    source = null;
    if (service.isNeeded) return;
    service.end();
    delete page[SERVICE];
  };
  const redraw = () => {
    el.replaceChildren();
    standingHtml(model, el, ".pb-words");
  };
  standingHtml(model, el, ".pb-words");
  keepKeys(el);
  lend();
  for (const name of ["terms", "page", "labels"]) model.on(`change:${name}`, lend);
  model.on("change:html", redraw);
  return () => {
    for (const name of ["terms", "page", "labels"]) model.off(`change:${name}`, lend);
    model.off("change:html", redraw);
    takeBack();
    el.replaceChildren();
  };
};

export default { render };
