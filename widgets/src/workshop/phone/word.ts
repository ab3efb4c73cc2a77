/** A word that only the participant knows, so that answers in three weeks can be joined to today's without a name. */
import { element } from "../../draw";
import { send } from "../post";
import type { Ground } from "./view";

export function offerWord({ facts }: Ground): HTMLElement {
  const { words, to } = facts;
  const box = element("form", { class: "pw-card" });
  const field = element("input", {
    id: "pw-word",
    name: "word",
    minlength: "4",
    maxlength: "60",
    required: "",
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: "false",
    "aria-describedby": "pw-word-how",
  });
  const said = element("p", { role: "status", tabindex: "-1" });
  const button = element("button", { type: "submit", class: "pb-button pw-main" }, words.say("word_keep"));
  box.append(
    element("h2", {}, words.say("word_title")),
    element("p", {}, words.say("word_text")),
    element("label", { for: "pw-word" }, words.say("word_field")),
    field,
    element("p", { class: "pw-soft", id: "pw-word-how" }, words.say("word_how")),
    said,
    button,
  );
  box.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    const { isDone, message } = await send(to.word ?? "", { word: field.value });
    button.disabled = false;
    said.textContent = isDone ? words.say("word_kept") : message || words.say("word_not_kept");
    if (isDone) said.focus();
    button.hidden = isDone;
    field.readOnly = isDone;
  });
  return box;
}
