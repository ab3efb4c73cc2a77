/** Adding a question to the plan, saving the plan to a file, and loading it from one. */
import { element, linkTo } from "../../draw";
import type { LedState } from "../state";
import { added, type PlanFile } from "./plan_file";
import type { Desk } from "./view";

export function drawPlanTools(desk: Desk, file: PlanFile, stateNow: () => LedState | null): HTMLElement {
  const { words } = desk.facts;
  const el = element("div", { class: "pw-card pw-plan-tools" });
  const save = linkTo(file.address, words.say("plan_save"));
  save.className = "pb-button";
  save.setAttribute("download", "");
  el.append(drawAdd(desk, file, stateNow), save, drawLoad(desk, file));
  return el;
}

function drawAdd(desk: Desk, file: PlanFile, stateNow: () => LedState | null): HTMLElement {
  const { words, bank } = desk.facts;
  const form = element("form");
  const menu = element("select", { id: "pw-add", autocomplete: "off" });
  for (const each of bank) menu.append(element("option", { value: each.name }, each.stem));
  form.append(
    element("h3", {}, words.say("plan_add")),
    element("label", { for: "pw-add" }, words.say("plan_add_which")),
    menu,
    element("button", { type: "submit", class: "pb-button" }, words.say("plan_add_do")),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const state = stateNow();
    const chosen = bank.find((each) => each.name === menu.value);
    const here = state?.plan[state.position];
    if (!state || !chosen || !here) return;
    const id = chosen.name.split("#")[1] ?? "question";
    const step = { id, kind: "question", title: chosen.stem, questions: [chosen.name] };
    const number = state.position + 2;
    if (await file.change(added(step, here.id)))
      desk.teller.say(words.say("plan_added", { title: chosen.stem, number }));
  });
  return form;
}

function drawLoad(desk: Desk, file: PlanFile): HTMLElement {
  const { words } = desk.facts;
  const box = element("p");
  const input = element("input", { id: "pw-load", type: "file", accept: "application/json,.json" });
  box.append(element("label", { for: "pw-load" }, words.say("plan_load")), input);
  input.addEventListener("change", async () => {
    const [chosen] = input.files ?? [];
    if (!chosen) return;
    let plan: unknown;
    try {
      plan = JSON.parse(await chosen.text());
    } catch {
      desk.teller.notice(words.say("plan_not_a_plan"));
      return;
    }
    if (await desk.send(file.address, plan, "PUT")) desk.teller.say(words.say("plan_loaded"));
    input.value = "";
  });
  return box;
}
