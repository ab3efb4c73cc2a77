/** What is here and what a file brings, as one book. */
import { type Book, joined } from "../keep/book";

/**
 * Where both have the same answer, place or note, the newer one counts; of what has no time, what is here.
 * Questions are the same by their id.
 */
export function merged(here: Book, brought: Book): Book {
  const times = new Map(here.notes.map((note) => [note.id, Date.parse(note.at)]));
  const notes = brought.notes.filter(({ id, at }) => !((times.get(id) ?? Number.NEGATIVE_INFINITY) > Date.parse(at)));
  const list = brought.list.filter(({ id }) => !here.list.some((each) => each.id === id));
  const settings = { ...brought.settings, ...here.settings };
  return joined(here, { ...brought, notes, list, settings, plan: here.plan ?? brought.plan });
}
