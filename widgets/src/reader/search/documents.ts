/** What can be found: the file that Python writes, brought in by a script element, which also works from file://. */
import { loadData } from "../data";
import type { Site } from "../site";

export interface Found {
  id: number;
  kind: "section" | "term" | "question" | "docs";
  /** From the site's root. */
  href: string;
  /** The page's title. */
  page: string;
  /** The chapter's number. */
  number?: number;
  heading: string;
  text: string;
  aliases?: string[];
  /** What stands there closed. It leads to its section and is never shown with it. */
  closed?: string[];
}

/** The documents of this site's language; refused when the file cannot be had. */
export function loadDocuments(page: Document, site: Site): Promise<Found[]> {
  return loadData(page, site, "search");
}

/** The documents of the documentation; null where the site has none, refused when the file cannot be had. */
export async function loadDocs(page: Document, site: Site): Promise<Found[] | null> {
  return site.data.docs ? loadData(page, site, "docs") : null;
}
