/** The review plan: its days in words, for the calendar, and on paper. */
import { element } from "../../draw";
import { dayInWords, dayOf, daysOf } from "../plan";
import { say } from "../site";
import type { Ground, Part } from "./contract";
import { find, focusOn, onDo, showSome, tell } from "./drawing";
import { saveFile } from "./files";
import { calendar, randomId } from "./ics";
import { printSheet } from "./sheet";

const FILE = "reading-plan.ics";
const NAMES = ["plan_first", "plan_second", "plan_third"];

export const showPlan: Part = (el, ground) => {
  const { page, site, keep, now } = ground;
  const field = find<HTMLInputElement>(el, "#pb-my-from");
  const make = () => {
    if (field.value) keep.change((book) => ({ ...book, plan: { from: field.value } }));
  };
  find(el, "form").addEventListener("submit", (event) => {
    event.preventDefault();
    make();
    tell(el, say(site, "plan_made"));
    focusOn(find(el, ".pb-my-days"));
  });
  field.addEventListener("change", () => {
    if (keep.book().plan) make();
  });
  // The same days have the same names, so that a file opened twice does not fill the calendar twice.
  const ids = new Map<string, string>();
  const idOf = (day: string) => ids.get(day) ?? (ids.set(day, randomId()).get(day) as string);
  onDo(el, "save", () => {
    const entries = daysIn(ground).map((day) => ({ day, uid: idOf(day) }));
    const words = { summary: say(site, "plan_event"), description: say(site, "plan_event_text") };
    saveFile(page, FILE, calendar(entries, words, now()), "text/calendar;charset=utf-8");
    tell(el, say(site, "file_saved", { name: FILE }));
  });
  onDo(el, "print", () => printSheet(page, card(ground)));
  onDo(el, "end", () => {
    keep.change((book) => ({ ...book, plan: null }));
    tell(el, say(site, "plan_ended"));
    focusOn(field);
  });
  return () => {
    const { plan } = keep.book();
    showSome(el, plan !== null);
    if (page.activeElement !== field) field.value = plan ? plan.from.slice(0, 10) : dayOf(now());
    find(el, ".pb-my-shown").replaceChildren(...daysIn(ground).map((day, index) => line(ground, day, index)));
  };
};

function daysIn({ keep }: Ground): string[] {
  const { plan } = keep.book();
  return plan ? daysOf(plan) : [];
}

function line({ site, now }: Ground, day: string, index: number): HTMLElement {
  const item = element("li");
  item.append(
    element("span", { class: "pb-soft" }, `${say(site, NAMES[index] ?? "")}: `),
    element("b", {}, dayInWords(day, site.language)),
  );
  const today = dayOf(now());
  if (day <= today) item.append(` (${say(site, day === today ? "plan_today" : "plan_past")})`);
  return item;
}

/** To cut out: three days and nothing that tells what they are for. */
function card(ground: Ground): HTMLElement {
  const { site } = ground;
  const made = element("section", { class: "pb-print-card" });
  const days = element("ol");
  days.append(...daysIn(ground).map((day) => element("li", {}, dayInWords(day, site.language))));
  made.append(element("h1", {}, say(site, "plan_title")), days, element("p", {}, say(site, "plan_event_text")));
  return made;
}
