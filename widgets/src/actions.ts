/**
 * The buttons under a question. They are made once; which of them can be seen changes. Python only keeps room for them: a
 * page without script shows no button that does nothing.
 */
import { element } from "./draw";

const ACTIONS = ["check", "again", "hint", "reveal"] as const;
export type Action = (typeof ACTIONS)[number];

export interface Actions {
  /** Show the buttons that have a name, hide those that have none. */
  offer(names: Record<Action, string | null>): void;
  focus(action: Action): void;
}

export function actionsFor(place: HTMLElement, run: Record<Action, () => void>): Actions {
  const buttons = Object.fromEntries(
    ACTIONS.map((action) => {
      const button = element("button", { type: "button", class: `pb-button pb-do-${action}` });
      button.addEventListener("click", (event) => {
        // A double press, easily made with unsteady hands, must not press the next button that stands there.
        if (event.detail < 2) run[action]();
      });
      return [action, button];
    }),
  ) as Record<Action, HTMLButtonElement>;
  place.replaceChildren(...Object.values(buttons));
  place.hidden = false;
  return {
    offer: (names) => {
      for (const action of ACTIONS) {
        buttons[action].hidden = names[action] === null;
        buttons[action].textContent = names[action];
      }
    },
    focus: (action) => buttons[action].focus(),
  };
}
