/** Says beside what somebody has just made whether it is kept, and lets them keep it there and then. */
import { element } from "../draw";
import type { Keep } from "./keep/keep";
import { type Site, say } from "./site";

export interface WayToKeep {
  el: HTMLElement;
  /** Say how things are, from now on after every change too. */
  show(): void;
}

/** Nothing is said until `show` is called: somebody who only reads need not be told. */
export function wayToKeep(site: Site, keep: Keep): WayToKeep {
  const el = element("p", { class: "pb-keeping" });
  const said = element("span", { role: "status" });
  const button = element("button", { type: "button", class: "pb-act" }, say(site, "mine_keep"));
  button.hidden = true;
  el.append(said, " ", button);
  button.addEventListener("click", () => {
    said.tabIndex = -1;
    said.focus();
    keep.agree();
  });
  let isShown = false;
  const tell = () => {
    if (!isShown) return;
    const text = say(site, keep.state === "yes" ? "mine_kept" : "mine_open");
    if (said.textContent !== text) said.textContent = text;
    button.hidden = keep.state !== "ask" && keep.state !== "no";
  };
  keep.watch(tell);
  return {
    el,
    show() {
      isShown = true;
      tell();
    },
  };
}
