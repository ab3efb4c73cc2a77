/** On chapter pages: a button on each question of the box "to take along", which puts it on my list. */
import { element } from "../draw";
import { idOf, plainText, withAsked, withoutAsked } from "./asked";
import type { Asked } from "./keep/book";
import type { Keep } from "./keep/keep";
import { wayToKeep } from "./keeping";
import { type Site, say } from "./site";

/** Give each question its button. Returns how to stop. */
export function startList(page: Document, site: Site, keep: Keep): () => void {
  if (site.kind !== "chapter") return () => undefined;
  const stops = [...page.querySelectorAll<HTMLElement>(".box-questions")].map((box) => offer(box, site, keep));
  return () => {
    for (const stop of stops) stop();
  };
}

function offer(box: HTMLElement, site: Site, keep: Keep): () => void {
  const heading = box.getAttribute("aria-labelledby") ?? "";
  const way = wayToKeep(site, keep);
  const shows = [...box.querySelectorAll<HTMLElement>("li")].map((item) => {
    const text = plainText(item);
    const asked = { id: idOf(site.page, text), text, from: { page: site.page, heading } };
    return addButton(item, asked, keep, site, () => {
      item.append(way.el);
      way.show();
    });
  });
  if (!shows.length) return () => undefined;
  const link = element("a", { href: `${site.base}${site.language}/my-pages.html#my-list` });
  const line = element("div", { class: "pb-list-open" });
  line.append(link);
  box.querySelector(".box-body")?.append(line);
  box.dataset.offered = "";
  const show = () => {
    for (const each of shows) each();
    link.textContent = say(site, "list_open", { count: keep.book().list.length });
  };
  show();
  return keep.watch(show);
}

/** Returns what shows whether the question is on the list. `done` is called when the button was pressed. */
function addButton(item: HTMLElement, asked: Asked, keep: Keep, site: Site, done: () => void): () => void {
  const button = element("button", { type: "button", class: "pb-act pb-list-add" });
  const isOn = () => keep.book().list.some(({ id }) => id === asked.id);
  button.addEventListener("click", () => {
    keep.change(isOn() ? withoutAsked(asked.id) : withAsked(asked));
    done();
  });
  item.append(button);
  item.dataset.offered = "";
  return () => {
    const on = isOn();
    button.setAttribute("aria-pressed", String(on));
    button.setAttribute("aria-label", say(site, on ? "list_on_named" : "list_add_named", { question: asked.text }));
    button.textContent = say(site, on ? "list_on" : "list_add");
  };
}
