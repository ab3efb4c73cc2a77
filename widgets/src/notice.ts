/** The quiet line that says that something has gone. It stands in the page from the start, so that it is spoken. */

export const NOTICE = "pb-notice";

/** Several can be gone at once; the first of these is told. */
const ORDER = ["gone", "kernelGone"] as const;
export type Loss = (typeof ORDER)[number];

const lost = new WeakMap<Element, Set<Loss>>();

/** Whether the whole guide is on the device (`reader/offline.ts`). */
export function isKept(page: Document): boolean {
  return page.documentElement.dataset.copy === "whole";
}

/**
 * Say, or take back, that something has gone. What is said stands in `data-gone`, `data-kernel-gone`, `data-back`. Where the
 * guide is on the device it stands in `data-gone-kept`, and is taken away when it is told again: nothing need be done about it.
 */
export function tellLoss(page: Document, loss: Loss, isLost: boolean): void {
  const notice = page.getElementById(NOTICE);
  if (!notice) return;
  const losses = lost.get(notice) ?? new Set<Loss>();
  lost.set(notice, losses);
  const hadIt = losses.has(loss);
  if (isLost) losses.add(loss);
  else losses.delete(loss);
  const told = ORDER.find((each) => losses.has(each));
  const kept = isKept(page) ? notice.dataset[`${told}Kept`] : undefined;
  if (told && kept) say(notice, told, hadIt && isLost ? "" : kept);
  else if (told) say(notice, told, notice.dataset[told]);
  else if (hadIt) say(notice, "back", notice.dataset.back);
  else say(notice, "", "");
}

function say(notice: HTMLElement, state: string, text = ""): void {
  notice.dataset.state = state;
  if (notice.textContent !== text) notice.textContent = text;
}
