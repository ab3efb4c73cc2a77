"""Narrow screens, great enlargement and wide spacing: nothing is cut off, nothing scrolls sideways."""

import pytest
from playwright.sync_api import expect

from tests.browser.answering import JUDGED, answer_wrong, place_of
from tests.browser.hands import Hands
from tests.browser.reading import CHAPTER, DESK, GLOSSARY, HOME, NARROW, NOT_HERE, PHONE
from tests.browser.words import popup, word

pytestmark = pytest.mark.hosts("website", "folder")

ENLARGED = {"width": 320, "height": 256}  # 1280 × 1024 at 400 %, WCAG 1.4.10
SPACED = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""  # WCAG 1.4.12
TWICE = "html { font-size: 200% !important; }"  # WCAG 1.4.4
CUT_OFF = """
() => {
  const wrong = [];
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) wrong.push(`the page is ${page.scrollWidth} wide`);
  for (const each of document.querySelectorAll("body *")) {
    const isForEars = each.closest("svg, .pb-spoken, .pb-skip, .pb-hidden");
    const isField = each.matches("input, textarea"); // it scrolls its own text
    if (isForEars || !each.checkVisibility({ visibilityProperty: true })) continue;
    const style = getComputedStyle(each), box = each.getBoundingClientRect();
    const hides = ["hidden", "clip"].includes(style.overflowX) || ["hidden", "clip"].includes(style.overflowY);
    if (hides && !isField && (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1))
      wrong.push(`cut off: ${each.outerHTML.slice(0, 120)}`);
    if (box.width && (box.right > page.clientWidth + 1 || box.left < -1))
      wrong.push(`beside the screen: ${each.outerHTML.slice(0, 120)}`);
    const canScroll = !isField && style.display !== "inline" && style.overflowX !== "visible";
    if (canScroll && each.scrollWidth > each.clientWidth + 1)
      wrong.push(`scrolls sideways: ${each.outerHTML.slice(0, 120)}`);
  }
  return wrong;
}
"""
WAYS = {
    "320 px wide": (NARROW, ""),
    "400 % zoom": (ENLARGED, ""),
    "wide spacing at 320 px": (NARROW, SPACED),
    "wide spacing at 1280 px": (DESK, SPACED),
    "200 % text at 390 px": (PHONE, TWICE),
    "200 % text at 1280 px": (DESK, TWICE),
}


@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_cut_off_or_scrolls_sideways(reader, way):
    screen, style = WAYS[way]
    page = reader.open(HOME, viewport=screen, reduced_motion="reduce", bypass_csp=True)
    is_served = reader.address.startswith("http")
    for path in (HOME, GLOSSARY, *([NOT_HERE] if is_served else []), CHAPTER):
        page.goto(reader.address + path)
        if style:
            page.add_style_tag(content=style)
        assert page.evaluate(CUT_OFF) == [], path
    reader.behind.complaints.clear()  # the browser tells itself that one answer was 404
    answer_all_wrong(page)
    assert page.evaluate(CUT_OFF) == [], "with every answer explained"
    word(page, "gene").click()
    popup(page, "Gene").get_by_role("button").first.click()
    expect(page.locator(".pb-pop")).to_have_count(2)
    assert page.evaluate(CUT_OFF) == [], "with two explanations open"


def answer_all_wrong(page):
    for question in JUDGED:
        place = place_of(page, question)
        place.locator("input, select, .pb-ask button").first.focus()
        answer_wrong(Hands(page), place, question)
        place.get_by_role("button", name="Check my answer").press("Enter")


def test_the_bar_leaves_room_to_read_on_a_greatly_enlarged_screen(reader):
    page = reader.open(CHAPTER, viewport=ENLARGED)
    page.get_by_role("heading", name="Key points").scroll_into_view_if_needed()
    covered = """each => {
      const { top, bottom } = each.getBoundingClientRect();
      return Math.min(bottom, innerHeight) - Math.max(top, 0);
    }"""
    assert page.get_by_role("banner").evaluate(covered) <= ENLARGED["height"] / 4
