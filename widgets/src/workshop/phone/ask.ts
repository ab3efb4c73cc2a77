/** A question to the person who leads the workshop, without a name. The form stands in the page. */
import type { Facts } from "../facts";
import { send } from "../post";

export function startAsking(page: Document, { words, to }: Facts): void {
  const form = page.querySelector<HTMLFormElement>("#pw-ask form");
  const field = form?.querySelector("textarea");
  const said = form?.querySelector<HTMLElement>("[role=status]");
  const left = form?.querySelector<HTMLElement>(".pw-left");
  const button = form?.querySelector("button");
  if (!form || !field || !said || !left || !button) return;
  const most = field.maxLength;
  const count = () => {
    left.textContent = words.say("ask_left", { count: most - field.value.length });
  };
  field.addEventListener("input", count);
  count();
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (!text || button.disabled) return;
    button.disabled = true;
    const { isDone, message } = await send(to.asked ?? "", { text });
    button.disabled = false;
    said.textContent = isDone ? words.say("ask_sent") : message || words.say("ask_not_sent");
    if (!isDone) return;
    field.value = "";
    count();
  });
}
