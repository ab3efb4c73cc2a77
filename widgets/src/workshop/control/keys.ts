/** Keys for who speaks and does not look: they can be switched off, and do nothing while a field has the focus. */
import { element } from "../../draw";
import type { LedState } from "../state";
import { actionOf } from "./actions";
import type { MakePart } from "./view";

export const keys: MakePart = (place, desk) => {
  const { words } = desk.facts;
  const input = element("input", { type: "checkbox", autocomplete: "off" });
  input.checked = true;
  const label = element("label", { class: "pb-option" });
  label.append(input, element("span", { class: "pb-text" }, words.say("keys_on")));
  place.prepend(label, element("p", { class: "pw-soft" }, words.say("keys_how")));
  const title = place.querySelector("h2");
  if (title) place.prepend(title);
  let state: LedState | null = null;
  place.ownerDocument.addEventListener("keydown", (event) => {
    if (!input.checked || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    if (event.target instanceof Element && event.target.closest("input:not([type=checkbox]), select, textarea")) return;
    const action = actionOf(event.key);
    if (!action || !state?.can.includes(action.name)) return;
    event.preventDefault();
    void desk.act(action.name, action.name === "blank" ? { on: !state.isBlank } : {});
  });
  input.addEventListener("change", () => {
    place.ownerDocument.documentElement.dataset.keys = input.checked ? "on" : "off";
  });
  return {
    update(next) {
      state = next;
    },
  };
};
