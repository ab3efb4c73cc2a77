/** The plan: where the room is, going elsewhere, and changing what is still to come, without dragging. */
import { element } from "../../draw";
import { kindOf, type LedState, type Step } from "../state";
import { type Change, moved, PlanFile, removed } from "./plan_file";
import { drawPlanTools } from "./plan_tools";
import type { MakePart } from "./view";

export const plan: MakePart = (place, desk) => {
  const { words } = desk.facts;
  const file = new PlanFile(desk);
  const list = element("ol", { class: "pw-plan" });
  const edit = element(
    "button",
    { type: "button", class: "pb-button", "aria-pressed": "false" },
    words.say("plan_edit"),
  );
  const tools = drawPlanTools(desk, file, () => state);
  let state: LedState | null = null;
  let isEdited = false;
  let shown = "";
  edit.addEventListener("click", () => {
    isEdited = !isEdited;
    edit.setAttribute("aria-pressed", String(isEdited));
    tools.hidden = !isEdited;
    shown = "";
    draw();
  });
  tools.hidden = true;
  place.append(list, edit, tools);

  function draw(): void {
    if (!state) return;
    const now = state;
    const key = JSON.stringify([now.plan, now.position, isEdited, now.isOver]);
    if (key === shown) return;
    shown = key;
    const had = focused();
    list.replaceChildren(...now.plan.map((step, index) => line(step, index, now)));
    if (had) refocus(had);
    else showNow();
  }

  /** The list has a scroll bar of its own: the present step is in sight, and the page stays where it is. */
  function showNow(): void {
    const now = list.querySelector<HTMLElement>("[aria-current]");
    if (now) list.scrollTop += now.getBoundingClientRect().top - list.getBoundingClientRect().top - now.offsetHeight;
  }

  function line(step: Step, index: number, now: LedState): HTMLElement {
    const made = element("li", { "data-step": step.id });
    const isNow = index === now.position;
    if (isNow) made.setAttribute("aria-current", "step");
    const text = element("div", { class: "pw-plan-text" });
    const kind = words.say(kindOf(step));
    if (kind !== step.title) text.append(element("span", { class: "pw-soft" }, kind));
    text.append(element("span", {}, step.title));
    made.append(text, ...(isEdited ? changes(step, index, now) : going(step, index, now)));
    return made;
  }

  function going(step: Step, index: number, now: LedState): HTMLElement[] {
    if (index === now.position) return [element("span", { class: "pw-chip" }, words.say("plan_now"))];
    if (now.isOver || !now.can.includes("go")) return [];
    return [button("plan_go", step, () => desk.act("go", { position: index }))];
  }

  /** Only what is still to come can be changed: what people have seen stays. */
  function changes(step: Step, index: number, now: LedState): HTMLElement[] {
    if (index <= now.position) return [];
    const row = element("div", { class: "pw-row" });
    const move = (by: number) => change(moved(step.id, by), "plan_moved", step, index + 1 + by, now.plan.length);
    if (index - 1 > now.position) row.append(button("plan_up", step, () => move(-1)));
    if (index < now.plan.length - 1) row.append(button("plan_down", step, () => move(1)));
    row.append(button("plan_remove", step, () => change(removed(step.id), "plan_removed", step, 0, 0)));
    return [row];
  }

  async function change(by: Change, key: string, step: Step, number: number, count: number): Promise<void> {
    if (await file.change(by)) desk.teller.say(words.say(key, { title: step.title, number, count }));
  }

  function button(key: string, step: Step, press: () => Promise<void>): HTMLElement {
    const made = element("button", { type: "button", class: "pw-quiet", "data-do": key }, words.say(key));
    made.setAttribute("aria-label", words.say(`${key}_this`, { title: step.title }));
    made.addEventListener("click", () => void press());
    return made;
  }

  function focused(): { step: string; does: string; at: number } | null {
    const has = place.ownerDocument.activeElement;
    const inside = has instanceof HTMLElement && list.contains(has) ? has.closest<HTMLElement>("[data-step]") : null;
    if (!inside || !(has instanceof HTMLElement)) return null;
    return { step: inside.dataset.step ?? "", does: has.dataset.do ?? "", at: [...list.children].indexOf(inside) };
  }

  /** The focus stays with the step that was moved; where its button or the step is gone, it goes beside. */
  function refocus({ step, does, at }: { step: string; does: string; at: number }): void {
    const line = list.querySelector<HTMLElement>(`[data-step="${CSS.escape(step)}"]`) ?? list.children[at];
    const button =
      line?.querySelector<HTMLElement>(`[data-do="${does}"]`) ?? line?.querySelector<HTMLElement>("button");
    (button ?? edit).focus();
  }

  return {
    update(next) {
      state = next;
      edit.hidden = next.isOver;
      edit.textContent = words.say(isEdited ? "plan_done" : "plan_edit");
      draw();
    },
  };
};
