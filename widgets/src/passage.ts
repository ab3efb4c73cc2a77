/** The part of a chapter that a link means, also where the host names headings in its own way. */

/**
 * The heading or element with an id. JupyterLab and Voilà name headings by their text with capitals, and JupyterLab only in
 * an attribute of its own; so a heading whose text gives the id will do.
 */
export function passageOf(page: Document, id: string): HTMLElement | null {
  const named = page.getElementById(id);
  if (named) return named;
  const headings = [...page.querySelectorAll<HTMLElement>("h1, h2, h3, h4, h5, h6")];
  return headings.find((heading) => slug(heading.textContent ?? "") === id) ?? null;
}

/** A heading's id as the guide makes it: letters and digits kept, every run of anything else one hyphen. */
export function slug(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/** Go to the part of the page that a link names, where the browser alone would not find it. */
export function leadTo(link: HTMLAnchorElement): void {
  link.addEventListener("click", (event) => {
    const id = decodeURIComponent(link.hash.slice(1));
    const isHere = link.getAttribute("href")?.startsWith("#") ?? false;
    const passage = isHere && !link.ownerDocument.getElementById(id) && passageOf(link.ownerDocument, id);
    if (!passage) return;
    event.preventDefault();
    passage.tabIndex = -1;
    passage.scrollIntoView();
    passage.focus({ preventScroll: true });
  });
}
