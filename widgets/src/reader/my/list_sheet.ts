/** My questions on a sheet of paper, as a text file, and copied. */
import { element } from "../../draw";
import type { Asked } from "../keep/book";
import { say } from "../site";
import type { Ground } from "./contract";
import { onDo, tell } from "./drawing";
import { saveFile } from "./files";
import { printSheet } from "./sheet";

/** Lines on paper for what the care team says to a question. */
const LINES = 3;

export function takeAlong(el: HTMLElement, { page, site, keep }: Ground): void {
  const text = () => asText(say(site, "list_title"), keep.book().list);
  onDo(el, "print", () => printSheet(page, sheet(say(site, "list_title"), keep.book().list)));
  onDo(el, "save", () => {
    const name = say(site, "list_file");
    saveFile(page, name, text(), "text/plain;charset=utf-8");
    tell(el, say(site, "file_saved", { name }));
  });
  onDo(el, "copy", async () => {
    const isCopied = await copy(page, text());
    tell(el, say(site, isCopied ? "list_copied" : "list_not_copied"));
  });
}

export function asText(title: string, list: Asked[]): string {
  return [title, "", ...list.map(({ text }, index) => `${index + 1}. ${text}`), ""].join("\r\n");
}

function sheet(title: string, list: Asked[]): HTMLElement {
  const made = element("section");
  const questions = element("ol");
  for (const { text } of list) {
    const item = element("li");
    item.append(element("p", {}, text), ...Array.from({ length: LINES }, () => element("div", { class: "pb-line" })));
    questions.append(item);
  }
  made.append(element("h1", {}, title), questions);
  return made;
}

/** A page from file://, or in an old browser, may have no clipboard of its own. */
async function copy(page: Document, text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelecting(page, text);
  }
}

function copyBySelecting(page: Document, text: string): boolean {
  const before = page.activeElement;
  const field = element("textarea", { class: "pb-hidden", readonly: "" });
  field.value = text;
  page.body.append(field);
  field.select();
  const isCopied = page.execCommand?.("copy") ?? false;
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return isCopied;
}
