/** The list of questions for the care team: how it is changed. Every change is made of the book as it lies there. */
import { slug } from "../passage";
import type { Asked } from "./keep/book";
import type { Edit } from "./keep/keep";

/** The id of a question collected from a page. It is made of its words: an edited question is another one. */
export function idOf(page: string, text: string): string {
  return `${page}#${slug(text)}`;
}

export function withAsked(asked: Asked, at = Number.POSITIVE_INFINITY): Edit {
  return (book) => {
    if (book.list.some(({ id }) => id === asked.id)) return book;
    const list = [...book.list];
    list.splice(at, 0, asked);
    return { ...book, list };
  };
}

export function withoutAsked(id: string): Edit {
  return (book) => ({ ...book, list: book.list.filter((each) => each.id !== id) });
}

export function withText(id: string, text: string): Edit {
  return (book) => ({ ...book, list: book.list.map((each) => (each.id === id ? { ...each, text } : each)) });
}

/** One place up (`by` is -1) or down (1); at the end of the list nothing changes. */
export function withMove(id: string, by: -1 | 1): Edit {
  return (book) => {
    const from = book.list.findIndex((each) => each.id === id);
    const [one, other] = [book.list[from], book.list[from + by]];
    if (!one || !other) return book;
    const list = [...book.list];
    list[from] = other;
    list[from + by] = one;
    return { ...book, list };
  };
}

/** The text of an element as it stands on the page, without what was put into it for use on the screen. */
export function plainText(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const extra of copy.querySelectorAll("button:not(.pb-term), .pb-pop, .pb-cites, .pb-hidden")) extra.remove();
  return (copy.textContent ?? "").replace(/\s+/g, " ").trim();
}
