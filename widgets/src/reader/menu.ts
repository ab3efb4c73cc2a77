/** The panels of the bar, menu and settings. They open and close without us; we close them when somebody has done with them. */

export function startPanels(page: Document): void {
  const panels = [...page.querySelectorAll<HTMLDetailsElement>(".pb-panel")];
  const shutOthers = (target: EventTarget | null) => {
    for (const panel of panels) if (panel.open && !panel.contains(target as Node)) panel.open = false;
  };
  for (const panel of panels) {
    panel.addEventListener("click", ({ target }) => {
      const chosen = (target as Element).closest("a[href], [data-closes]");
      if (chosen) shut(panel, chosen.hasAttribute("data-closes"));
    });
  }
  // A finger that scrolls the text behind a panel ends in `pointercancel`, so it may look at what a setting does.
  page.addEventListener("pointerup", ({ target }) => shutOthers(target));
  page.addEventListener("focusin", ({ target }) => shutOthers(target));
  page.addEventListener("keydown", (event) => {
    const open = panels.find((panel) => panel.open);
    if (event.key !== "Escape" || event.defaultPrevented || !open) return;
    event.preventDefault();
    shut(open, open.contains(page.activeElement) || page.activeElement === page.body);
  });
}

function shut(panel: HTMLDetailsElement, givesFocusBack: boolean): void {
  panel.open = false;
  if (givesFocusBack) panel.querySelector("summary")?.focus();
}
