"""axe finds nothing wrong, on any page, before and after every explanation and answer."""

import pytest
from playwright.sync_api import expect

from tests.browser.answering import JUDGED, QUESTIONS, answer_right, answer_wrong, place_of, verdict_of
from tests.browser.axe import violations
from tests.browser.hands import Hands
from tests.browser.reading import CHAPTER, DESK, GLOSSARY, HOME, NARROW, NOT_HERE
from tests.browser.words import popup, word

pytestmark = pytest.mark.hosts("website", "folder")

LOOKS = {
    "1280 light": {"viewport": DESK, "color_scheme": "light"},
    "320 dark": {"viewport": NARROW, "color_scheme": "dark", "has_touch": True},
}
MORE_LOOKS = LOOKS | {
    "320 light": {"viewport": NARROW, "color_scheme": "light", "has_touch": True},
    "1280 dark": {"viewport": DESK, "color_scheme": "dark"},
}


@pytest.mark.hosts("website")
@pytest.mark.parametrize("path", [HOME, CHAPTER, GLOSSARY])
@pytest.mark.parametrize("look", MORE_LOOKS)
def test_axe_finds_nothing_on_a_page_as_it_opens(reader, path, look):
    page = reader.open(path, **MORE_LOOKS[look], reduced_motion="reduce")
    assert violations(page) == []
    page.get_by_text("Menu", exact=True).click()
    expect(page.get_by_role("navigation", name="Chapters").first).to_be_visible()
    assert violations(page, ".pb-bar") == []


@pytest.mark.hosts("app", "website")
@pytest.mark.parametrize("look", MORE_LOOKS)
def test_axe_finds_nothing_on_the_page_for_an_address_that_is_not_there(reader, look):
    page = reader.open(NOT_HERE, **MORE_LOOKS[look])
    reader.behind.complaints.clear()  # the browser tells itself that the answer was 404
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is not here")
    assert violations(page) == []


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_while_words_are_explained(reader, look):
    page = reader.open(**LOOKS[look], reduced_motion="reduce")
    page.get_by_text("Words explained in this chapter").click()
    word(page, "gene").press("Enter")
    popup(page, "Gene").get_by_role("button").first.press("Enter")
    expect(page.locator(".pb-pop")).to_have_count(2)
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    question = JUDGED[0]
    be_wrong(Hands(page), question)
    place_of(page, question).locator(".pb-help").get_by_role("button").press("Enter")
    expect(page.locator(".pb-pop")).to_have_count(1)
    assert violations(page, "main") == []


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_in_any_state_of_any_question(reader, look):
    page = reader.open(**LOOKS[look], reduced_motion="reduce")
    hands = Hands(page)
    for state in (leave_unanswered, be_wrong, take_hints, be_right, show_answers):
        for question in QUESTIONS:
            state(hands, question)
        assert violations(page, "main") == [], state.__name__


def leave_unanswered(hands, question):
    name = "Check my answer" if question.type != "poll" else "Give my answer"
    place_of(hands.page, question).get_by_role("button", name=name).press("Enter")


def be_wrong(hands, question):
    place = place_of(hands.page, question)
    if question in JUDGED:
        place.locator("input, select, .pb-ask button").first.focus()
        answer_wrong(hands, place, question)
        leave_unanswered(hands, question)
    else:
        place.get_by_role("radio").first.check()
        leave_unanswered(hands, question)
        expect(verdict_of(place)).to_contain_text("Thank you.")


def take_hints(hands, question):
    for _ in question.hints:
        place_of(hands.page, question).get_by_role("button", name="hint").press("Enter")


def be_right(hands, question):
    if question in JUDGED:
        place = place_of(hands.page, question)
        place.get_by_role("button", name="Try again").press("Enter")
        answer_right(hands, place, question)
        leave_unanswered(hands, question)
        expect(verdict_of(place)).to_contain_text("That is right.")


def show_answers(hands, question):
    if question in JUDGED:
        place = place_of(hands.page, question)
        place.get_by_role("button", name="Answer once more").press("Enter")
        place.get_by_role("button", name="Show me the answer").press("Enter")
        expect(verdict_of(place)).to_contain_text("Here is the answer.")
