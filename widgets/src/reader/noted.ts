/** Notes on sections: one for each section of a page, found again by page and heading. */
import type { Book, Note } from "./keep/book";
import type { Edit } from "./keep/keep";

/** How many letters a note may have; so many notes fit on the device beside everything else. */
export const MOST = 2000;

export function noteId(page: string, heading: string): string {
  return `${page}#${heading}`;
}

export function noteOn(book: Book, page: string, heading: string): Note | undefined {
  return book.notes.find((note) => note.page === page && note.heading === heading);
}

/** The note with this text; a note without words is none. */
export function withNote(about: Omit<Note, "id" | "at">, now = new Date()): Edit {
  return (book) => {
    const { page, heading, text } = about;
    const before = noteOn(book, page, heading);
    const others = book.notes.filter((note) => note !== before);
    if (!text.trim()) return { ...book, notes: others };
    const note = { ...before, ...about, id: before?.id ?? noteId(page, heading), at: now.toISOString() };
    return { ...book, notes: before ? book.notes.map((each) => (each === before ? note : each)) : [...others, note] };
  };
}

export function withoutNote(id: string): Edit {
  return (book) => ({ ...book, notes: book.notes.filter((note) => note.id !== id) });
}

/** The notes by page in the order of `pages`, and on each page as they were begun. */
export function inOrder(notes: Note[], pages: string[]): Note[] {
  const place = ({ page }: Note) => {
    const at = pages.indexOf(page);
    return at < 0 ? pages.length : at;
  };
  return [...notes].sort((one, other) => place(one) - place(other));
}
