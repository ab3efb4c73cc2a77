// Runs in the page before its own scripts. On each animation frame it looks whether the chapter's lead sentence can be
// seen and whether the first question can be answered, and reports both times once: milliseconds since navigation began.
(wanted) => {
  if (window !== window.top || !location.protocol.startsWith("http")) return;
  const seen = { text: null, quiz: null };
  const plain = (element) => element.textContent.replace(/\s+/g, " ").trim();

  const isShown = (element) =>
    element.offsetParent !== null && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

  const isInView = (element) => {
    const box = element.getBoundingClientRect();
    return box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  };

  const hasText = () =>
    [...document.querySelectorAll("p")].some((each) => plain(each).includes(wanted.lead) && isShown(each) && isInView(each));

  const answers = () => {
    const button = [...document.querySelectorAll("button")].find((each) => plain(each) === wanted.check);
    if (!button || button.disabled || !isShown(button)) return false;
    const question = button.closest("[data-question]");
    const status = question.querySelector("[role=status]");
    if (plain(status) === "") {
      question.querySelector("input[type=radio], input[type=checkbox]")?.click();
      button.click();
    }
    return plain(status) !== "";
  };

  const look = () => {
    const now = performance.now();
    if (seen.text === null && hasText()) seen.text = now;
    if (seen.quiz === null && answers()) seen.quiz = now;
    if (seen.text === null || seen.quiz === null) requestAnimationFrame(look);
    else window.benchSeen(JSON.stringify(seen));
  };
  requestAnimationFrame(look);
}
