"""Dark, high contrast, forced colours and calm motion: everything can still be told apart."""

import pytest
from playwright.sync_api import expect

from tests.browser.answering import JUDGED, answer_right, answer_wrong, place_of
from tests.browser.axe import violations
from tests.browser.hands import Hands
from tests.browser.reading import PHONE
from tests.browser.words import popup, word

pytestmark = pytest.mark.hosts("website")

SINGLE = next(question for question in JUDGED if question.type == "single")
GROUND = "getComputedStyle(document.body).backgroundColor"
INK = "getComputedStyle(document.body).color"
CONTRAST = """
() => {
  const light = color => {
    const [r, g, b] = color.match(/[\\d.]+/g).slice(0, 3).map(each => each / 255)
      .map(each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = each => {
    for (let at = each; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if (!/^rgba\\(.*, 0\\)$/.test(color)) return color;
    }
    return "rgb(255, 255, 255)";
  };
  const low = [];
  for (const each of document.querySelectorAll("main :is(p, li, h1, h2, a, legend, button, .pb-text)")) {
    if (!each.checkVisibility()) continue;
    const [one, other] = [light(getComputedStyle(each).color), light(ground(each))].sort((a, b) => b - a);
    const ratio = (one + 0.05) / (other + 0.05);
    if (ratio < 7) low.push(`${ratio.toFixed(1)}: ${each.outerHTML.slice(0, 100)}`);
  }
  return low;
}
"""


def judged(page, *, right):
    """Answer a question and return where it stands."""
    place = place_of(page, SINGLE)
    place.get_by_role("radio").first.focus()
    (answer_right if right else answer_wrong)(Hands(page), place, SINGLE)
    place.get_by_role("button", name="Check my answer").press("Enter")
    return place


@pytest.mark.parametrize("right", [True, False], ids=["right", "wrong"])
def test_forced_colours_keep_borders_icons_and_the_verdict_in_words(reader, right):
    page = reader.open(viewport=PHONE, forced_colors="active")
    place = judged(page, right=right)
    status = place.get_by_role("status")
    expect(status).to_contain_text("That is right." if right else "Not quite.")
    chosen = place.locator("[data-mark]:not([data-mark=''])")
    expect(chosen).to_contain_text("Right" if right else "Not right")
    for drawing in (status.locator("svg").first, chosen.locator("svg")):
        expect(drawing).to_be_visible()
        assert drawing.evaluate("svg => getComputedStyle(svg).stroke") == page.evaluate(INK)
    for kind in (".pb-option", ".pb-button", ".pb-quiz", ".box-key-points", ".box-questions", ".box-not-known"):
        border = page.locator(kind).first.evaluate(
            "each => [getComputedStyle(each).borderTopStyle, getComputedStyle(each).borderTopColor]"
        )
        assert border[0] != "none"
        assert border[1] != page.evaluate(GROUND), kind


def test_forced_colours_keep_what_explains_a_word_apart_from_the_text(reader):
    page = reader.open(viewport=PHONE, forced_colors="active")
    word(page, "biomarker").click()
    border = popup(page, "Biomarker").evaluate(
        "each => [getComputedStyle(each).borderTopStyle, parseFloat(getComputedStyle(each).borderTopWidth)]"
    )
    assert border[0] == "solid"
    assert border[1] >= 1


def test_what_is_chosen_is_told_by_more_than_colour_in_forced_colours(reader):
    page = reader.open(viewport=PHONE, forced_colors="active")
    place = place_of(page, SINGLE)
    first, second = place.get_by_role("radio").all()[:2]
    first.check()
    looks = [each.screenshot() for each in (first, second)]
    assert looks[0] != looks[1]


def test_a_dark_page_is_dark_and_a_light_one_light(reader):
    assert reader.open(color_scheme="dark").evaluate(GROUND) == "rgb(18, 24, 28)"
    assert reader.open(color_scheme="light").evaluate(GROUND) == "rgb(251, 249, 245)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_more_contrast_on_request_is_at_least_7_to_1(reader, scheme):
    page = reader.open(viewport=PHONE, contrast="more", color_scheme=scheme)
    judged(page, right=False)
    assert page.evaluate(CONTRAST) == []
    assert violations(page, "main") == []


def test_nothing_moves_by_itself_where_calm_is_asked_for(reader):
    page = reader.open(viewport=PHONE, reduced_motion="reduce")
    word(page, "biomarker").click()
    judged(page, right=True)
    moving = page.evaluate("""() => [...document.querySelectorAll("*")].filter(each => {
      const { transitionDuration, animationName, animationDuration, scrollBehavior } = getComputedStyle(each);
      const animated = animationName === "none" ? 0 : parseFloat(animationDuration);
      const seconds = Math.max(...transitionDuration.split(",").map(parseFloat), animated);
      return seconds > 0.001 || scrollBehavior === "smooth";
    }).map(each => each.outerHTML.slice(0, 80))""")
    assert moving == []
    assert page.evaluate("document.getAnimations().length") == 0
