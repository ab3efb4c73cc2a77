/** One question of the list: its words, where it came from, and what can be done with it. */
import { element, type Icon, icon } from "../../draw";
import type { Asked } from "../keep/book";
import { say } from "../site";
import type { Ground } from "./contract";
import { button, focusOn } from "./drawing";

export interface RowActs {
  move(by: -1 | 1): void;
  /** The words are being changed from now on. */
  change(): void;
  /** They have been; null where they stay as they were. */
  changed(text: string | null): void;
  takeOff(): void;
}

let made = 0;

export class ListRow {
  readonly el = element("li");

  constructor(
    private readonly ground: Ground,
    private readonly asked: Asked,
    private readonly acts: RowActs,
  ) {
    this.el.dataset.id = asked.id;
    this.ask();
  }

  private ask(): void {
    const { asked, acts } = this;
    const words = element("div", { class: "pb-my-words-of" });
    words.append(element("p", {}, asked.text), ...this.origin());
    const row = element("p", { class: "pb-my-row" });
    row.append(
      this.act("up", () => acts.move(-1), "up"),
      this.act("down", () => acts.move(1), "down"),
      this.act("change", () => this.change()),
      this.act("off", () => acts.takeOff()),
    );
    this.el.replaceChildren(words, row);
  }

  private act(name: string, act: () => void, drawing?: Icon): HTMLElement {
    const label = this.say(name === "change" ? "list_edit" : `list_${name}`);
    const made = button(drawing ? "" : label, act, { "data-do": name, "aria-label": `${label}: ${this.asked.text}` });
    if (drawing) {
      made.classList.add("pb-my-move");
      made.append(icon(drawing));
    }
    return made;
  }

  private origin(): HTMLElement[] {
    const { from } = this.asked;
    const { page, site } = this.ground;
    const title = from && page.querySelector(`[data-page="${CSS.escape(from.page)}"] a`);
    if (!from || !title) return [];
    const line = element("p", { class: "pb-soft" });
    const words = [...title.childNodes].filter((node) => !(node instanceof Element)).map((node) => node.textContent);
    const href = `${site.base}${from.page}${from.heading && `#${from.heading}`}`;
    line.append(element("a", { href }, this.say("chapter_link", { title: words.join("").trim() })));
    return [line];
  }

  private change(): void {
    made += 1;
    const id = `pb-my-change-${made}`;
    const form = element("form");
    const field = element("textarea", { id, rows: "3", maxlength: "500", autocomplete: "off" });
    field.value = this.asked.text;
    const row = element("p", { class: "pb-my-row" });
    const save = element("button", { type: "submit", class: "pb-act pb-act-first" }, this.say("save"));
    row.append(
      save,
      button(this.say("cancel"), () => this.acts.changed(null)),
    );
    form.append(element("label", { for: id }, this.say("list_change")), field, row);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = field.value.replace(/\s+/g, " ").trim();
      this.acts.changed(text && text !== this.asked.text ? text : null);
    });
    form.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.acts.changed(null);
    });
    this.acts.change();
    this.el.replaceChildren(form);
    focusOn(field);
  }

  private say(key: string, values: Record<string, string> = {}): string {
    return say(this.ground.site, key, values);
  }
}
