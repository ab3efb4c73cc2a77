"""An explanation never covers its word and never leaves the screen, for every word of the chapter."""

import pytest

from tests.browser.reading import DESK, NARROW

pytestmark = pytest.mark.hosts("website")

OPEN_EACH = """
async where => {
  const wrong = [];
  let words = 0;
  document.querySelector("main details.pb-words").open = true;
  const drawn = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  const look = (word, path) => {
    const popup = document.getElementById(word.getAttribute("aria-controls"));
    if (!popup) return wrong.push(`${path}: did not open`);
    const box = popup.getBoundingClientRect();
    if (box.left < 0 || box.right > innerWidth) wrong.push(`${path}: wider than the screen`);
    if (box.top < 0 || box.bottom > innerHeight) wrong.push(`${path}: higher than the screen`);
    if (box.height < 60) wrong.push(`${path}: only ${box.height} high`);
    if (popup.scrollWidth > popup.clientWidth) wrong.push(`${path}: its words are cut off`);
    for (const line of word.getClientRects()) {
      const isBeside = line.left >= box.right || box.left >= line.right;
      if (!isBeside && line.top < box.bottom && box.top < line.bottom) wrong.push(`${path}: covers its word`);
    }
    if (document.documentElement.scrollWidth > innerWidth) wrong.push(`${path}: the page scrolls sideways`);
    return popup;
  };
  for (const word of document.querySelectorAll("main a[aria-expanded]")) {
    if (!word.getClientRects().length) continue;
    words += 1;
    word.scrollIntoView({ block: where, behavior: "instant" });
    await drawn();
    word.focus({ preventScroll: true });
    const popup = look(word, word.textContent);
    const inside = popup && popup.querySelector("a[aria-expanded]");
    if (inside) {
      inside.focus({ preventScroll: true });
      look(inside, `${word.textContent} > ${inside.textContent}`);
    }
    document.activeElement.blur();
  }
  return { wrong, words };
}
"""


@pytest.mark.parametrize("screen", [NARROW, DESK], ids=["320", "1280"])
def test_no_explanation_covers_its_word_or_leaves_the_screen(reader, screen):
    page = reader.open(viewport=screen)
    for where in ("center", "end", "start"):
        found = page.evaluate(OPEN_EACH, where)
        assert found["wrong"] == [], f"with the word at the {where} of the screen"
        assert found["words"] > 40
