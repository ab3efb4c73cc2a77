/** Reads a file that My pages saved. Whatever else it is is said in a plain sentence, and nothing is changed. */
import type { Book } from "../keep/book";
import { bookFrom } from "../keep/read";
import { type Site, say } from "../site";

/** No book is so large: the browser gives it no more room than this. */
export const LARGEST = 5_000_000;

const WHY = { damaged: "file_damaged", newer: "file_newer", "another-guide": "file_another" };

/** The book with what is in it, in words; or why there is none. */
export async function readFile(file: File, site: Site): Promise<{ book: Book | null; said: string }> {
  const none = (why: string) => ({ book: null, said: say(site, why) });
  if (file.size > LARGEST) return none("file_large");
  let text: string;
  try {
    text = await file.text();
  } catch {
    return none("file_unreadable");
  }
  if (!isOurs(text)) return none("file_other");
  const book = bookFrom(text, site.guide);
  if (typeof book === "string") return none(WHY[book]);
  const what = contents(book, site);
  return what.length ? { book, said: say(site, "file_has", { what: what.join(", ") }) } : none("file_empty");
}

/** Whether it looks like a book at all, sound or not. */
function isOurs(text: string): boolean {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === "object" && found !== null && "guide" in found && "version" in found;
  } catch {
    return false;
  }
}

function contents(book: Book, site: Site): string[] {
  const counts = {
    file_answers: Object.keys(book.answers).length,
    file_places: Object.keys(book.places).length,
    file_list: book.list.length,
    file_notes: book.notes.length,
  };
  const counted = Object.entries(counts).filter(([, count]) => count > 0);
  const what = counted.map(([name, count]) => say(site, name, { count }));
  return book.plan ? [...what, say(site, "file_plan")] : what;
}
