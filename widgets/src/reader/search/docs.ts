/** The documentation, for educators: what is found in it comes after everything that is for readers. */
import type { Found } from "./documents";
import { type Answer, type Find, makeFinder } from "./finder";

/** What finds readers' pages first and the documentation after them. */
export function withDocs(find: Find, docs: Found[], ignored: string): Find {
  const findDocs = makeFinder(docs, ignored);
  return (query) => joined(find(query), findDocs(query));
}

/** One answer of two: the documentation may come first only where it alone has all words as they were typed. */
function joined(own: Answer, docs: Answer): Answer {
  if (!docs.hits.length) return own;
  if (!found(own)) return docs;
  if (docs.instead) return own;
  if (own.instead) return docs.hits.some((hit) => hit.hasAll) ? docs : own;
  return { ...own, hits: [...own.hits, ...docs.hits] };
}

function found({ term, hits }: Answer): boolean {
  return term !== null || hits.length > 0;
}
