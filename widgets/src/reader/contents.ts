/** The contents beside the text follow along: the section that is being read is marked, and said in words. */
import { type Site, say } from "./site";

/** The part of the window, from its top, in which one reads: the first section in it is the one being read. */
const EYES = { from: 0.15, to: 0.45 };

interface Extent {
  top: number;
  bottom: number;
}

/** Mark the section being read in every `.pb-toc`; `data-current` of the heading's line says its place in words. */
export function startContents(page: Document, site: Site): void {
  const box = page.querySelector<HTMLElement>(".pb-toc-beside");
  const links = [...(box?.querySelectorAll<HTMLAnchorElement>("a[href^='#']") ?? [])];
  const sections = links.map((link) => sectionOf(page, link));
  const place = box?.querySelector(".pb-toc-at");
  if (!box || !place || !sections.length) return;
  let now = -1;
  const look = () => {
    const { clientHeight, scrollHeight, scrollTop } = page.documentElement;
    const isAtEnd = scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 2;
    const found = beingRead(sections.map(extentOf), clientHeight, isAtEnd);
    if (found === now) return;
    now = found;
    links.forEach((link, index) => {
      if (index === now) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
    place.textContent = now < 0 ? "" : say(site, "section_of", { number: now + 1, count: links.length });
    const link = links[now];
    if (link) keepInSight(box, link);
  };
  watch(page, sections, look);
}

/** Which section is being read; -1 before the first. At the page's end it is the last whose heading can be seen. */
export function beingRead(sections: (Extent | null)[], height: number, isAtEnd: boolean): number {
  const inSight = sections.map((each) => each !== null && each.top < height && each.bottom > 0);
  if (isAtEnd && inSight.includes(true)) return inSight.lastIndexOf(true);
  const before = sections.map((each) => each !== null && each.top < height * EYES.to);
  const first = sections.findIndex((each, index) => before[index] && each !== null && each.bottom > height * EYES.from);
  return first >= 0 ? first : before.lastIndexOf(true);
}

function watch(page: Document, sections: (Element | null)[], look: () => void): void {
  const rootMargin = `-${100 * EYES.from}% 0px -${100 * (1 - EYES.to)}% 0px`;
  const eyes = new IntersectionObserver(look, { rootMargin });
  for (const section of sections) if (section) eyes.observe(section);
  const foot = page.querySelector(".pb-foot");
  if (foot) new IntersectionObserver(look, { threshold: [0, 1] }).observe(foot);
}

/** The section that a heading opens; a heading without one stands for itself. */
function sectionOf(page: Document, link: HTMLAnchorElement): Element | null {
  const heading = page.getElementById(decodeURIComponent(link.hash.slice(1)));
  return heading?.closest("section") ?? heading;
}

function extentOf(section: Element | null): Extent | null {
  return section?.getBoundingClientRect() ?? null;
}

/** Scroll within the contents' own box, and nothing else. */
function keepInSight(box: HTMLElement, link: HTMLElement): void {
  const { top, bottom } = link.getBoundingClientRect();
  const frame = box.getBoundingClientRect();
  if (top < frame.top) box.scrollTop -= frame.top - top;
  else if (bottom > frame.bottom) box.scrollTop += bottom - frame.bottom;
}
