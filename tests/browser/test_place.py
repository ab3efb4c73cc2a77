"""Somebody closes the tab halfway through a chapter, and comes back to the same paragraph."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.hands import Hands
from tests.browser.keeping import agree, kept
from tests.browser.reading import DESK, HOME, PHONE
from tests.browser.test_layout_shift import MOST, MOVED, SETTLED, WATCH

pytestmark = pytest.mark.hosts("website")

CHAPTER_4 = "en/04-understand-how-to-personalise-each-individual-treatment.html"
TITLE = "Understand how to personalise each individual treatment"
HALFWAY = """
() => {
  const all = [...document.querySelectorAll("main article section > p")];
  const middle = all[Math.floor(all.length / 2)];
  middle.scrollIntoView();
  return middle.textContent.trim().slice(0, 60);
}
"""
LEAVE = "() => { window.dispatchEvent(new Event('scroll')); window.dispatchEvent(new Event('pagehide')); }"
READ_TO_THE_END = "() => window.scrollTo(0, document.documentElement.scrollHeight)"


def read_halfway(reader, **settings):
    """Read chapter 4 to its middle and close the tab; the browser, and the paragraph's first words."""
    page = reader.open(CHAPTER_4, **settings)
    agree(page)
    words = page.evaluate(HALFWAY)
    page.evaluate(LEAVE)
    context = page.context
    page.close()
    return context, words


def opened(reader, context, path):
    """The page in a new tab."""
    page = context.new_page()
    reader.behind.watch(page)
    page.goto(reader.address + path)
    return page


def expect_paragraph(page, words):
    """The paragraph stands under the bar, is marked, said, and has the focus."""
    here = page.locator(".pb-here")
    expect(here).to_be_focused()
    expect(here).to_contain_text(f"You were here. {words}")
    top = here.evaluate("each => each.getBoundingClientRect().top")
    assert 0 <= top < 160


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_the_start_page_leads_back_to_the_same_paragraph(reader, screen):
    context, words = read_halfway(reader, viewport=screen, reduced_motion="reduce")
    page = opened(reader, context, HOME)
    way = page.get_by_role("link", name="Continue where you were")
    expect(way).to_contain_text(TITLE)
    assert violations(page) == []
    Hands(page).reach(way)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{CHAPTER_4}")
    expect_paragraph(page, words)
    assert violations(page) == []


def test_a_chapter_opened_again_offers_the_way_and_does_not_jump(reader):
    context, words = read_halfway(reader, viewport=PHONE)
    page = opened(reader, context, CHAPTER_4)
    way = page.get_by_role("link", name="Go on where you were")
    expect(way).to_be_in_viewport()
    assert page.evaluate("scrollY") == 0
    way.press("Enter")
    expect_paragraph(page, words)
    page.goto(f"{reader.address}{CHAPTER_4}#key-points")
    page.reload()
    expect(page.get_by_role("heading", name="Key points")).to_be_in_viewport()
    expect(way).to_have_count(0)


def test_the_browser_finds_the_place_again_after_a_reload(reader):
    context, words = read_halfway(reader, viewport=PHONE)
    page = opened(reader, context, f"{CHAPTER_4}#pb-continue")
    expect_paragraph(page, words)
    before = page.evaluate("scrollY")
    page.reload()
    expect(page.get_by_text(words)).to_be_in_viewport()
    assert abs(page.evaluate("scrollY") - before) < 40


def test_a_section_is_read_when_its_end_has_been_in_view_and_the_start_page_says_how_many(reader):
    page = reader.open(CHAPTER_4, viewport=DESK)
    agree(page)
    contents = page.get_by_role("navigation", name="In this chapter")
    first = contents.get_by_role("link").first
    expect(first).not_to_contain_text("read")
    page.locator(".pb-end").first.scroll_into_view_if_needed()
    expect(first).to_contain_text("(read)")
    read = kept(page)["places"][CHAPTER_4]["read"]
    assert page.get_by_role("heading", level=2).first.get_attribute("id") in read
    page.goto(reader.address + HOME)
    chapters = page.get_by_role("region", name="Chapters").get_by_role("listitem")
    expect(chapters.filter(has_text=TITLE)).to_contain_text(f"{len(read)} of ")
    expect(chapters.first).to_contain_text("Not started")


@pytest.mark.parametrize("path", [HOME, CHAPTER_4])
@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_nothing_moves_when_the_way_back_comes_late(reader, path, screen):
    # Without the copy for offline use: what it answers cannot be held.
    context, _ = read_halfway(reader, viewport=screen, service_workers="block")
    reader.behind.complaints.clear()  # the browser tells that there is none
    page = context.new_page()
    page.add_init_script(WATCH)
    held = []

    def hold(route):
        held.append(route)

    page.route("**/page.*.js", hold)
    page.goto(reader.address + path, wait_until="commit")
    page.get_by_role("heading", level=1).wait_for()
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    assert len(held) == 1
    held[0].continue_()
    expect(page.get_by_role("link", name="where you were")).to_be_visible()
    page.evaluate(SETTLED)
    assert page.evaluate(MOVED) <= MOST, page.evaluate("shifts")
