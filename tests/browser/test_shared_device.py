"""A tablet that many readers share: it keeps nothing, asks nothing, and clears itself after a rest."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.hands import Hands
from tests.browser.keeping import agree, answer_a_question, asked, kept, verdict
from tests.browser.programs import SCRIPTS, Program, free_port
from tests.browser.reading import CHAPTER, HOME, PHONE, Reader
from tests.browser.test_privacy import NOTHING, STORED
from tests.browser.test_targets import SMALL

STAY = "I am still reading"


@pytest.fixture(scope="module")
def tablet(chromium, guide):
    """Somebody at a guide that is served for a shared device."""
    port = free_port()
    program = Program([SCRIPTS / "patientbook", "serve", guide, "--port", str(port), "--shared-device"], guide)
    program.wait_for("The guide is open at")
    someone = Reader(chromium, f"http://127.0.0.1:{port}/")
    yield someone
    someone.leave()
    program.stop()
    assert someone.behind.complaints == []


@pytest.fixture
def page(tablet):
    """A chapter with an answered question; the page's time passes only when the test says so."""
    shown = tablet.open(HOME, viewport=PHONE)
    shown.clock.install()
    shown.goto(tablet.address + CHAPTER)
    answer_a_question(shown)
    return shown


def warning(page):
    return page.get_by_role("alertdialog", name="Are you still reading?")


def test_nothing_is_asked_and_nothing_kept(page):
    expect(asked(page)).to_be_hidden()
    page.clock.run_for(5000)
    assert page.evaluate(STORED) == NOTHING


def test_after_a_rest_the_page_is_cleared_for_the_next_reader_also_on_the_way_back(page, tablet):
    page.clock.run_for(121_000)
    expect(warning(page)).to_be_visible()
    expect(page.get_by_role("button", name=STAY)).to_be_focused()
    assert violations(page) == []
    assert page.evaluate(SMALL, [".pb-dialog button", 44]) == []
    page.clock.run_for(60_000)
    page.wait_for_url(tablet.address + HOME)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    if page.url.endswith(CHAPTER):
        expect(verdict(page)).to_be_empty()
        assert page.locator("main input:checked").count() == 0


def test_somebody_who_is_still_there_says_so_as_often_as_they_like(page):
    hands = Hands(page)
    for press in (lambda: hands.press("Enter"), lambda: hands.press("Escape"), lambda: hands.press("Enter")):
        page.clock.run_for(121_000)
        expect(warning(page)).to_be_visible()
        press()
        expect(warning(page)).to_have_count(0)
    expect(verdict(page)).not_to_be_empty()


def test_staff_share_a_browser_by_an_address_that_asks_first(reader):
    page = reader.open()
    agree(page)
    answer_a_question(page)
    page.goto(f"{reader.address}{HOME}?shared-device=on")
    dialog = page.get_by_role("dialog", name="Do many readers use this browser?")
    expect(dialog).to_be_visible()
    assert violations(page) == []
    dialog.get_by_role("button", name="No, change nothing").press("Enter")
    page.wait_for_url(reader.address + HOME)
    assert kept(page) is not None
    page.goto(f"{reader.address}{HOME}?shared-device=on")
    dialog.get_by_role("button", name="Yes, share it").press("Enter")
    page.wait_for_url(reader.address + HOME)
    page.goto(reader.address + CHAPTER)
    expect(verdict(page)).to_be_empty()
    expect(asked(page)).to_be_hidden()
    assert kept(page) is None
    page.goto(f"{reader.address}{HOME}?shared-device=off")
    page.get_by_role("button", name="Yes, by one reader").press("Enter")
    page.wait_for_url(reader.address + HOME)
    expect(asked(page)).to_be_visible()
    assert page.evaluate(STORED) == NOTHING
