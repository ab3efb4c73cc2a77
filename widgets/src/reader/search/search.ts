/** The search page: what is typed is looked for at once, said when typing rests, and kept in the address. */
import { element } from "../../draw";
import { type Site, say } from "../site";
import { withDocs } from "./docs";
import { loadDocs, loadDocuments } from "./documents";
import { type Answer, type Find, makeFinder } from "./finder";
import { walkResults } from "./keys";
import { drawResults } from "./results";

/** Milliseconds without a key after which typing is taken to rest. */
const REST = 500;

/** Bring the search page to life. */
export async function startSearch(
  page: Document,
  site: Site,
  load = loadDocuments,
  loadMore = loadDocs,
): Promise<void> {
  const form = page.querySelector<HTMLFormElement>(".pb-search-form");
  const field = form?.querySelector("input");
  const status = page.querySelector<HTMLElement>(".pb-search-status");
  const results = page.querySelector<HTMLElement>(".pb-search-results");
  if (!form || !field || !status || !results) return;
  field.value = field.value || (new URLSearchParams(location.search).get("q") ?? "");
  const parts = { site, field, status, results };
  const walk = walkResults(form, field, results);
  try {
    const ignored = say(site, "search_ignored");
    const find = makeFinder(await load(page, site), ignored);
    listen(parts, find, async () => {
      const docs = await loadMore(page, site);
      return docs ? withDocs(find, docs, ignored) : find;
    });
    walk.ready();
  } catch (problem) {
    console.error(problem);
    status.textContent = say(site, "search_failed");
  }
}

interface Parts {
  site: Site;
  field: HTMLInputElement;
  status: HTMLElement;
  results: HTMLElement;
}

/** `more` brings a finder that finds more; it is asked for once, when somebody has begun to search. */
function listen(parts: Parts, first: Find, more: () => Promise<Find>): void {
  const { field, status } = parts;
  let find = first;
  let isAsked = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let said = "";
  const rest = () => {
    clearTimeout(timer);
    status.textContent = said;
    keepInAddress(field.value.trim());
  };
  const look = () => {
    said = show(parts, find);
    clearTimeout(timer);
    timer = setTimeout(rest, REST);
    if (!isAsked && field.value.trim()) void findMore();
  };
  const findMore = async () => {
    isAsked = true;
    try {
      find = await more();
    } catch (problem) {
      console.error(problem); // what is for readers is found all the same
    }
    // Nothing changes under somebody who is among the results already.
    if (find !== first && !parts.results.contains(document.activeElement)) look();
  };
  field.addEventListener("input", look);
  parts.results.addEventListener("click", (event) => {
    const suggestion = (event.target as Element).closest<HTMLElement>("[data-suggestion]")?.dataset.suggestion;
    if (!suggestion) return;
    field.value = suggestion;
    field.focus();
    look();
    rest();
  });
  addEventListener("pagehide", rest);
  if (field.value) {
    look();
    rest();
  }
}

/** Draw what is found for what stands in the field, and return what is to be said about it. */
function show({ site, field, results }: Parts, find: Find): string {
  const query = field.value.trim();
  if (!query) {
    results.replaceChildren();
    return "";
  }
  const answer = find(query);
  const count = answer.hits.length + (answer.term ? 1 : 0);
  if (!count) {
    results.replaceChildren(...none(site, answer));
    return say(site, "search_none", { query });
  }
  results.replaceChildren(...drawResults(site, answer));
  const counted = say(site, count === 1 ? "search_one" : "search_count", { count });
  return answer.instead ? `${say(site, "search_instead", { words: answer.instead })} ${counted}` : counted;
}

function none(site: Site, { suggestion }: Answer): HTMLElement[] {
  const help = element("p", {}, say(site, "search_help"));
  if (!suggestion) return [help];
  const offer = element("p", {}, `${say(site, "search_did_you_mean")} `);
  offer.append(element("button", { type: "button", "data-suggestion": suggestion }, suggestion));
  return [offer, help];
}

/** So that the way back from a result leads to the results. */
function keepInAddress(query: string): void {
  const wanted = query ? `?${new URLSearchParams({ q: query })}` : "";
  if (location.search === wanted) return;
  try {
    history.replaceState(null, "", `${location.pathname}${wanted}`);
  } catch (problem) {
    // Some browsers allow no other address to a page from file://; then only the way back is longer.
    if (!(problem instanceof DOMException)) throw problem;
  }
}
