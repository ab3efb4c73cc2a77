/** The question whether things may be kept on the device. It stands in the page; this makes its buttons work. */
import type { Keep } from "./keep/keep";
import { type Site, say } from "./site";

/** Answer the reader where the question stands, and move the focus there when what had it goes. Returns how to stop. */
export function askToKeep(page: Document, site: Site, keep: Keep): () => void {
  const place = page.querySelector<HTMLElement>(".pb-keep");
  const said = place?.querySelector<HTMLElement>(".pb-keep-said");
  if (!place || !said) return () => undefined;
  for (const button of place.querySelectorAll<HTMLButtonElement>("button[data-keep-do]"))
    button.addEventListener("click", () => (button.dataset.keepDo === "agree" ? keep.agree() : keep.refuse()));
  let before = keep.state;
  return keep.watch(() => {
    const { state } = keep;
    if (state === before) return;
    const hadFocus = place.contains(page.activeElement);
    said.textContent = saying(before, state, site);
    if (hadFocus && state !== "ask") said.focus();
    before = state;
  });
}

/** What is said when the state changes; what the page already shows in this state is not said twice. */
function saying(before: string, state: string, site: Site): string {
  if (state === "yes" && (before === "ask" || before === "no")) return say(site, "keep_said_yes");
  if (state === "yes" && before === "full") return say(site, "keep_said_room");
  if (state === "no") return say(site, "keep_said_no");
  if (state === "full" || state === "blocked") return say(site, `keep_said_${state}`);
  return "";
}
