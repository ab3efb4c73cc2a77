/** JupyterLab takes the arrows, Space, Enter and letters for the cell, unless what has the focus says that they are its own. */
export function keepKeys(root: HTMLElement): void {
  root.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLElement) target.dataset.lmSuppressShortcuts = "true";
  });
}
