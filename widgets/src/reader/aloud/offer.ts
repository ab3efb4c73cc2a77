/** Offers to read the page aloud where the device has a voice of its own for it; what reads is loaded when it is wanted. */
import { loadData } from "../data";
import type { Keep } from "../keep/keep";
import { type Site, say } from "../site";
import type { From } from "./read";
import { type Engine, voicesFor } from "./voices";

/** Show the buttons `data-aloud` (from the `start` or from `here`) as long as there is a voice. */
export function offerAloud(
  page: Document,
  site: Site,
  keep: Keep,
  engine: Engine | undefined = globalThis.speechSynthesis,
): void {
  const buttons = [...page.querySelectorAll<HTMLButtonElement>("button[data-aloud]")];
  if (!engine || !buttons.length) return;
  const look = () => {
    const hasVoice = voicesFor(engine, site.language).length > 0;
    for (const button of buttons) button.hidden = !hasVoice;
  };
  for (const button of buttons) {
    const label = button.lastChild as Text;
    const words = label.data;
    button.addEventListener("click", () => {
      // Safari lets a page speak only if it has begun to while a button was being pressed, and loading takes longer.
      engine.speak(new SpeechSynthesisUtterance(""));
      loadData(page, site, "aloud").then(
        (read) => {
          label.data = words;
          read(page, site, keep, button.dataset.aloud as From);
        },
        () => {
          label.data = say(site, "aloud_missing");
        },
      );
    });
  }
  look();
  // Older Safaris tell nothing, and have their voices by the time the page is there.
  engine.addEventListener?.("voiceschanged", look);
  window.addEventListener("load", look);
}
