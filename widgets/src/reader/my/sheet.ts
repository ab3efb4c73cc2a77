/** Prints one sheet and nothing else of the page (page/my.css). */

/** Put the sheet on paper. It is gone from the page when the printing is over. */
export function printSheet(page: Document, sheet: HTMLElement, view: Window = window): void {
  const root = page.documentElement;
  page.querySelector(".pb-print-sheet")?.remove();
  sheet.classList.add("pb-print-sheet");
  page.body.append(sheet);
  root.dataset.print = "sheet";
  const over = () => {
    sheet.remove();
    delete root.dataset.print;
  };
  view.addEventListener("afterprint", over, { once: true });
  view.print();
}
