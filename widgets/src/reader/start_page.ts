/** The start page: how far each chapter has been read, and the way to where the reader was. */
import { element } from "../draw";
import { lastPlace } from "./keep/book";
import type { Keep } from "./keep/keep";
import { CONTINUE } from "./place";
import { isRead, progressIn } from "./progress";
import { type Site, say } from "./site";

interface Chapter {
  page: string;
  title: string;
  slot: HTMLElement;
}

/** Show it, and again after every change. Nothing is shown where nothing is kept. Returns how to stop. */
export function showStart(page: Document, site: Site, keep: Keep): () => void {
  if (site.kind !== "home") return () => undefined;
  const chapters = chaptersOf(page);
  const show = () => {
    const { places } = keep.book();
    for (const { page, slot } of chapters)
      slot.textContent = keep.state === "yes" ? progressIn(places[page], site) : "";
    showWayOn(page, chapters, site, keep);
  };
  show();
  return keep.watch(show);
}

/** To the paragraph in the chapter read last, or to the next chapter where that one has been read to its end. */
function showWayOn(page: Document, chapters: Chapter[], site: Site, keep: Keep): void {
  const slot = page.getElementById("pb-continue");
  const last = lastPlace(keep.book());
  const at = chapters.findIndex((chapter) => chapter.page === last?.page);
  const chapter = chapters[at];
  const isOver = last !== null && isRead(last.place);
  const next = isOver ? chapters.slice(at + 1).find((each) => !keep.book().places[each.page]) : chapter;
  const isThere = slot !== null && last !== null && chapter !== undefined && next !== undefined;
  if (!isThere) {
    slot?.replaceChildren();
    delete page.documentElement.dataset.place;
    return;
  }
  page.documentElement.dataset.place = "kept";
  const href = site.base + next.page.split("/").map(encodeURIComponent).join("/");
  const link = element("a", { href: isOver ? href : href + CONTINUE });
  link.append(
    element("small", {}, say(site, isOver ? "continue_next" : "continue")),
    " ",
    element("b", {}, next.title),
  );
  if (!isOver) link.append(" ", element("span", {}, last.place.title));
  slot.replaceChildren(link);
}

function chaptersOf(page: Document): Chapter[] {
  return [...page.querySelectorAll<HTMLElement>(".pb-progress[data-page]")].map((slot) => {
    const title = slot.closest("li")?.querySelector("a b") ?? slot;
    const words = [...title.childNodes].filter((node) => !(node instanceof Element && node.matches(".pb-hidden")));
    return { slot, page: slot.dataset.page ?? "", title: words.map((node) => node.textContent).join("") };
  });
}
