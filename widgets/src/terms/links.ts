/** Which links are terms: those that lead to the glossary's page, wherever the host has moved it. */
import type { Term } from "../wire";
import type { Words } from "../words";

/** What one glossary widget knows. */
export interface Source {
  /** File name, without suffix, of the page that links to terms lead to. */
  page: string;
  terms: Record<string, Term>;
  words: Words;
}

export interface Found {
  term: Term;
  source: Source;
}

/** Inside these a term may be linked by its id alone, `#gene`. */
const OWN_GROUND = ".pb-pop, .pb-words";

/** Links that lead to the glossary for real. */
const REAL_LINK = "pb-see";

/**
 * The term that a link means, or null. `08-glossary.md#gene`, `/files/en/08-glossary.md?_xsrf=…#gene` (JupyterLab) and
 * `/voila/files/…/08-glossary.ipynb#gene` (Voilà) all mean the same.
 */
export function termOf(link: HTMLAnchorElement, sources: Iterable<Source>): Found | null {
  const [address = "", fragment = ""] = (link.getAttribute("href") ?? "").split("#", 2);
  if (!fragment || link.classList.contains(REAL_LINK)) return null;
  const id = decoded(fragment);
  const page = pageOf(address);
  if (!page && (address || !link.closest(OWN_GROUND))) return null;
  for (const source of sources) {
    const isOther = page !== "" && page !== source.page;
    const term = isOther ? undefined : new Map(Object.entries(source.terms)).get(id);
    if (term) return { term, source };
  }
  return null;
}

/** The last part of an address's path, without suffix. */
function pageOf(address: string): string {
  const path = address.split("?", 1)[0] ?? "";
  const last = path.split("/").filter(Boolean).pop() ?? "";
  return decoded(last).replace(/\.(md|ipynb|html)$/i, "");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
