import { expect, test } from "vitest";
import { startSettings } from "../src/reader/settings";
import { siteOf } from "../src/reader/site";
import { Device } from "./device";

const WORDS = { settings_kept: "Kept.", settings_open: "Until you leave.", settings_only_open: "Cannot be kept." };
const GROUPS = { size: ["", "large", "largest"], theme: ["", "dark"], motion: ["", "none"] };
const PANEL = `
  <details class="pb-settings" open><summary>Text settings</summary><form>
    ${Object.entries(GROUPS)
      .map(([name, values]) =>
        values.map((value) => `<input type="radio" name="pb-set-${name}" value="${value}">`).join(""),
      )
      .join("")}
    <p class="pb-settings-kept" role="status"></p>
    <button type="button" class="pb-settings-back">Back to normal</button>
  </form></details>`;

/** A page with the panel, on a new device. */
function panel(device = new Device(), facts: object = {}) {
  const { keep, page } = device.tab({ words: WORDS, ...facts });
  page.body.insertAdjacentHTML("beforeend", PANEL);
  const site = siteOf(page);
  if (!site) throw new Error("The page has no facts");
  startSettings(page, site, keep);
  const radio = (name: string, value: string) =>
    page.querySelector(`input[name="pb-set-${name}"][value="${value}"]`) as HTMLInputElement;
  return {
    keep,
    root: page.documentElement,
    choose: (name: string, value: string) => {
      radio(name, value).checked = true;
      radio(name, value).dispatchEvent(new Event("change", { bubbles: true }));
    },
    isChosen: (name: string, value: string) => radio(name, value).checked,
    said: () => page.querySelector("[role=status]")?.textContent,
    backToNormal: () => (page.querySelector(".pb-settings-back") as HTMLElement).click(),
  };
}

test("what is chosen is on the root at once, and nothing is stored before a yes", () => {
  const device = new Device();
  const { choose, root, said } = panel(device);
  expect(said()).toBe("");
  choose("size", "large");
  expect(root.dataset.size).toBe("large");
  expect(said()).toBe("Until you leave.");
  expect(device.local.length).toBe(0);
});

test("after a yes it is kept, and the next page opens with it", () => {
  const device = new Device();
  const { choose, keep, said } = panel(device);
  keep.agree();
  choose("theme", "dark");
  expect(said()).toBe("Kept.");
  expect(device.stored()?.settings).toEqual({ theme: "dark" });
  const next = panel(device);
  expect(next.root.dataset.theme).toBe("dark");
  expect(next.isChosen("theme", "dark")).toBe(true);
  expect(next.isChosen("size", "")).toBe(true);
});

test("where nothing can be kept it is said, and the setting holds all the same", () => {
  const device = new Device();
  device.isForbidden = true;
  const { choose, root, said } = panel(device);
  choose("size", "largest");
  expect(root.dataset.size).toBe("largest");
  expect(said()).toBe("Cannot be kept.");
  const shared = panel(new Device(), { shared_device: true });
  shared.choose("size", "largest");
  expect(shared.said()).toBe("Cannot be kept.");
});

test("the first choice of a group takes the setting away", () => {
  const { choose, keep, root } = panel();
  choose("motion", "none");
  choose("motion", "");
  expect(root.dataset.motion).toBeUndefined();
  expect(keep.book().settings.motion).toBeUndefined();
});

test("back to normal leaves the voice that reads aloud as it was", () => {
  const { backToNormal, choose, isChosen, keep, root } = panel();
  keep.change((book) => ({ ...book, settings: { voice: "Martha", speed: 0.8 } }));
  choose("size", "large");
  choose("theme", "dark");
  backToNormal();
  expect(keep.book().settings).toEqual({ voice: "Martha", speed: 0.8 });
  expect([root.dataset.size, root.dataset.theme]).toEqual([undefined, undefined]);
  expect(isChosen("size", "")).toBe(true);
});

test("a setting changed in another tab shows here too", () => {
  const device = new Device();
  const { isChosen, keep, root } = panel(device);
  keep.agree();
  panel(device).choose("size", "large");
  expect(root.dataset.size).toBe("large");
  expect(isChosen("size", "large")).toBe(true);
});
