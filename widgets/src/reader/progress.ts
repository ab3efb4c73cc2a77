/** Which sections of a chapter have been read: noticed while they are, and shown by ticks in the list of contents. */
import { element, icon } from "../draw";
import type { Place } from "./keep/book";
import type { Keep } from "./keep/keep";
import { withPlace } from "./place";
import { type Site, say } from "./site";

/** Milliseconds that a section's end must be in view: flying past it is not reading. */
const GLANCE = 1000;

/** Notice which sections of a chapter have been read, and show it in the contents. Returns how to stop. */
export function followSections(page: Document, site: Site, keep: Keep): () => void {
  const sections = sectionsOf(page);
  if (site.kind !== "chapter" || sections.length === 0) return () => undefined;
  const showTicks = () => tick(page, site, keep.book().places[site.page]);
  const stopWatching = keep.watch(showTicks);
  showTicks();
  const stopLooking = watchEnds(sections, (id) =>
    keep.change((book) => {
      const known = new Set(book.places[site.page]?.read).add(id);
      const read = sections.map(headingOf).filter((each) => known.has(each));
      return withPlace(book, site.page, { read, sections: sections.length });
    }),
  );
  return () => {
    stopWatching();
    stopLooking();
  };
}

/** How far a chapter has been read, in words. */
export function progressIn(place: Place | undefined, site: Site): string {
  const [count, all] = [place?.read.length ?? 0, place?.sections ?? 0];
  if (!place) return say(site, "progress_none");
  if (isRead(place)) return say(site, "progress_all");
  return all === 0 ? say(site, "progress_begun") : say(site, "progress_some", { count, all });
}

/** Whether every section that the chapter had has been read. */
export function isRead({ read, sections }: Place): boolean {
  return sections > 0 && read.length >= sections;
}

function sectionsOf(page: Document): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>("main article > section[aria-labelledby]:not(.pb-sources)")];
}

function headingOf(section: Element | null): string {
  return section?.getAttribute("aria-labelledby") ?? "";
}

/** Tell the id of each section's heading once its end has been in view for a moment. */
function watchEnds(sections: HTMLElement[], tell: (id: string) => void): () => void {
  const timers = new Map<Element, ReturnType<typeof setTimeout>>();
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      clearTimeout(timers.get(target));
      if (isIntersecting)
        timers.set(
          target,
          setTimeout(() => seen(target), GLANCE),
        );
    }
  });
  const seen = (end: Element) => {
    observer.unobserve(end);
    tell(headingOf(end.parentElement));
  };
  const ends = sections.map((section) => section.appendChild(element("span", { class: "pb-end" })));
  for (const end of ends) observer.observe(end);
  return () => {
    observer.disconnect();
    for (const timer of timers.values()) clearTimeout(timer);
    for (const end of ends) end.remove();
  };
}

function tick(page: Document, site: Site, place: Place | undefined): void {
  const read = new Set(place?.read);
  for (const link of page.querySelectorAll<HTMLAnchorElement>('.pb-toc a[href^="#"], .pb-menu a[href^="#"]')) {
    const mark = link.querySelector(".pb-read");
    if (!read.has(decodeURIComponent(link.hash.slice(1)))) mark?.remove();
    else if (!mark) link.append(tickMark(say(site, "progress_read")));
  }
}

function tickMark(words: string): HTMLElement {
  const mark = element("span", { class: "pb-read" });
  mark.append(icon("right"), element("span", { class: "pb-hidden" }, ` (${words})`));
  return mark;
}
