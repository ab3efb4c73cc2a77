// Runs in the page before its own scripts. On each animation frame it looks whether there is text to read, whether a marked
// word explains itself, a question answers and the list of words can be searched, as far as the page has such, and reports
// all times once: milliseconds since navigation began, null for what the page does not have.
(wanted) => {
  if (window !== window.top || !location.protocol.startsWith("http")) return;
  const seen = {};
  const plain = (element) => element.textContent.replace(/\s+/g, " ").trim();

  const isShown = (element) =>
    element.offsetParent !== null && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

  const isInView = (element) => {
    const box = element.getBoundingClientRect();
    return box.height > 0 && box.bottom > 0 && box.top < innerHeight;
  };

  const looks = {
    text: () => {
      const shown = [document.querySelector("main h1"), document.querySelector("main :is(h1 + p, .pb-begin p, h1 ~ div p)")];
      return shown.every((each) => each && plain(each) !== "" && isShown(each) && isInView(each));
    },
    popup: () => {
      const word = document.querySelector("main a[aria-expanded]");
      if (!word) return false;
      word.click();
      const isOpen = document.querySelector(".pb-pop") !== null;
      if (isOpen) word.click();
      return isOpen;
    },
    quiz: () => {
      const button = [...document.querySelectorAll("button")].find((each) => plain(each) === wanted.check);
      if (!button || button.disabled || !isShown(button)) return false;
      const question = button.closest("[data-question]");
      const status = question.querySelector("[role=status]");
      question.querySelector("input[type=radio], input[type=checkbox]")?.click();
      button.click();
      return plain(status) !== "";
    },
    list: () => {
      const field = document.querySelector(".pb-find input");
      if (!field || !isShown(field)) return false;
      const type = (words) => {
        field.value = words;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      };
      type("biomarker");
      const isSearched = document.querySelector(".pb-terms dl > div[hidden]") !== null;
      type("");
      return isSearched;
    },
  };
  const parts = { popup: ".pb-words", quiz: ".pb-question", list: ".pb-terms" };

  const look = () => {
    const now = performance.now();
    const isWhole = document.readyState !== "loading";
    for (const [name, isThere] of Object.entries(looks)) {
      if (name in seen) continue;
      if (isThere()) seen[name] = now;
      else if (isWhole && parts[name] && !document.querySelector(parts[name])) seen[name] = null;
    }
    if (Object.keys(seen).length < Object.keys(looks).length) requestAnimationFrame(look);
    else window.benchSeen(JSON.stringify(seen));
  };
  requestAnimationFrame(look);
}
