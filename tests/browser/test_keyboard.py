"""The whole page with the Tab key: in order, always seen, never caught."""

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.browser.reading import CHAPTER, DESK, GLOSSARY, HOME, PHONE
from tests.browser.words import is_focused

pytestmark = pytest.mark.hosts("website", "folder")

MOST_STEPS = 3000
FOCUSED = """
() => {
  const here = document.activeElement;
  if (here === document.body) return null;
  const style = getComputedStyle(here), box = here.getBoundingClientRect();
  const isShown = (of) => of.outlineStyle !== "none" && parseFloat(of.outlineWidth) >= 2 || of.boxShadow !== "none";
  const label = here.closest("label"), text = here.parentElement.querySelector(".pb-text");
  const parts = [...here.getClientRects()];
  const seen = parts.some(part => {
    const x = (Math.max(0, part.left) + Math.min(innerWidth, part.right)) / 2, y = (part.top + part.bottom) / 2;
    const top = document.elementFromPoint(x, y);
    return top && (here.contains(top) || top.contains(here) && top.closest("label") === label && label);
  });
  window.pbSeen ??= new Map();
  if (!pbSeen.has(here)) pbSeen.set(here, pbSeen.size);
  const words = here.getAttribute("aria-label") || here.textContent || here.value || "";
  return {
    name: `${here.tagName} ${words.trim().slice(0, 40)}`,
    number: pbSeen.get(here),
    isMarked: isShown(style) || Boolean(text && isShown(getComputedStyle(text, "::after"))),
    isSeen: seen,
    isInPopup: Boolean(here.closest(".pb-pop")),
    top: box.top + scrollY,
    left: box.left,
    column: here.closest("header, nav, main, footer")?.tagName ?? "",
  };
}
"""
STOPS = """
() => {
  const usable = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
    .filter(each => each.checkVisibility({ visibilityProperty: true }) && !each.disabled && !each.closest(".pb-pop"));
  const groups = new Set(usable.map(each => each.type === "radio" ? each.name : each));
  return groups.size; // Tab stops once at each group of radio buttons
}
"""


def walk(page):
    """Every stop of the Tab key, from the first to the last."""
    stops = []
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None or (stops and stop["number"] == 0):
            return stops
        stops.append(stop)
    raise AssertionError(f"{MOST_STEPS} steps with Tab did not lead through the page: {stops[-5:]}")


@pytest.mark.parametrize(("path", "screen"), [(HOME, DESK), (CHAPTER, PHONE), (CHAPTER, DESK), (GLOSSARY, PHONE)])
def test_tab_leads_through_the_whole_page_in_order_and_is_always_seen(reader, path, screen):
    page = reader.open(path, viewport=screen)
    expected = page.evaluate(STOPS)
    stops = walk(page)
    assert [stop["name"] for stop in stops if not stop["isMarked"]] == [], "where the focus is must be drawn"
    assert [stop["name"] for stop in stops if not stop["isSeen"]] == [], "nothing may lie over what has the focus"
    assert len({stop["number"] for stop in stops}) == len(stops), "nothing comes twice"
    in_text = [stop for stop in stops if stop["column"] == "MAIN" and not stop["isInPopup"]]
    upwards = [
        after["name"]
        for before, after in pairwise(in_text)
        if after["top"] < before["top"] - 30 and after["left"] <= before["left"]  # the next column starts further up
    ]
    assert upwards == [], "the order is that of the page"
    assert len([stop for stop in stops if not stop["isInPopup"]]) == expected, "whatever can be used can be reached"


def test_only_what_keys_can_reach_listens_to_the_mouse(reader):
    page = reader.open()
    strangers = page.locator(
        "[onclick], [onmousedown], [tabindex]:not([tabindex='0'], [tabindex='-1']), [title], [accesskey]"
    )
    assert strangers.evaluate_all("all => all.map(each => each.outerHTML)") == []
    pointing = """() => [...document.querySelectorAll("body *")]
      .filter(each => getComputedStyle(each).cursor === "pointer")
      .filter(each => !each.closest("a[href], button, input, select, summary, label"))
      .map(each => each.outerHTML)"""
    assert page.evaluate(pointing) == []


@pytest.mark.parametrize("path", [HOME, CHAPTER, GLOSSARY])
def test_the_skip_link_comes_first_and_leads_past_the_menu(reader, path):
    page = reader.open(path)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the text")
    assert is_focused(skip)
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_menu_opens_leads_on_and_closes_with_the_keyboard(reader):
    page = reader.open(viewport=PHONE)
    menu = page.get_by_role("banner").get_by_text("Menu", exact=True)
    chapters = page.get_by_role("banner").get_by_role("navigation", name="Chapters")
    for _ in ("the link to the text", "the guide's name", "the menu"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(chapters).to_be_visible()
    page.keyboard.press("Enter")
    expect(chapters).to_be_hidden()
    page.keyboard.press(" ")
    expect(menu).to_be_visible()
    here = chapters.get_by_role("link", name="What is personalised medicine?")
    expect(here).to_have_attribute("aria-current", "page")
    while not is_focused(chapters.get_by_role("link", name="Glossary of terms")):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('header') !== null")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Glossary of terms")
