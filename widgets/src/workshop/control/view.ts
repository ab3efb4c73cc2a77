/** The parts of the control: one contract, one file for each part, one registry. */
import type { Facts } from "../facts";
import type { LedState } from "../state";
import type { Teller } from "../tell";

/** What parts are drawn with. */
export interface Desk {
  facts: Facts;
  teller: Teller;
  /** Press a button of the room. */
  act(action: string, details?: Record<string, unknown>): Promise<void>;
  /** Send something else to the server; a state that comes back is shown, and what went wrong is said. */
  send(address: string, content: unknown, method?: string): Promise<boolean>;
}

export interface Part {
  update(state: LedState): void;
}

/** Makes a part in its place on the page. */
export type MakePart = (place: HTMLElement, desk: Desk) => Part;
