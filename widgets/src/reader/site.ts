/** What Python says about the page it made: the data block `pb-page`. The one place that reads it. */

export type Kind = "home" | "chapter" | "glossary" | "page" | "search" | "my-pages" | "workshop";

export interface Site {
  /** The guide's id; what is kept on the device is kept under it. */
  guide: string;
  language: string;
  kind: Kind;
  /** This page's path in the site, such as `en/01-what-is-personalised-medicine.html`. */
  page: string;
  /** The way from this page to the site's root: empty or `../`s. */
  base: string;
  /** Paths of the data files in the site; only the search page of a guide with documentation has `docs`. */
  data: { search: string; questions: string; aloud: string; docs?: string };
  /** The service worker's path in the site; null where the guide cannot be kept for reading offline. */
  worker: string | null;
  sharedDevice: boolean;
  words: Record<string, string>;
}

/** The page's facts; null on a page that has none, such as an error page. */
export function siteOf(page: Document): Site | null {
  const block = page.getElementById("pb-page");
  if (!block) return null;
  const { shared_device: sharedDevice, ...facts } = JSON.parse(block.textContent ?? "");
  return { ...facts, sharedDevice };
}

/** The words of this key; `{name}`s in it are filled in. An unknown key is shown as it is, so that it is seen and mended. */
export function say(site: Site, key: string, values: Record<string, string | number> = {}): string {
  return (site.words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
