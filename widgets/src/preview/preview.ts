/** On the pages of `patientbook preview` only: hears of saved files, and shows the page anew or what has to be mended. */
import { placeIn, type State, showProblems } from "./problems";
import { findSpot, type Spot, spotIn } from "./spot";

const script = document.currentScript as HTMLScriptElement;
const base = new URL(".", script.src);
const version = script.dataset.version ?? "";
const KEY = "patientbook:preview-spot";
/** Pixels at the top that the bar may cover. */
const COVERED = 80;

function start(): void {
  const place = placeIn(document);
  let said: State | null = null;
  goBack();
  const events = new EventSource(new URL("preview.events", base));
  events.addEventListener("message", ({ data }) => {
    said = JSON.parse(data) as State;
    const newest = said.pages[here()];
    if (newest !== undefined && newest !== version) reload();
    else showProblems(place, said);
  });
  // A page that is left must not hold one of the few connections that a browser has to a server.
  addEventListener("pagehide", () => events.close());
  addEventListener("pageshow", (event) => event.persisted && location.reload());
}

/** This page's path in the site. */
function here(): string {
  return decodeURI(location.pathname.slice(base.pathname.length));
}

function reload(): void {
  const spot = spotIn(document, COVERED);
  if (spot) sessionStorage.setItem(KEY, JSON.stringify({ ...spot, page: here() }));
  history.scrollRestoration = "manual";
  location.reload();
}

/** Go to where the author was before the page was made anew. */
function goBack(): void {
  const kept = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  if (history.scrollRestoration === "manual") history.scrollRestoration = "auto";
  const spot = kept ? (JSON.parse(kept) as Spot & { page: string }) : null;
  const block = spot?.page === here() ? findSpot(document, spot) : null;
  if (spot && block) scrollBy({ top: block.getBoundingClientRect().top - spot.top, behavior: "instant" });
}

start();
