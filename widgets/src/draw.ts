/** Small pieces of the page, made without mark-up in strings. */

const SVG = "http://www.w3.org/2000/svg";

const PATHS = {
  right: "M5 12.5 10 17 19 7",
  again: "M4 12a8 8 0 1 1 2.5 5.8M4 12V6m0 6h6",
  thanks: "M5 5h14v11H9l-4 4z",
  answer: "M9 18h6M10 21h4M12 3a6 6 0 0 0-3.6 10.8c.7.6 1.1 1.3 1.1 2.2h5c0-.9.4-1.6 1.1-2.2A6 6 0 0 0 12 3z",
  missing: "M12 8v5M12 16.5h.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z",
  up: "M12 19V5m-6 6 6-6 6 6",
  fewer: "M6 12h12",
  more: "M6 12h12M12 6v12",
  down: "M12 5v14m-6-6 6 6 6-6",
} as const;

export type Icon = keyof typeof PATHS;

export function element<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  attributes: Record<string, string> = {},
  text = "",
): HTMLElementTagNameMap[T] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text) made.textContent = text;
  return made;
}

/** An element whose content is HTML that Python made of inline Markdown. */
export function written(tag: "span" | "p" | "div", html: string, attributes: Record<string, string> = {}): HTMLElement {
  const made = element(tag, attributes);
  made.innerHTML = html;
  return made;
}

/** A line drawing beside words; it says nothing of its own. */
export function icon(name: Icon): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  for (const [key, value] of [
    ["viewBox", "0 0 24 24"],
    ["class", "pb-icon"],
    ["aria-hidden", "true"],
    ["focusable", "false"],
  ] as const)
    svg.setAttribute(key, value);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

export function linkTo(href: string, text: string): HTMLAnchorElement {
  return element("a", { href }, text);
}
