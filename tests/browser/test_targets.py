"""What is pressed is large enough for unsteady hands."""

import pytest

from tests.browser.answering import JUDGED, answer_wrong, place_of
from tests.browser.hands import Hands
from tests.browser.reading import CHAPTER, GLOSSARY, HOME, NARROW, PHONE

pytestmark = pytest.mark.hosts("website")

SMALL = """
([selector, least]) => [...document.querySelectorAll(selector)]
  .filter(each => each.checkVisibility({ visibilityProperty: true }) && !each.classList.contains("pb-skip"))
  .map(each => {
    const target = each.matches("input[type=radio], input[type=checkbox]") ? each.closest("label") : each;
    return [target.getBoundingClientRect(), target.outerHTML.slice(0, 120)];
  })
  .filter(([box]) => box.width < least - 0.5 || box.height < least - 0.5)
  .map(([box, html]) => `${Math.round(box.width)} × ${Math.round(box.height)}: ${html}`)
"""
CONTROLS = "button, input, select, summary, nav a, header a, .pb-name"
IN_TEXT = "main a[href]"


@pytest.mark.parametrize("path", [HOME, CHAPTER, GLOSSARY])
@pytest.mark.parametrize("screen", [NARROW, {"width": 1280, "height": 900}], ids=["320", "1280"])
def test_every_control_is_at_least_44_pixels_wide_and_high(reader, path, screen):
    page = reader.open(path, viewport=screen)
    assert page.evaluate(SMALL, [CONTROLS, 44]) == []
    page.get_by_text("Menu", exact=True).click()
    assert page.evaluate(SMALL, ["header nav a", 44]) == []


def test_what_appears_beside_an_answer_is_large_enough_too(reader):
    page = reader.open(viewport=PHONE)
    for question in JUDGED:
        place = place_of(page, question)
        place.locator("input, select, .pb-ask button").first.focus()
        answer_wrong(Hands(page), place, question)
        place.get_by_role("button", name="Check my answer").press("Enter")
    assert page.evaluate(SMALL, [CONTROLS, 44]) == []


@pytest.mark.parametrize("path", [CHAPTER, GLOSSARY])
def test_links_in_running_text_are_high_enough_to_be_hit(reader, path):
    page = reader.open(path, viewport=NARROW)
    line = "all => all.map(each => parseFloat(getComputedStyle(each).lineHeight)).filter(height => height < 24)"
    assert page.locator(IN_TEXT).evaluate_all(line) == []
