/** On chapter pages: a quiet place at the end of each section for a note of one's own, saved as it is typed. */
import { element } from "../draw";
import { plainText } from "./asked";
import type { Keep } from "./keep/keep";
import { type WayToKeep, wayToKeep } from "./keeping";
import { MOST, noteOn, withNote } from "./noted";
import { type Site, say } from "./site";

/** Milliseconds without a key after which what was typed is saved. */
const REST = 400;
/** So near to the end it is said how much room is left. */
const NEAR = 200;

/** Give each section its note. Returns how to stop. */
export function startNotes(page: Document, site: Site, keep: Keep): () => void {
  if (site.kind !== "chapter") return () => undefined;
  const sections = page.querySelectorAll<HTMLElement>(
    "main article > section[aria-labelledby]:not(.box):not(.pb-sources)",
  );
  const notes = [...sections].flatMap((section) => {
    const heading = page.getElementById(section.getAttribute("aria-labelledby") ?? "");
    return heading ? [new SectionNote(section, heading, site, keep)] : [];
  });
  const stops = notes.map((note) => keep.watch(() => note.show()));
  const save = () => {
    for (const note of notes) note.save();
  };
  window.addEventListener("pagehide", save);
  page.addEventListener("visibilitychange", save);
  return () => {
    for (const stop of stops) stop();
    window.removeEventListener("pagehide", save);
    page.removeEventListener("visibilitychange", save);
  };
}

class SectionNote {
  private readonly heading: string;
  private readonly title: string;
  private readonly toggle = element("button", {
    type: "button",
    class: "pb-act pb-note-open",
    "aria-expanded": "false",
  });
  private readonly first = element("span", { class: "pb-note-first" });
  private readonly whole = element("p", { class: "pb-note-text pb-note-paper" });
  private editor: { el: HTMLElement; field: HTMLTextAreaElement } | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What was typed and is not in the book yet. */
  private unsaved: string | null = null;
  private removed = "";
  private readonly way: WayToKeep;

  constructor(
    section: HTMLElement,
    heading: HTMLElement,
    private readonly site: Site,
    private readonly keep: Keep,
  ) {
    this.way = wayToKeep(site, keep);
    this.heading = heading.id;
    this.title = plainText(heading);
    this.toggle.addEventListener("click", () => this.setOpen(this.toggle.getAttribute("aria-expanded") !== "true"));
    const line = element("div", { class: "pb-note" });
    line.append(this.toggle, this.first, this.whole);
    section.append(line);
    section.dataset.noted = "";
    this.show();
  }

  /** The note as the book has it; what is being typed stays. */
  show(): void {
    const { text } = this;
    const [name, label] = text ? ["note_mine", "note_mine_on"] : ["note_write", "note_write_on"];
    this.toggle.textContent = this.say(name);
    this.toggle.setAttribute("aria-label", this.say(label, { heading: this.title }));
    this.first.textContent = this.editor ? "" : text;
    this.whole.textContent = text;
    const field = this.editor?.field;
    if (field && this.unsaved === null && field.value !== text && document.activeElement !== field) field.value = text;
  }

  /** Put what was typed into the book. */
  save(): void {
    clearTimeout(this.timer);
    if (this.unsaved === null) return;
    const text = this.unsaved;
    this.unsaved = null;
    this.keep.change(withNote({ page: this.site.page, heading: this.heading, title: this.title, text }));
  }

  private get text(): string {
    return noteOn(this.keep.book(), this.site.page, this.heading)?.text ?? "";
  }

  private setOpen(isOpen: boolean): void {
    this.toggle.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) {
      this.editor = this.draw();
      this.toggle.parentElement?.append(this.editor.el);
      this.editor.field.focus();
    } else {
      this.save();
      this.editor?.el.remove();
      this.editor = null;
      this.toggle.focus();
    }
    this.show();
  }

  private draw(): { el: HTMLElement; field: HTMLTextAreaElement } {
    const id = `pb-note-${this.heading}`;
    const el = element("div", { class: "pb-note-editor", id: `${id}-editor` });
    const field = element("textarea", { id, rows: "4", maxlength: String(MOST), "aria-describedby": `${id}-room` });
    field.value = this.text;
    const room = element("p", { id: `${id}-room`, class: "pb-soft" });
    const spoken = element("p", { role: "status", class: "pb-hidden" });
    const tellRoom = () => {
      room.textContent = this.say("note_room", { count: field.value.length, most: MOST });
      const left = MOST - field.value.length;
      spoken.textContent = left === 0 ? this.say("note_full") : left <= NEAR && left % 50 === 0 ? room.textContent : "";
    };
    field.addEventListener("input", () => {
      tellRoom();
      this.way.show();
      this.unsaved = field.value;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), REST);
    });
    field.addEventListener("blur", () => this.save());
    const done = this.button("note_done", () => this.setOpen(false));
    const off = this.button("note_remove", () => this.remove(field, off));
    const row = element("p", { class: "pb-my-row" });
    row.append(done, " ", off);
    el.append(element("label", { for: id }, this.say("note_label", { heading: this.title })), field, room, spoken);
    el.append(this.way.el, row);
    tellRoom();
    this.toggle.setAttribute("aria-controls", el.id);
    return { el, field };
  }

  /** The same button puts it back. */
  private remove(field: HTMLTextAreaElement, off: HTMLButtonElement): void {
    const isBack = field.value === "" && this.removed !== "";
    if (!isBack) this.removed = field.value;
    field.value = isBack ? this.removed : "";
    field.dispatchEvent(new Event("input"));
    this.save();
    off.textContent = this.say(isBack || !this.removed ? "note_remove" : "note_back");
  }

  private button(name: string, act: () => void): HTMLButtonElement {
    const made = element("button", { type: "button", class: "pb-act" }, this.say(name));
    made.addEventListener("click", act);
    return made;
  }

  private say(key: string, values: Record<string, string | number> = {}): string {
    return say(this.site, key, values);
  }
}
