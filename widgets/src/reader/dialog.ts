/** A few words in front of the page, with buttons. The focus goes in, stays in, and comes back. */
import { element } from "../draw";

export interface Asked {
  role: "dialog" | "alertdialog";
  title: string;
  text: string;
  /** What can be answered; the first button is the great one, and Escape means the same. */
  answers: { label: string; act: () => void }[];
}

export interface Dialog {
  /** Tell a screen reader something more. */
  speak(text: string): void;
  close(): void;
}

let made = 0;

export function openDialog(page: Document, { role, title, text, answers }: Asked): Dialog {
  made += 1;
  const [titleId, textId] = [`pb-dialog-${made}`, `pb-dialog-text-${made}`];
  const box = element("div", { role, class: "pb-dialog", "aria-modal": "true", "aria-labelledby": titleId });
  box.setAttribute("aria-describedby", textId);
  const status = element("p", { role: "status", class: "pb-hidden" });
  const buttons = answers.map(({ label }, index) =>
    element("button", { type: "button", class: index === 0 ? "pb-button pb-dialog-first" : "pb-button" }, label),
  );
  const row = element("p", { class: "pb-dialog-answers" });
  row.append(...buttons);
  box.append(element("h2", { id: titleId }, title), element("p", { id: textId }, text), row, status);
  const veil = element("div", { class: "pb-veil" });
  veil.append(box);

  const before = page.activeElement;
  const close = () => {
    veil.remove();
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  };
  const answer = (index: number) => {
    close();
    answers[index]?.act();
  };
  for (const [index, button] of buttons.entries()) button.addEventListener("click", () => answer(index));
  veil.addEventListener("keydown", (event) => {
    if (event.key === "Escape") answer(0);
    if (event.key === "Tab") keepIn(event, buttons);
  });
  page.body.append(veil);
  buttons[0]?.focus({ preventScroll: true });
  return { close, speak: (words) => status.replaceChildren(words) };
}

/** Tab goes round among the buttons. */
function keepIn(event: KeyboardEvent, buttons: HTMLElement[]): void {
  const at = buttons.indexOf(event.target as HTMLElement);
  const next = (at + (event.shiftKey ? -1 : 1) + buttons.length) % buttons.length;
  event.preventDefault();
  buttons[next]?.focus();
}
