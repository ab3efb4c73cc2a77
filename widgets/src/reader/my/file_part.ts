/** The book saved to a file and brought from one, and everything erased. */
import { forgetOffline, rootOf } from "../copy";
import type { Book } from "../keep/book";
import { textOf } from "../keep/read";
import { dayOf } from "../plan";
import { say } from "../site";
import { readFile } from "./bring";
import type { Ground, Part } from "./contract";
import { find, focusOn, onDo, tell } from "./drawing";
import { saveFile } from "./files";
import { merged } from "./merge";

export const showFile: Part = (el, ground) => {
  const { page, site, keep, now } = ground;
  onDo(el, "save", () => {
    const name = `my-pages-${dayOf(now())}.json`;
    saveFile(page, name, textOf(keep.book()), "application/json");
    tell(el, say(site, "file_saved", { name }));
  });
  bring(el, ground);
  erase(el, ground);
  return () => undefined;
};

/** What is in the file is shown first; then it is asked once what to do with it. */
function bring(el: HTMLElement, { site, keep }: Ground): void {
  const field = find<HTMLInputElement>(el, "#pb-my-file");
  const question = find(el, ".pb-my-found");
  let brought: Book | null = null;
  field.addEventListener("change", async () => {
    const file = field.files?.[0];
    if (!file) return;
    const found = await readFile(file, site);
    field.value = ""; // so that the same file can be chosen again
    brought = found.book;
    question.hidden = brought === null;
    tell(el, brought ? "" : found.said);
    if (!brought) return;
    find(el, "#pb-my-found").textContent = `${found.said} ${say(site, "file_ask")}`;
    focusOn(find(el, "#pb-my-found"));
  });
  const answer = (name: string, said: string, act: (book: Book) => void) =>
    onDo(el, name, () => {
      if (brought) act(brought);
      brought = null;
      question.hidden = true;
      tell(el, say(site, said));
      focusOn(field);
    });
  answer("add", "file_added", (book) => keep.change((here) => merged(here, book)));
  answer("replace", "file_replaced", (book) => keep.take(book));
  answer("leave", "file_left", () => undefined);
}

function erase(el: HTMLElement, { page, site, keep }: Ground): void {
  const ask = find<HTMLButtonElement>(el, "[data-do=erase]");
  const question = find(el, ".pb-my-erase-ask");
  const close = (said: string) => {
    question.hidden = true;
    ask.hidden = false;
    tell(el, say(site, said));
    focusOn(ask);
  };
  onDo(el, "erase", () => {
    question.hidden = false;
    ask.hidden = true;
    tell(el, "");
    find(el, "[data-do=erase-no]").focus();
  });
  onDo(el, "erase-no", () => close("not_erased"));
  question.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close("not_erased");
  });
  onDo(el, "erase-yes", async () => {
    keep.erase();
    await forgetOffline(rootOf(page, site));
    close("erased");
  });
}
