"""A chapter is read aloud by the device's own voices, sentence by sentence, and led from a strip."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.hands import Hands
from tests.browser.reading import CHAPTER, DESK, HOME, NARROW, PHONE
from tests.browser.voices import FOREIGN, OTHER, OWN, REMOTE, WITHOUT, end_sentence, give_voices, said

pytestmark = pytest.mark.hosts("website")

MARKED = "() => [...(CSS.highlights.get('pb-aloud') ?? [])].map(range => range.toString())"
IN_SIGHT = """() => {
  const [range] = CSS.highlights.get("pb-aloud");
  const { top, bottom } = range.getBoundingClientRect();
  return top >= 0 && bottom <= document.querySelector(".pb-aloud").getBoundingClientRect().top;
}"""
SMALL = """() => [...document.querySelectorAll(".pb-aloud :is(button, select)")]
  .map(each => each.getBoundingClientRect()).filter(({ width }) => width > 0)
  .filter(({ width, height }) => width < 44 || height < 44).length"""
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
TITLE = "What is personalised medicine?"
LEAD = "Two people can have cancer in the same part of the body and still need different treatment."


def open_with(reader, *voices, path=CHAPTER, **settings):
    """A page in a browser with these voices."""
    page = reader.open("healthz", **{"reduced_motion": "reduce", **settings})
    give_voices(page, *voices)
    page.goto(reader.address + path)
    reader.behind.complaints.clear()  # the browser looked for an icon of the health address
    return page


def start_of(page):
    return page.get_by_role("button", name="Read aloud", exact=True)


def strip_of(page):
    return page.get_by_role("region", name="Reading aloud")


def press(page, name):
    strip_of(page).get_by_role("button", name=name).click()


def begin(page):
    start_of(page).click()
    expect(strip_of(page).get_by_role("button", name="Pause")).to_be_focused()


def test_sentence_after_sentence_is_said_and_marked(reader):
    page = open_with(reader, OWN)
    begin(page)
    assert (said(page), page.evaluate(MARKED)) == ([TITLE], [TITLE])
    end_sentence(page)
    assert (said(page)[-1], page.evaluate(MARKED)) == (LEAD, [LEAD])


def test_back_forward_pause_and_going_on(reader):
    page = open_with(reader, OWN)
    begin(page)
    press(page, "Forward one sentence")
    press(page, "Pause")
    assert not page.evaluate("speechSynthesis.speaking")
    press(page, "Back one sentence")
    assert page.evaluate(MARKED) == [TITLE]
    press(page, "Forward one sentence")
    press(page, "Go on")
    assert said(page) == [TITLE, LEAD, LEAD]


def test_speed_and_voice_are_chosen_and_kept_on_the_next_page(reader):
    page = open_with(reader, OWN, OTHER)
    page.get_by_role("button", name="Yes, keep them here").click()
    begin(page)
    strip_of(page).get_by_role("combobox", name="Speed").select_option("0.8")
    strip_of(page).get_by_role("combobox", name="Voice").select_option("Ben")
    page.goto(reader.address + "en/02-personalisation-of-oncological-treatments.html")
    begin(page)
    now = page.evaluate("speechSynthesis.said.at(-1)")
    assert (now["voice"], now["speed"]) == ("Ben", 0.8)


def test_escape_stops_and_the_focus_stays_where_the_voice_was(reader):
    page = open_with(reader, OWN)
    begin(page)
    page.keyboard.press("Escape")
    expect(strip_of(page)).to_have_count(0)
    assert (page.evaluate("speechSynthesis.speaking"), page.evaluate(MARKED)) == (False, [])
    expect(page.get_by_role("heading", level=1)).to_be_focused()


def test_escape_belongs_to_a_word_that_is_explained_first(reader):
    page = open_with(reader, OWN)
    begin(page)
    word = page.get_by_role("button", name="Personalised medicine", exact=True).first
    word.press("Enter")
    expect(page.locator(".pb-pop")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(".pb-pop")).to_have_count(0)
    expect(strip_of(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(strip_of(page)).to_have_count(0)


def test_everything_works_by_keyboard(reader):
    page = open_with(reader, OWN)
    hands = Hands(page)
    hands.use(start_of(page))
    strip = strip_of(page)
    expect(strip.get_by_role("button", name="Pause")).to_be_focused()
    hands.use(strip.get_by_role("button", name="Forward one sentence"))
    hands.pick(strip.get_by_role("combobox", name="Speed"), "0.7")
    assert page.evaluate("speechSynthesis.said.at(-1).speed") == 0.7
    hands.use(strip.get_by_role("button", name="Stop"))
    expect(strip).to_have_count(0)


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["390", "1280"])
def test_the_page_follows_the_voice_but_takes_nobody_back_who_scrolled_on(reader, screen):
    page = open_with(reader, OWN, viewport=screen)
    begin(page)
    for _ in range(30):
        end_sentence(page)
        assert page.evaluate(IN_SIGHT)
    page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
    there = page.evaluate("scrollY")
    end_sentence(page)
    assert page.evaluate("scrollY") == there
    press(page, "Forward one sentence")
    assert page.evaluate(IN_SIGHT)


def test_reading_begins_where_the_reader_is(reader):
    page = open_with(reader, OWN, viewport=PHONE)
    heading = page.get_by_role("heading", name="Two kinds of test")
    heading.evaluate("each => each.scrollIntoView()")
    page.get_by_text("Text settings", exact=True).click()
    page.get_by_role("button", name="Read aloud from here").click()
    expect(strip_of(page)).to_be_visible()
    assert said(page) == ["Two kinds of test"]
    page.get_by_role("heading", name="Why it matters today").evaluate("each => each.scrollIntoView()")
    press(page, "Speed and voice")
    press(page, "Read from here")
    assert said(page)[-1] == "Why it matters today"


def test_answers_and_what_is_closed_are_not_said_to_the_end(reader):
    page = open_with(reader, OWN, path="en/02-personalisation-of-oncological-treatments.html")
    hidden = page.locator(".pb-survival-body p, .pb-answers .pb-explained li").all_text_contents()
    assert len(hidden) > 5
    begin(page)
    page.evaluate("() => { while (speechSynthesis.speaking) speechSynthesis.end(); }")
    expect(strip_of(page)).to_have_count(0)
    everything = " ".join(said(page))
    assert len(said(page)) > 100
    assert [text for text in hidden if " ".join(text.split()) in everything] == []


def test_a_voice_that_fails_is_told_calmly_and_tried_again(reader):
    page = open_with(reader, OWN)
    begin(page)
    page.evaluate("speechSynthesis.fail()")
    expect(strip_of(page).get_by_role("status")).to_contain_text("This voice does not answer.")
    press(page, "Go on")
    expect(strip_of(page).get_by_role("status")).to_be_empty()
    assert said(page) == [TITLE, TITLE]


@pytest.mark.parametrize("voices", [(), (REMOTE,), (FOREIGN,)], ids=["none", "remote", "foreign"])
def test_without_a_voice_of_the_device_there_is_no_button(reader, voices):
    page = open_with(reader, *voices)
    expect(start_of(page)).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_browser_that_cannot_speak_has_no_button_and_no_complaint(reader):
    page = reader.open("healthz")
    page.context.add_init_script(f"({WITHOUT})()")
    page.goto(reader.address + CHAPTER)
    reader.behind.complaints.clear()  # the browser looked for an icon of the health address
    assert not page.evaluate("'speechSynthesis' in window")
    expect(start_of(page)).to_have_count(0)


def test_a_voice_that_comes_late_brings_the_button_and_moves_nothing(reader):
    page = open_with(reader, REMOTE)
    heading = page.get_by_role("heading", level=1)
    before = heading.bounding_box()
    page.evaluate("own => speechSynthesis.bring([own])", OWN)
    expect(start_of(page)).to_be_visible()
    assert heading.bounding_box() == before


def test_the_start_page_has_nothing_to_read_aloud(reader):
    page = open_with(reader, OWN, path=HOME)
    expect(page.get_by_role("button", name="Read aloud")).to_have_count(0)


LOOKS = {
    "390 dark": {"viewport": PHONE, "color_scheme": "dark"},
    "1280 light": {"viewport": DESK},
    "320": {"viewport": NARROW},
    "forced": {"viewport": PHONE, "forced_colors": "active"},
}


@pytest.mark.parametrize("look", LOOKS)
def test_the_strip_has_no_faults_and_large_targets(reader, look):
    page = open_with(reader, OWN, OTHER, **LOOKS[look])
    begin(page)
    more = strip_of(page).get_by_role("button", name="Speed and voice")
    if more.is_visible():
        more.click()
    expect(strip_of(page).get_by_role("combobox", name="Voice")).to_be_visible()
    within = ".pb-aloud" if look == "forced" else "html"  # of forced colours axe knows the letters and not the ground
    assert (violations(page, within), page.evaluate(SMALL), page.evaluate(WIDER)) == ([], 0, 0)
