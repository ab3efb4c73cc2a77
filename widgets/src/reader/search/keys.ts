/** Keys on the search page: Enter goes to the results, arrows through them and back to the field. */

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** Listen to keys. Enter before there is anything to go to is done when `ready` is called. */
export function walkResults(form: HTMLFormElement, field: HTMLInputElement, results: HTMLElement): { ready(): void } {
  let isReady = false;
  let isWaiting = false;
  const stops = () => [...results.querySelectorAll<HTMLElement>("a, button")];
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (isReady) stops()[0]?.focus();
    else isWaiting = true;
  });
  const step = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (!by || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const all: HTMLElement[] = [field, ...stops()];
    const next = all[all.indexOf(event.target as HTMLElement) + by];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  field.addEventListener("keydown", step);
  results.addEventListener("keydown", step);
  return {
    ready() {
      isReady = true;
      if (isWaiting) stops()[0]?.focus();
    },
  };
}
