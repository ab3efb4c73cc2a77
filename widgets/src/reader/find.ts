/** Marks the words that a search led to (`chapter.html?find=words#heading`) in the section they were found in. */
import { element } from "../draw";
import { wordsIn } from "./search/words";
import { type Site, say } from "./site";

const NAME = "pb-find";
const HEADINGS = "h1, h2, h3";
/** What is not the section's own text; and figures about survival, which are for those who open them. */
const NOT_HERE = "svg, script, button, .pb-survival, .pb-sources, .pb-answers, .pb-verdict, .pb-pop";
const WIDGETS = ".pb-widget";

/** Mark what the address asks for, and offer to remove the marks. */
export function markFound(page: Document, site: Site, address: Location = location): void {
  const forms = new Set((new URLSearchParams(address.search).get("find") ?? "").split(" ").filter(Boolean));
  const target = forms.size ? page.getElementById(decodeURIComponent(address.hash.slice(1))) : null;
  if (!target) return;
  const ranges = textsOf(target).flatMap((text) => rangesIn(text, forms));
  if (!ranges.length) return;
  const words = [...new Set(ranges.map((range) => range.toString()))];
  const unmark = mark(page, ranges);
  const line = element("p", { class: "pb-marked" });
  const button = element("button", { type: "button" }, say(site, "found_remove"));
  line.append(element("span", {}, say(site, "found", { words: different(words).join(", ") })), " ", button);
  placeLine(target, line);
  page.documentElement.dataset.marked = "";
  button.addEventListener("click", () => {
    unmark();
    line.remove();
    delete page.documentElement.dataset.marked;
    forget(address);
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
  });
}

/** The pieces of text from a heading to the next, or within what is no heading. */
function textsOf(target: HTMLElement): Text[] {
  const isHeading = target.matches(HEADINGS);
  const within = isHeading ? target.closest("article, main") : target;
  const walker = target.ownerDocument.createTreeWalker(
    within ?? target,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
  );
  walker.currentNode = target;
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) {
      if (isHeading && node.matches(HEADINGS)) break;
    } else if (!isLeftOut(node.parentElement, target)) texts.push(node as Text);
  }
  return texts;
}

function isLeftOut(element: Element | null, target: Element): boolean {
  const widget = element?.closest(WIDGETS);
  return !element || Boolean(element.closest(NOT_HERE)) || Boolean(widget && !widget.contains(target));
}

function rangesIn(text: Text, forms: ReadonlySet<string>): Range[] {
  return wordsIn(text.data)
    .filter((word) => word.forms.some((form) => forms.has(form)))
    .map(({ start, end }) => {
      const range = text.ownerDocument.createRange();
      range.setStart(text, start);
      range.setEnd(text, end);
      return range;
    });
}

/** Highlight, and return how to take it back. Without the Custom Highlight API the words are put into `<mark>`s. */
function mark(page: Document, ranges: Range[]): () => void {
  const registry = globalThis.CSS?.highlights;
  if (registry && "Highlight" in globalThis) {
    registry.set(NAME, new Highlight(...ranges));
    return () => registry.delete(NAME);
  }
  // From the last to the first, so that the places of those before stay right.
  const marks = ranges.reverse().map((range) => {
    const made = page.createElement("mark");
    range.surroundContents(made);
    return made;
  });
  return () => {
    for (const each of marks) {
      const parent = each.parentNode;
      each.replaceWith(...each.childNodes);
      parent?.normalize();
    }
  };
}

/** The same word once, whether or not a sentence starts with it. */
function different(words: string[]): string[] {
  return words.filter((word, at) => words.findIndex((each) => each.toLowerCase() === word.toLowerCase()) === at);
}

/** Near the place that the address names, where the Tab key goes on from; no heading loses its own first paragraph. */
function placeLine(target: HTMLElement, line: HTMLElement): void {
  const head = target.closest(".box-head") ?? target;
  if (target.matches(HEADINGS)) (head.nextElementSibling ?? head).after(line);
  else (target.querySelector("dd, fieldset") ?? target).append(line);
}

function forget(address: Location): void {
  const rest = new URLSearchParams(address.search);
  rest.delete("find");
  const query = rest.toString();
  try {
    history.replaceState(history.state, "", `${address.pathname}${query && `?${query}`}${address.hash}`);
  } catch (problem) {
    // Some browsers allow no other address to a page from file://; then a reload marks the words again.
    if (!(problem instanceof DOMException)) throw problem;
  }
}
