/** A device that many readers share: nothing is kept, and after a time of rest the page is cleared for the next reader. */
import { type Dialog, openDialog } from "./dialog";
import type { Keep } from "./keep/keep";
import { type Site, say } from "./site";

export interface Rest {
  /** Seconds without a key, a scroll or a touch after which the page is cleared. */
  seconds: number;
  /** How many seconds before that the reader is told. */
  warning: number;
}

const USUAL: Rest = { seconds: 180, warning: 60 };
/** Seconds before the end at which a screen reader is told once more. */
const SOON = 20;
const ACTIVITY = ["keydown", "pointerdown", "pointermove", "touchstart", "wheel", "scroll", "input"];

/** Watch for rest on a shared device, and leave nothing behind for the next reader. Returns how to stop. */
export function clearAfterRest(page: Document, site: Site, keep: Keep, rest = USUAL, leave = goHome): () => void {
  if (keep.state !== "shared") return () => undefined;
  forbidMemory(page);
  /** Null while the start page waits for its next reader: nothing was touched, and there is nothing to clear. */
  let touched = site.kind === "home" ? null : Date.now();
  let dialog: Dialog | null = null;
  const touch = () => {
    if (!dialog) touched = Date.now();
  };
  const stay = () => {
    dialog = null;
    touched = Date.now();
  };
  const clear = () => {
    dialog = null;
    touched = null;
    keep.erase();
    leave(page, site);
  };
  const look = () => {
    if (touched === null) return;
    const left = rest.seconds - (Date.now() - touched) / 1000;
    // A device that slept through the warning wakes in front of somebody else.
    if (left <= 0) {
      dialog?.close();
      clear();
    } else if (left <= rest.warning && !dialog) dialog = warn(page, site, stay, clear);
    else if (Math.ceil(left) === SOON) dialog?.speak(say(site, "rest_soon", { seconds: SOON }));
  };
  const timer = setInterval(look, 1000);
  for (const event of ACTIVITY) page.addEventListener(event, touch, { capture: true, passive: true });
  return () => {
    clearInterval(timer);
    for (const event of ACTIVITY) page.removeEventListener(event, touch, { capture: true });
  };
}

/** Staff came by the address `?shared-device=on` or `off`: ask whether it is meant, and do it. */
export function offerSharing(page: Document, site: Site, keep: Keep): void {
  const wish = new URLSearchParams(page.location.search).get("shared-device");
  if (wish !== "on" && wish !== "off") return;
  const words = (name: string) => say(site, `share_${wish}_${name}`);
  const act = () => {
    keep.share(wish === "on");
    goHome(page, site);
  };
  const answers = [
    { label: words("no"), act: () => goHome(page, site) },
    { label: words("yes"), act },
  ];
  openDialog(page, { role: "dialog", title: words("title"), text: words("text"), answers });
}

function warn(page: Document, site: Site, stay: () => void, clear: () => void): Dialog {
  const answers = [
    { label: say(site, "rest_stay"), act: stay },
    { label: say(site, "rest_leave"), act: clear },
  ];
  return openDialog(page, {
    role: "alertdialog",
    title: say(site, "rest_title"),
    text: say(site, "rest_text"),
    answers,
  });
}

/** A browser fills in again what was typed, and shows a page as it was left, for whoever presses Back. */
function forbidMemory(page: Document): void {
  for (const field of page.querySelectorAll("input, select, textarea")) field.setAttribute("autocomplete", "off");
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) page.location.reload();
  });
}

function goHome(page: Document, site: Site): void {
  page.location.replace(new URL(`${site.base}${site.language}/index.html`, page.baseURI.split(/[?#]/)[0]).href);
}
