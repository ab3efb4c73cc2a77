/** What can be found: the file that Python writes, brought in by a script element, which also works from file://. */
import type { Site } from "../site";

export interface Found {
  id: number;
  kind: "section" | "term" | "question";
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

declare global {
  // var, because nothing else makes a property of globalThis
  var patientbook: { search?: Found[] } | undefined;
}

/** The documents of this site's language; refused when the file cannot be had. */
export function loadDocuments(page: Document, site: Site): Promise<Found[]> {
  return new Promise((done, failed) => {
    const here = globalThis.patientbook?.search;
    if (here) return done(here);
    const script = page.createElement("script");
    script.src = site.base + site.data.search;
    script.onload = () => {
      const loaded = globalThis.patientbook?.search;
      if (loaded) done(loaded);
      else failed(new Error(`${script.src} has no search data. Build the site again.`));
    };
    script.onerror = () => failed(new Error(`${script.src} could not be loaded.`));
    page.head.append(script);
  });
}
