/** Says things to people who listen to the page, politely: the region stands in the page from the start. */

export interface Teller {
  /** Say something that is not seen where the reader looks. */
  say(text: string): void;
  /** Show and say a line at the top; empty takes it away. */
  notice(text: string): void;
}

export function tellerOf(page: Document): Teller {
  const spoken = page.getElementById("pw-spoken");
  const notice = page.getElementById("pw-notice");
  return {
    say(text) {
      // The same words twice are news twice.
      spoken?.replaceChildren(page.createElement("span"));
      if (spoken?.firstElementChild) spoken.firstElementChild.textContent = text;
    },
    notice(text) {
      if (notice && notice.textContent !== text) notice.textContent = text;
    },
  };
}
