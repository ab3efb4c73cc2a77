/** A quiet line over the page's foot, with buttons: something is new, and nothing has to be done about it. */
import { element } from "../draw";

export interface Way {
  label: string;
  act: () => void;
}

export interface News {
  /** Say this, in place of what was said. The last of the ways is to leave it. */
  tell(text: string, ways: Way[]): void;
  hide(): void;
}

/** The line stands in the page before it says anything, so that it is spoken. */
export function newsIn(page: Document): News {
  const el = element("div", { class: "pb-news" });
  const said = element("p", { role: "status" });
  const row = element("p", { class: "pb-news-ways" });
  el.append(said, row);
  const notice = page.getElementById("pb-notice");
  if (notice) notice.after(el);
  else page.body.append(el);

  const change = (text: string, ways: Way[]) => {
    const hadFocus = el.contains(page.activeElement);
    said.textContent = text;
    row.replaceChildren(...ways.flatMap((way) => [button(way), " "]));
    el.toggleAttribute("data-shown", text !== "");
    page.documentElement.toggleAttribute("data-news", text !== "");
    if (hadFocus) (row.querySelector("button") ?? page.getElementById("content"))?.focus({ preventScroll: true });
  };
  return { tell: change, hide: () => change("", []) };
}

function button({ label, act }: Way): HTMLButtonElement {
  const made = element("button", { type: "button", class: "pb-act" }, label);
  made.addEventListener("click", act);
  return made;
}
