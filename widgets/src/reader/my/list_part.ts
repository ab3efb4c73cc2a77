/** My questions for the care team: own ones added, changed, taken off, moved without dragging, and taken along. */
import { element } from "../../draw";
import { withAsked, withMove, withoutAsked, withText } from "../asked";
import type { Asked } from "../keep/book";
import { say } from "../site";
import type { Ground, Part } from "./contract";
import { button, find, focusOn, showSome, tell } from "./drawing";
import { randomId } from "./ics";
import { ListRow } from "./list_row";
import { takeAlong } from "./list_sheet";

export const showList: Part = (el, ground) => {
  const list = new MyList(el, ground);
  addOwn(el, ground);
  takeAlong(el, ground);
  return () => list.show();
};

class MyList {
  private readonly shown: HTMLElement;
  /** The question whose words are being changed: what is typed must not be drawn over. */
  private changing: string | null = null;
  /** What was taken off last, and where it stood, until something else happens. */
  private taken: { asked: Asked; at: number } | null = null;

  constructor(
    private readonly el: HTMLElement,
    private readonly ground: Ground,
  ) {
    this.shown = find(el, ".pb-my-shown");
  }

  show(): void {
    const { list } = this.ground.keep.book();
    if (this.taken && list.some(({ id }) => id === this.taken?.asked.id)) this.taken = null;
    showSome(this.el, list.length > 0);
    if (this.changing && list.some(({ id }) => id === this.changing)) return;
    this.changing = null;
    const rows = list.map((asked) => this.row(asked));
    if (this.taken) rows.splice(this.taken.at, 0, this.takenRow(this.taken.asked));
    this.shown.replaceChildren(...rows);
  }

  private row(asked: Asked): HTMLElement {
    return new ListRow(this.ground, asked, {
      move: (by) => this.move(asked, by),
      change: () => {
        this.changing = asked.id;
      },
      changed: (text) => this.changed(asked, text),
      takeOff: () => this.takeOff(asked),
    }).el;
  }

  private move({ id }: Asked, by: -1 | 1): void {
    const { keep, site } = this.ground;
    const before = keep.book().list.findIndex((each) => each.id === id);
    this.taken = null;
    keep.change(withMove(id, by));
    const { list } = keep.book();
    const number = list.findIndex((each) => each.id === id) + 1;
    this.focus(id, by < 0 ? "up" : "down");
    const end = by < 0 ? "list_first" : "list_last";
    tell(this.el, say(site, number - 1 === before ? end : "list_moved", { number, count: list.length }));
  }

  private changed({ id }: Asked, text: string | null): void {
    const { keep, site } = this.ground;
    this.changing = null;
    if (text) keep.change(withText(id, text));
    else this.show();
    tell(this.el, text ? say(site, "list_changed") : "");
    this.focus(id, "change");
  }

  private takeOff(asked: Asked): void {
    const { keep } = this.ground;
    this.taken = { asked, at: keep.book().list.findIndex(({ id }) => id === asked.id) };
    keep.change(withoutAsked(asked.id));
    focusOn(this.shown.querySelector<HTMLElement>("[data-do=back]"));
  }

  private takenRow(asked: Asked): HTMLElement {
    const { keep, site } = this.ground;
    const row = element("li", { class: "pb-my-gone" });
    const back = button(
      say(site, "put_back"),
      () => {
        keep.change(withAsked(asked, this.taken?.at));
        this.focus(asked.id, "off");
      },
      { "data-do": "back" },
    );
    row.append(element("span", {}, say(site, "list_taken", { text: asked.text })), " ", back);
    return row;
  }

  private focus(id: string, what: string): void {
    const row = [...this.shown.querySelectorAll<HTMLElement>("li")].find((each) => each.dataset.id === id);
    row?.querySelector<HTMLElement>(`[data-do=${what}]`)?.focus();
  }
}

function addOwn(el: HTMLElement, { site, keep }: Ground): void {
  const form = find<HTMLFormElement>(el, ".pb-my-own");
  const field = find<HTMLTextAreaElement>(el, "textarea");
  const add = (event: Event) => {
    event.preventDefault();
    const text = field.value.replace(/\s+/g, " ").trim();
    if (!text) tell(el, say(site, "list_empty"));
    else if (keep.book().list.some((each) => each.text === text)) tell(el, say(site, "list_there"));
    else {
      keep.change(withAsked({ id: randomId(), text, from: null }));
      field.value = "";
      tell(el, say(site, "list_added", { count: keep.book().list.length }));
    }
    field.focus();
  };
  form.addEventListener("submit", add);
  // Enter adds, as in a field of one line: a question is one paragraph.
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) add(event);
  });
}
