/** Questions from people: none is shown to others before the facilitator has let it through. */
import { element } from "../../draw";
import type { AskedByPeople } from "../state";
import type { MakePart } from "./view";

export const asked: MakePart = (place, desk) => {
  const { words, to } = desk.facts;
  const list = element("ul", { class: "pw-asked-list" });
  const none = element("p", { class: "pw-soft" }, words.say("asked_none"));
  place.append(none, list);
  let known: Set<string> | null = null;
  let shown = "";

  const button = (each: AskedByPeople, state: "approved" | "refused") => {
    const name = state === "approved" ? "show" : "hide";
    const made = element("button", { type: "button", class: "pb-button" }, words.say(`asked_${name}`));
    made.setAttribute("aria-label", words.say(`asked_${name}_this`, { text: each.text }));
    made.addEventListener("click", async () => {
      await desk.send(`${to.asked}/${each.id}`, { state });
      list.querySelector<HTMLElement>(`[data-id="${each.id}"] button`)?.focus();
    });
    return made;
  };

  const line = (each: AskedByPeople) => {
    const made = element("li", { class: "pw-card", "data-id": each.id });
    const row = element("div", { class: "pw-row" });
    row.append(element("span", { class: "pw-chip" }, words.say(`asked_${each.state}`)));
    if (each.state !== "approved") row.append(button(each, "approved"));
    if (each.state !== "refused") row.append(button(each, "refused"));
    made.append(element("p", {}, each.text), row);
    return made;
  };

  return {
    update(state) {
      const key = JSON.stringify(state.asked);
      if (key === shown) return;
      shown = key;
      none.hidden = state.asked.length > 0;
      list.replaceChildren(...state.asked.map(line));
      const before = known;
      if (before && state.asked.some((each) => !before.has(each.id))) desk.teller.say(words.say("asked_new"));
      known = new Set(state.asked.map((each) => each.id));
    },
  };
};
