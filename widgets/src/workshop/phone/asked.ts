/** The questions from the room that the facilitator has let through; each can be reported as hurtful. */
import { element } from "../../draw";
import type { Facts } from "../facts";
import { send } from "../post";
import type { AskedByPeople } from "../state";
import type { Teller } from "../tell";

export class AskedList {
  private shown = "";

  constructor(
    private readonly place: HTMLElement,
    private readonly facts: Facts,
    private readonly teller: Teller,
  ) {}

  show(asked: AskedByPeople[]): void {
    const key = JSON.stringify(asked);
    if (key === this.shown) return;
    this.shown = key;
    const list = this.place.querySelector("ul");
    this.place.hidden = !asked.length;
    list?.replaceChildren(...asked.map((each) => this.line(each)));
  }

  private line({ id, text }: AskedByPeople): HTMLElement {
    const { words, to } = this.facts;
    const line = element("li");
    const button = element("button", { type: "button", class: "pw-quiet" }, words.say("asked_report"));
    button.setAttribute("aria-label", words.say("asked_report_this", { text }));
    button.addEventListener("click", async () => {
      const { isDone } = await send(to.report ?? "", { id });
      if (!isDone) return;
      const said = element("p", { tabindex: "-1" }, words.say("asked_reported"));
      line.replaceChildren(said);
      said.focus();
      this.teller.say(words.say("asked_reported"));
    });
    line.append(element("p", {}, text), button);
    return line;
  }
}
