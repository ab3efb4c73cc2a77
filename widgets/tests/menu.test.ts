import { afterEach, expect, test } from "vitest";
import { startPanels } from "../src/reader/menu";

/** Menu and settings in a page of their own, so that one test's listeners do not hear another's. */
function bar() {
  const page = document.implementation.createHTMLDocument();
  page.body.innerHTML = `
    <details class="pb-panel" id="menu"><summary>Menu</summary><a href="#one">One</a></details>
    <details class="pb-panel" id="settings"><summary>Text settings</summary>
      <input type="radio"><button type="button" data-closes>Done</button></details>
    <main><button type="button" id="elsewhere">Elsewhere</button></main>`;
  startPanels(page);
  const panel = (id: string) => page.getElementById(id) as HTMLDetailsElement;
  const happen = (target: EventTarget, type: string, more: EventInit & { key?: string } = {}) => {
    const event = Object.assign(
      new Event(type, { bubbles: true, cancelable: true }),
      more.key ? { key: more.key } : {},
    );
    target.dispatchEvent(event);
    return event;
  };
  return { page, panel, happen };
}

afterEach(() => document.body.replaceChildren());

test("Escape closes the panel and takes the key", () => {
  const { page, panel, happen } = bar();
  panel("menu").open = true;
  expect(happen(page, "keydown", { key: "Escape" }).defaultPrevented).toBe(true);
  expect(panel("menu").open).toBe(false);
});

test("Escape that something else has used closes nothing, nor does another key", () => {
  const { page, panel, happen } = bar();
  panel("menu").open = true;
  page.body.addEventListener("keydown", (event) => event.preventDefault());
  happen(page.body, "keydown", { key: "Escape" });
  happen(page, "keydown", { key: "a" });
  expect(panel("menu").open).toBe(true);
});

test("Escape with no panel open is left to others", () => {
  const { page, happen } = bar();
  expect(happen(page, "keydown", { key: "Escape" }).defaultPrevented).toBe(false);
});

test.each(["pointerup", "focusin"])("%s elsewhere closes the panel, within it does not", (type) => {
  const { page, panel, happen } = bar();
  panel("settings").open = true;
  happen(panel("settings").querySelector("input") as Element, type);
  expect(panel("settings").open).toBe(true);
  happen(page.getElementById("elsewhere") as Element, type);
  expect(panel("settings").open).toBe(false);
});

test("one panel gives way to the other", () => {
  const { panel, happen } = bar();
  panel("menu").open = true;
  happen(panel("settings").querySelector("summary") as Element, "pointerup");
  expect(panel("menu").open).toBe(false);
});

test("choosing a page closes the menu, and Done the settings", () => {
  const { panel } = bar();
  for (const [id, chosen] of [
    ["menu", "a"],
    ["settings", "[data-closes]"],
  ] as const) {
    panel(id).open = true;
    (panel(id).querySelector(chosen) as HTMLElement).click();
    expect(panel(id).open).toBe(false);
  }
});
