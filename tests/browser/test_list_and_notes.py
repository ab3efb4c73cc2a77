"""On a chapter's page: room for the list's buttons and the notes, however late their script comes."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.keeping import kept
from tests.browser.my_pages import CHAPTER_4, Fingers, asked, note, open_with, part
from tests.browser.reading import DESK, NARROW, PHONE
from tests.browser.test_targets import CONTROLS, SMALL

pytestmark = pytest.mark.hosts("website")

CHAPTER = f"en/{CHAPTER_4}.html"
SECTION = "when-a-result-misleads"
BOX = "Questions to ask your care team"
KEPT = {"list": asked("Who can I call at night?"), "notes": [note(SECTION, "Ask Dr. M. about it. " * 5)]}
HEIGHTS = """() => [...document.querySelectorAll("main article > section, .box-questions li")]
  .map(each => [each.textContent.slice(0, 40), Math.round(each.getBoundingClientRect().height)])"""
SETTINGS = [{}, {"size": "largest"}, {"spacing": "wider"}]


@pytest.mark.parametrize("settings", SETTINGS, ids=["as it is", "largest text", "wide spacing"])
@pytest.mark.parametrize("screen", [NARROW, DESK], ids=["320", "1280"])
def test_room_is_kept_for_what_the_script_brings(reader, screen, settings):
    page = open_with(reader, KEPT | {"settings": settings}, CHAPTER, viewport=screen)
    expect(page.get_by_role("button", name="Add to my list").first).to_be_visible()
    after = page.evaluate(HEIGHTS)
    page.route("**/assets/page.*.js", lambda _: None)
    page.reload(wait_until="commit")
    page.get_by_role("contentinfo").wait_for()
    page.evaluate("() => document.fonts.ready")
    expect(page.get_by_role("button", name="Add to my list")).to_have_count(0)
    before = page.evaluate(HEIGHTS)
    assert [height for _, height in before] == [height for _, height in after], (before, after)


def test_a_note_is_shown_under_its_section_opened_changed_and_removed(reader):
    page = open_with(reader, KEPT, CHAPTER, viewport=PHONE, has_touch=True, reduced_motion="reduce")
    own, place = Fingers(page), page.locator(f'section[aria-labelledby="{SECTION}"]')
    mine = place.get_by_role("button", name="My note on:")
    expect(place.locator(".pb-note-first")).to_contain_text("Ask Dr. M. about it.")
    own.press(mine)
    field = place.get_by_role("textbox")
    expect(field).to_be_focused()
    field.fill("Bring the letter.")
    expect(place.get_by_text("17 of 2000 letters")).to_be_visible()
    expect(place.get_by_text("Kept on this device only.")).to_be_visible()
    assert violations(page, "main") == []
    assert page.evaluate(SMALL, [CONTROLS, 44]) == []
    page.reload()
    own.press(mine)
    expect(field).to_have_value("Bring the letter.")
    own.press(place.get_by_role("button", name="Remove this note"))
    assert kept(page)["notes"] == []
    own.press(place.get_by_role("button", name="Put it back"))
    assert [each["text"] for each in kept(page)["notes"]] == ["Bring the letter."]


def test_before_a_yes_a_question_is_kept_by_a_button_beside_it(reader):
    page = reader.open(CHAPTER, viewport=PHONE, has_touch=True, reduced_motion="reduce")
    own, box = Fingers(page), part(page, BOX)
    own.press(box.get_by_role("button", name="Add to my list").first)
    expect(box.get_by_role("status")).to_have_text("Only until you leave this page.")
    expect(box.get_by_role("link", name="Open my list")).to_be_hidden()
    assert violations(page, "main") == []
    assert kept(page) is None
    own.press(box.get_by_role("button", name="Keep it on this device"))
    expect(box.get_by_role("status")).to_have_text("Kept on this device only.")
    expect(box.get_by_role("status")).to_be_focused()
    assert len(kept(page)["list"]) == 1
    expect(box.get_by_role("link", name="Open my list (1)")).to_be_visible()
