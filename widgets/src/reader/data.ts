/** Brings in a data file that Python writes, or a script that few pages need, by a script element: a page opened from file:// may load a script and may not fetch. */
import type { readAloud } from "./aloud/read";
import type { Questions } from "./my/questions";
import type { Found } from "./search/documents";
import type { Site } from "./site";

interface Data {
  search: Found[];
  docs: Found[];
  questions: Questions;
  aloud: typeof readAloud;
}

declare global {
  // var, because nothing else makes a property of globalThis
  var patientbook: Partial<Data> | undefined;
}

/** The file of this name in the site's language; refused when it cannot be had. */
export function loadData<Name extends keyof Data>(page: Document, site: Site, name: Name): Promise<Data[Name]> {
  return new Promise((done, failed) => {
    const here = globalThis.patientbook?.[name];
    if (here) return done(here);
    const script = page.createElement("script");
    script.src = site.base + site.data[name];
    script.onload = () => {
      const loaded = globalThis.patientbook?.[name];
      if (loaded) done(loaded);
      else failed(new Error(`${script.src} has no ${name} data. Build the site again.`));
    };
    script.onerror = () => failed(new Error(`${script.src} could not be loaded.`));
    page.head.append(script);
  });
}
