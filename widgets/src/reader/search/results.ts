/** How what was found is shown: the glossary's word first, then a list. */
import { element } from "../../draw";
import { type Site, say } from "../site";
import type { Found } from "./documents";
import type { Answer, Hit } from "./finder";
import { snippet } from "./snippet";
import { partsOf } from "./words";

/** So many results at once; a button shows as many more. */
const AT_ONCE = 10;
/** More words than these need not be marked in a page. */
const MARKED = 12;

/** The results, drawn up to `shown`; `more` is called by the button below them. */
export function drawResults(site: Site, { term, hits }: Answer, shown = AT_ONCE): HTMLElement[] {
  const drawn = term ? [card(site, term)] : [];
  if (!hits.length) return drawn;
  const list = element("ol", { class: "pb-search-list" });
  list.append(...hits.slice(0, shown).map((hit, number) => entry(site, hit, number)));
  drawn.push(list);
  if (hits.length > shown) drawn.push(moreButton(site, list, hits, shown));
  return drawn;
}

function moreButton(site: Site, list: HTMLElement, hits: Hit[], from: number): HTMLElement {
  const button = element("button", { type: "button", class: "pb-search-more" }, say(site, "search_more"));
  let shown = from;
  button.addEventListener("click", () => {
    const more = hits.slice(shown, shown + AT_ONCE).map((hit, number) => entry(site, hit, shown + number));
    list.append(...more);
    more[0]?.querySelector("a")?.focus();
    shown += AT_ONCE;
    if (shown >= hits.length) button.remove();
  });
  return button;
}

function card(site: Site, { document: found, forms }: Hit): HTMLElement {
  const made = element("section", { class: "pb-search-term", "aria-label": say(site, "search_term") });
  const heading = element("h2");
  heading.append(...marked(found.heading, forms));
  const link = element("a", { href: address(site, found, forms) }, say(site, "search_see"));
  const more = element("p");
  more.append(link);
  made.append(element("p", { class: "pb-search-where" }, say(site, "search_term")), heading);
  made.append(element("p", {}, found.text), more);
  return made;
}

function entry(site: Site, { document: found, forms }: Hit, number: number): HTMLElement {
  const made = element("li");
  const where = element("p", { class: "pb-search-where", id: `pb-search-where-${number}` }, whereIs(site, found));
  const link = element("a", { href: address(site, found, forms), "aria-describedby": where.id });
  link.append(...marked(found.heading, forms));
  const heading = element("h2");
  heading.append(link);
  made.append(where, heading);
  if (found.text) {
    const text = element("p");
    text.append(...marked(snippet(found.text, forms), forms));
    made.append(text);
  }
  return made;
}

function whereIs(site: Site, { kind, number, page }: Found): string {
  if (kind === "term") return say(site, "search_term");
  const parts = [
    kind === "docs" && say(site, "search_docs"),
    kind === "question" && say(site, "search_question"),
    number && say(site, "search_chapter", { number }),
  ];
  return [...parts, page].filter(Boolean).join(" · ");
}

/** The result's address; the page marks the words in it. */
function address(site: Site, { href }: Found, forms: ReadonlySet<string>): string {
  const [path = "", fragment = ""] = href.split("#", 2);
  const find = new URLSearchParams({ find: [...forms].slice(0, MARKED).join(" ") });
  return `${site.base}${path}?${find}${fragment && `#${fragment}`}`;
}

function marked(text: string, forms: ReadonlySet<string>): Node[] {
  return partsOf(text, forms).map((part) =>
    part.isFound ? element("mark", {}, part.text) : document.createTextNode(part.text),
  );
}
