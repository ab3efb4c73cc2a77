"""The bar, its panels and the chapter's contents: within reach, by keyboard, and never in front of what one reads."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.reading import CHAPTER, DESK, HOME, NARROW, PHONE
from tests.browser.test_narrow import ENLARGED
from tests.browser.test_targets import CONTROLS, SMALL
from tests.browser.words import is_focused

pytestmark = pytest.mark.hosts("website")

SEARCH = "en/search.html"
MY_PAGES = "en/my-pages.html"
TOOLS = ["Menu", "Search", "My pages", "Text settings"]
THUMB = 48
COVERED = """
() => {
  const bar = document.querySelector(".pb-tools").getBoundingClientRect();
  const covered = [];
  for (const each of document.querySelectorAll("main :is(a[href], button, input, select, summary)")) {
    if (!each.checkVisibility({ visibilityProperty: true })) continue;
    each.focus();
    const box = (each.closest("label") ?? each).getBoundingClientRect();
    if (box.bottom > bar.top + 1 && box.height < bar.top) covered.push(each.outerHTML.slice(0, 100));
  }
  return covered;
}
"""


def tool(page, name):
    """A tool of the bar by its word."""
    return page.get_by_role("banner").locator(".pb-tools").get_by_text(name, exact=True)


def chapters(page):
    return page.get_by_role("banner").get_by_role("navigation", name="Chapters")


def edges(place):
    box = place.bounding_box()
    return round(box["x"]), round(box["x"] + box["width"])


def test_bar_contents_text_and_foot_line_up_on_a_wide_screen(reader):
    page = reader.open(CHAPTER, viewport=DESK)
    left = edges(page.locator(".pb-name"))[0]
    right = edges(tool(page, "Text settings"))[1]
    assert edges(page.get_by_role("navigation", name="In this chapter"))[0] == left
    assert edges(page.get_by_role("main"))[1] == right
    page.goto(reader.address + HOME)
    assert edges(page.get_by_role("heading", level=1))[0] == left
    assert edges(page.locator(".pb-foot p").get_by_text("This guide informs"))[0] in (left, left - 16)


def test_every_tool_has_a_word_and_leads_somewhere(reader):
    page = reader.open(CHAPTER, viewport=PHONE)
    words = page.locator(".pb-tools").locator("> a, > details > summary").all_inner_texts()
    assert words == TOOLS
    for name, path in (("Search", SEARCH), ("My pages", MY_PAGES)):
        tool(page, name).click()
        page.wait_for_url(f"**/{path}")
        expect(page.locator(".pb-tools").get_by_role("link", name=name)).to_have_attribute("aria-current", "page")


def test_on_a_phone_the_tools_stay_at_the_lower_edge_and_the_title_scrolls_away(reader):
    page = reader.open(CHAPTER, viewport=PHONE, has_touch=True)
    page.get_by_role("heading", name="Key points").scroll_into_view_if_needed()
    expect(page.locator(".pb-name")).not_to_be_in_viewport()
    for name in TOOLS:
        box = tool(page, name).locator("xpath=ancestor-or-self::*[self::a or self::summary]").bounding_box()
        assert box["height"] >= THUMB
        assert box["width"] >= THUMB
        assert box["y"] + box["height"] <= PHONE["height"]
        assert box["y"] >= PHONE["height"] - 80


@pytest.mark.parametrize("screen", [ENLARGED, {"width": 844, "height": 390}], ids=["400 %", "phone on its side"])
def test_on_a_low_screen_the_bar_scrolls_away_and_its_panels_can_be_read_to_their_end(reader, screen):
    page = reader.open(CHAPTER, viewport=screen)
    for name, last in (("Menu", chapters(page).get_by_role("link").last), ("Text settings", done(page))):
        tool(page, name).click()
        last.scroll_into_view_if_needed()
        expect(last).to_be_in_viewport(ratio=0.9)
        page.keyboard.press("Escape")
    page.get_by_role("heading", name="Key points").scroll_into_view_if_needed()
    expect(page.get_by_role("banner")).not_to_be_in_viewport()


def done(page):
    return page.get_by_role("button", name="Done")


@pytest.mark.parametrize("screen", [PHONE, NARROW, DESK], ids=["390", "320", "1280"])
def test_what_has_the_focus_is_never_behind_the_bar(reader, screen):
    page = reader.open(CHAPTER, viewport=screen)
    if screen is not DESK:
        assert page.evaluate(COVERED) == []
        return
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    hidden = """each => {
      each.focus();
      const bar = document.querySelector(".pb-bar").getBoundingClientRect();
      return each.getBoundingClientRect().top < bar.bottom;
    }"""
    for link in reversed(page.get_by_role("main").get_by_role("button", name="Check my answer").all()):
        assert not link.evaluate(hidden)


def test_the_menu_closes_on_escape_with_the_focus_back_and_on_leaving_it(reader):
    page = reader.open(CHAPTER, viewport=PHONE)
    menu = page.locator(".pb-menu > summary")
    menu.press("Enter")
    expect(chapters(page)).to_be_visible()
    chapters(page).get_by_role("link").nth(2).focus()
    page.keyboard.press("Escape")
    expect(chapters(page)).to_be_hidden()
    assert is_focused(menu)
    menu.press("Enter")
    for _ in range(chapters(page).get_by_role("link").count() + 1):
        page.keyboard.press("Tab")
    assert is_focused(page.locator(".pb-tools").get_by_role("link", name="Search"))
    expect(chapters(page)).to_be_hidden()
    tool(page, "Menu").click()
    page.mouse.click(200, 100)
    expect(chapters(page)).to_be_hidden()


def test_one_panel_is_open_at_a_time(reader):
    page = reader.open(CHAPTER, viewport=DESK)
    tool(page, "Menu").click()
    tool(page, "Text settings").click()
    expect(chapters(page)).to_be_hidden()
    expect(page.get_by_role("form", name="Text settings")).to_be_visible()


def test_the_menu_opens_and_settings_do_not_offer_themselves_without_javascript(reader):
    page = reader.open(CHAPTER, viewport=PHONE, java_script_enabled=False)
    tool(page, "Menu").click()
    expect(chapters(page).get_by_role("link", name="Glossary of terms")).to_be_visible()
    expect(tool(page, "Text settings")).to_be_hidden()


def test_the_contents_follow_and_move_nothing_but_themselves(reader):
    page = reader.open(CHAPTER, viewport={"width": 1280, "height": 600})
    contents = page.get_by_role("navigation", name="In this chapter")
    links = contents.get_by_role("link").all()
    here = contents.locator("[aria-current=true]")
    for number, link in enumerate(links, 1):
        link.click()
        expect(link).to_have_attribute("aria-current", "true")
        expect(here).to_have_count(1)
        expect(here).to_be_in_viewport(ratio=0.9)
        expect(contents).to_contain_text(f"Section {number} of {len(links)}")
        top = page.evaluate(
            "id => document.getElementById(id).getBoundingClientRect().top", link.get_attribute("href")[1:]
        )
        assert 0 <= top < 600
    page.evaluate("scrollTo(0, 0)")
    expect(here).to_have_count(0)


def test_on_a_phone_the_contents_are_closed_after_the_opening(reader):
    page = reader.open(CHAPTER, viewport=PHONE)
    contents = page.get_by_role("main").get_by_role("navigation", name="In this chapter")
    expect(contents.get_by_role("link")).to_have_count(0)
    contents.get_by_text("In this chapter").click()
    contents.get_by_role("link", name="Key points").click()
    expect(page.get_by_role("heading", name="Key points")).to_be_in_viewport()


@pytest.mark.parametrize("screen", [NARROW, DESK], ids=["320", "1280"])
def test_every_control_of_every_page_is_large_enough_with_the_panels_open_too(reader, screen):
    paths = reader.pages()
    page = reader.open(HOME, viewport=screen)
    for path in paths:
        page.goto(reader.address + path)
        assert (path, page.evaluate(SMALL, [CONTROLS, 44])) == (path, [])
        for name in ("Menu", "Text settings"):
            tool(page, name).click()
            within = ".pb-sheet :is(a, button, input)"
            assert (path, page.evaluate(SMALL, [within, 44])) == (path, [])


@pytest.mark.parametrize("screen", [NARROW, DESK], ids=["320", "1280"])
def test_axe_finds_nothing_with_the_menu_open(reader, screen):
    page = reader.open(CHAPTER, viewport=screen)
    tool(page, "Menu").click()
    expect(chapters(page)).to_be_visible()
    assert violations(page) == []
