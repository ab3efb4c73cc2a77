/** My pages: every part shows the book as it is, and again after each change. */
import { loadData } from "../data";
import type { Keep } from "../keep/keep";
import { dueDay } from "../plan";
import type { Site } from "../site";
import { showAgain } from "./again_part";
import type { Ground, Part } from "./contract";
import { showFile } from "./file_part";
import { showKeep } from "./keep_part";
import { showList } from "./list_part";
import { showNotes } from "./notes_part";
import { showPlan } from "./plan_part";
import { showProgress } from "./progress_part";
import type { Questions } from "./questions";
import { showReview } from "./review_part";

/** By the name that the template gives the section. */
export const PARTS: Record<string, Part> = {
  keep: showKeep,
  progress: showProgress,
  again: showAgain,
  list: showList,
  notes: showNotes,
  plan: showPlan,
  review: showReview,
  file: showFile,
};

/** Bring the page to life. It is shown when everything that was kept can be, so that nothing moves under the eyes. */
export async function startMyPages(page: Document, site: Site, keep: Keep, now = () => new Date()): Promise<void> {
  const ground = groundOf(page, site, keep, now);
  if (Object.keys(keep.book().answers).length) await ground.questions().catch(() => undefined);
  const shows = [...page.querySelectorAll<HTMLElement>(".pb-my-part")].map((el) => partOf(el)(el, ground));
  const show = () => {
    page.documentElement.toggleAttribute("data-due", dueDay(keep.book(), now()) !== null);
    for (const each of shows) each();
  };
  show();
  keep.watch(show);
  page.documentElement.dataset.my = "ready";
  goToNamed(page);
}

function partOf({ dataset }: HTMLElement): Part {
  const part = PARTS[dataset.part ?? ""];
  if (part) return part;
  throw new Error(`My pages has no part '${dataset.part}'. It has: ${Object.keys(PARTS).join(", ")}.`);
}

function groundOf(page: Document, site: Site, keep: Keep, now: () => Date): Ground {
  let asked: Promise<Questions> | null = null;
  const ground: Ground = { page, site, keep, now, loaded: null, questions };
  async function questions(): Promise<Questions> {
    asked ??= loadData(page, site, "questions");
    try {
      ground.loaded = await asked;
      return ground.loaded;
    } catch (problem) {
      asked = null;
      ground.loaded = "failed";
      throw problem;
    }
  }
  return ground;
}

/** The browser looked for the part that the address names before there was anything in it. */
function goToNamed(page: Document): void {
  page.getElementById(decodeURIComponent(page.location?.hash.slice(1) ?? ""))?.scrollIntoView();
}
