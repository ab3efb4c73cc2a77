/** What a button sends, and what is said when it could not be done. */
import type { Facts } from "../facts";
import { send } from "../post";
import type { Teller } from "../tell";
import type { Desk } from "./view";

export interface Seen {
  /** The revision that is on the screen. */
  revision(): number;
  take(state: unknown): void;
}

export function makeDesk(page: Document, facts: Facts, teller: Teller, seen: Seen): Desk {
  const said = page.getElementById("pw-said");
  const tell = (text: string) => said?.replaceChildren(text);
  const post = async (address: string, content: unknown, method = "POST") => {
    const { isDone, message, content: told } = await send(address, content, facts.xsrf, method);
    tell(isDone ? "" : message || facts.words.say("not_reached"));
    const state = isDone ? told : told.state;
    if (state && typeof state === "object" && "revision" in state) seen.take(state);
    return isDone;
  };
  return {
    facts,
    teller,
    send: post,
    async act(action, details = {}) {
      await post(facts.to.actions ?? "", { action, revision: seen.revision(), ...details });
    },
  };
}
