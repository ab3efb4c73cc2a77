import { afterEach, expect, test } from "vitest";
import { leadTo, passageOf, slug } from "../src/passage";

afterEach(() => document.body.replaceChildren());

test.each([
  ["The idea in one minute", "the-idea-in-one-minute"],
  ["What makes you, and your tumour, different¶", "what-makes-you-and-your-tumour-different"],
  ["  1. Über Gene & Ærzte? ", "1-über-gene-ærzte"],
  ["ﬁne², ١٢", "fine2-١٢"],
])("the heading '%s' has the id '%s'", (text, id) => {
  expect(slug(text)).toBe(id);
});

test("a heading that the host has named in its own way is found by its text", () => {
  document.body.innerHTML =
    '<h2 id="The-idea">The idea<a href="#The-idea">¶</a></h2><h3 data-jupyter-id="x">Another</h3><p id="own">a</p>';
  expect(passageOf(document, "the-idea")?.tagName).toBe("H2");
  expect(passageOf(document, "another")?.tagName).toBe("H3");
  expect(passageOf(document, "own")?.tagName).toBe("P");
  expect(passageOf(document, "nowhere")).toBeNull();
});

test("a link to such a heading leads there, and any other is left to the browser", () => {
  document.body.innerHTML =
    '<h2 id="The-idea">The idea</h2><h2 id="own">Own</h2><a href="#the-idea">1</a><a href="#own">2</a><a href="b.md#the-idea">3</a>';
  const links = [...document.querySelectorAll("a")];
  const taken = links.map((link) => {
    leadTo(link);
    const click = new MouseEvent("click", { bubbles: true, cancelable: true });
    link.addEventListener("click", (event) => queueMicrotask(() => event.preventDefault()));
    const isLeft = link.dispatchEvent(click);
    return !isLeft;
  });
  expect(taken).toEqual([true, false, false]);
  expect(document.activeElement?.id).toBe("The-idea");
});
