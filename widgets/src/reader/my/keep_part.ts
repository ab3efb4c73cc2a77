/** Whether things are kept, with the switch; what shows in which state is in page/my.css. */
import { dayOf } from "../plan";
import { say } from "../site";
import type { Part } from "./contract";
import { find, focusOn, onDo } from "./drawing";
import { saveFile } from "./files";

export const showKeep: Part = (el, { page, site, keep, now }) => {
  const choices = [...el.querySelectorAll<HTMLInputElement>(".pb-my-switch input")];
  for (const choice of choices)
    choice.addEventListener("change", () => (choice.value === "agree" ? keep.agree() : keep.refuse()));
  onDo(el, "go-on", () => {
    keep.take(keep.book());
    focusOn(find(el, "h2"));
  });
  for (const save of el.querySelectorAll("[data-do=save-unread]"))
    save.addEventListener("click", () =>
      saveFile(page, say(site, "unread_name", { day: dayOf(now()) }), keep.unread() ?? "", "text/plain"),
    );
  find(el, ".pb-my-share").hidden = site.sharedDevice;
  return () => {
    for (const choice of choices) choice.checked = (choice.value === "agree") === (keep.state !== "no");
  };
};
