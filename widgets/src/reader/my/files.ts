/** Gives the reader a file. Nothing leaves the device for it. */
import { element } from "../../draw";

export function saveFile(page: Document, name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = element("a", { href: address, download: name, hidden: "" });
  page.body.append(link);
  link.click();
  link.remove();
  // Old browsers begin to read only after the press is over.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
