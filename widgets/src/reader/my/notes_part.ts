/** All notes, each with the way to its section. */
import { element } from "../../draw";
import type { Note } from "../keep/book";
import { inOrder, withNote, withoutNote } from "../noted";
import { say } from "../site";
import type { Part } from "./contract";
import { button, find, focusOn, showSome, tell } from "./drawing";

export const showNotes: Part = (el, { page, site, keep }) => {
  const shown = find(el, ".pb-my-shown");
  const pages = [...page.querySelectorAll<HTMLElement>(".pb-my-progress [data-page]")];
  const order = pages.map((each) => each.dataset.page ?? "");
  let removed: Note | null = null;

  const putBack = (note: Note) => {
    keep.change(withNote(note, new Date(note.at)));
    tell(el, "");
    rowOf(note)?.querySelector<HTMLElement>("button")?.focus();
  };
  const remove = (note: Note) => {
    removed = note;
    keep.change(withoutNote(note.id));
    focusOn(shown.querySelector<HTMLElement>("[data-do=back]"));
  };
  const rowOf = ({ id }: Note) =>
    [...shown.querySelectorAll<HTMLElement>("li")].find((row) => row.dataset.id === id) ?? null;

  const row = (note: Note, isThere: boolean) => {
    const item = element("li");
    item.dataset.id = note.id;
    if (!isThere) {
      const back = button(say(site, "put_back"), () => putBack(note), { "data-do": "back" });
      item.className = "pb-my-gone";
      item.append(element("span", {}, say(site, "note_removed")), " ", back);
      return item;
    }
    const where = element("p", { class: "pb-my-where" });
    where.append(element("a", { href: `${site.base}${note.page}#${note.heading}` }, note.title));
    const name = say(site, "note_remove");
    const off = button(name, () => remove(note), { "aria-label": `${name}: ${note.title}` });
    item.append(where, element("p", { class: "pb-note-text" }, note.text), off);
    return item;
  };

  return () => {
    const { notes } = keep.book();
    if (removed && notes.some(({ id }) => id === removed?.id)) removed = null;
    const all = removed ? inOrder([...notes, removed], order) : inOrder(notes, order);
    showSome(el, all.length > 0);
    shown.replaceChildren(...all.map((note) => row(note, note !== removed)));
  };
};
