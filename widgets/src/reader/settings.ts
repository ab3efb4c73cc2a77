/** The panel of text settings: native radio buttons that take effect at once. */
import type { Settings } from "./keep/book";
import type { Keep, KeepState } from "./keep/keep";
import { type Site, say } from "./site";
import { WORN, type Worn, wear } from "./wear";

/** What is said about how long the settings hold. */
const HELD: Partial<Record<KeepState, string>> = { yes: "settings_kept", ask: "settings_open", no: "settings_open" };

/** Bring the panel to life, and keep what is chosen in the book. */
export function startSettings(page: Document, site: Site, keep: Keep): void {
  const form = page.querySelector<HTMLFormElement>(".pb-settings form");
  if (!form) return;
  const show = () => {
    const { settings } = keep.book();
    wear(page.documentElement, settings);
    for (const name of WORN) check(form, name, settings[name] ?? "");
  };
  const change = (edit: (settings: Settings) => Settings) => {
    const state = keep.change((book) => ({ ...book, settings: edit(book.settings) }));
    show();
    tell(form, say(site, HELD[state] ?? "settings_only_open"));
  };
  form.addEventListener("change", ({ target }) => {
    const { name, value } = target as HTMLInputElement;
    change((settings) => ({ ...settings, [name.slice(PREFIX.length)]: value || undefined }));
  });
  form.querySelector(".pb-settings-back")?.addEventListener("click", () => change(backToNormal));
  keep.watch(show);
  show();
}

const PREFIX = "pb-set-";

function radios(form: HTMLFormElement, name: Worn): NodeListOf<HTMLInputElement> {
  return form.querySelectorAll<HTMLInputElement>(`input[name="${PREFIX}${name}"]`);
}

function check(form: HTMLFormElement, name: Worn, value: string): void {
  for (const radio of radios(form, name)) radio.checked = radio.value === value;
}

/** The voice and its speed are no matter of this panel. */
function backToNormal(settings: Settings): Settings {
  const kept = { ...settings };
  for (const name of WORN) delete kept[name];
  return kept;
}

/** Said once: a status that does not change is not read out again. */
function tell(form: HTMLFormElement, text: string): void {
  const status = form.querySelector(".pb-settings-kept");
  if (status && status.textContent !== text) status.textContent = text;
}
