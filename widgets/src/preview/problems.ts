/** What has to be mended, as a list at the top of the page. */
import { element } from "../draw";

export interface Problem {
  place: string;
  rule: string;
  what: string;
  way_out: string;
  is_error: boolean;
}

export interface State {
  revision: number;
  /** Whether the pages are made of the files as they are now. */
  is_current: boolean;
  /** The version of every page, by its path. */
  pages: Record<string, string>;
  message: string;
  problems: Problem[];
  words: Record<string, string>;
}

/** The place of the list; it stands in the page before it says anything, so that it is spoken. */
export function placeIn(page: Document): HTMLElement {
  const place = element("div", { class: "pb-preview", role: "status" });
  const main = page.getElementById("content");
  if (main) main.prepend(place);
  else page.body.prepend(place);
  return place;
}

/** Show what is wrong in the files now; nothing where nothing is. */
export function showProblems(place: HTMLElement, state: State): void {
  const errors = state.problems.filter((each) => each.is_error);
  const warnings = state.problems.filter((each) => !each.is_error);
  const say = (key: string) => state.words[key] ?? key;
  const parts: HTMLElement[] = [];
  if (errors.length > 0 || !state.is_current) {
    // Whoever reads further down sees that there is something, and gets there.
    const count = Math.max(errors.length, 1);
    const jump = element("a", { class: "pb-preview-jump", href: "#pb-preview-title" });
    jump.textContent = say("jump").replace("{count}", String(count));
    parts.push(jump);
    const box = element("section", { class: "pb-preview-errors", "aria-labelledby": "pb-preview-title" });
    box.append(element("h2", { id: "pb-preview-title" }, say(state.is_current ? "beside" : "broken")));
    if (!state.is_current) box.append(element("p", {}, say("broken_line")));
    if (state.message) box.append(element("p", {}, state.message));
    if (errors.length > 0) box.append(list(errors));
    parts.push(box);
  }
  if (warnings.length > 0) {
    const more = element("details", { class: "pb-preview-warnings" });
    more.append(element("summary", {}, say("warnings").replace("{count}", String(warnings.length))), list(warnings));
    parts.push(more);
  }
  place.replaceChildren(...parts);
}

function list(problems: Problem[]): HTMLElement {
  const made = element("ol");
  for (const each of problems) {
    const item = element("li");
    item.append(element("code", {}, each.place), element("br"), each.what, " ", element("strong", {}, each.way_out));
    made.append(item);
  }
  return made;
}
