"""Every question of chapter 1, of every type, answered wrong and right with the keyboard alone."""

import pytest
from playwright.sync_api import expect

from tests.browser.answering import JUDGED, POLL, answer_right, answer_wrong, menu, order, place_of, radio, verdict_of
from tests.browser.hands import Hands
from tests.browser.reading import CHAPTER

pytestmark = pytest.mark.hosts("website", "folder")

ALL_TYPES = {"single", "several", "true_false", "matching", "ordering", "scale"}
IN_PARTS = {"several", "matching", "ordering"}


def test_chapter_1_asks_with_every_type_that_can_be_right_or_wrong():
    assert {question.type for question in JUDGED} == ALL_TYPES


@pytest.mark.parametrize("question", JUDGED, ids=lambda question: question.id)
def test_a_question_is_answered_wrong_and_then_right_with_the_keyboard_alone(reader, question):
    page = reader.open(f"{CHAPTER}#pb-q-{question.id}")
    place, hands = place_of(page, question), Hands(page)
    status = verdict_of(place).element_handle()
    assert status.text_content() == ""

    hands.use(place.get_by_role("button", name="Check my answer"))
    assert "There is no hurry." in status.text_content()

    why = answer_wrong(hands, place, question)
    hands.use(place.get_by_role("button", name="Check my answer"), " ")
    headline = (
        "Partly right." if len(why) > (question.type == "several") and question.type in IN_PARTS else "Not quite."
    )
    assert headline in status.text_content()
    for explanation in why:
        assert explanation in status.text_content()
    expect(place.get_by_role("button", name="Try again")).to_be_focused()

    hands.press("Enter")
    assert status.text_content() == ""
    why = answer_right(hands, place, question)
    hands.use(place.get_by_role("button", name="Check my answer"))
    assert "That is right." in status.text_content()
    for explanation in why:
        assert explanation in status.text_content()


def test_a_poll_thanks_and_explains_and_can_be_changed(reader):
    page = reader.open(f"{CHAPTER}#pb-q-{POLL.id}")
    place, hands = place_of(page, POLL), Hands(page)
    hands.use(place.get_by_role("button", name="Give my answer"))
    expect(verdict_of(place)).to_contain_text("There is no hurry.")
    for option in POLL.options[:2]:
        hands.choose(radio(place, option.text))
        hands.use(place.get_by_role("button", name="Give my answer"))
        expect(verdict_of(place)).to_contain_text("There is no right or wrong here.")
        expect(verdict_of(place)).to_contain_text(option.explanation)
        hands.use(place.get_by_role("button", name="Change my answer"))


def test_trying_again_keeps_the_matches_that_were_right(reader):
    question = next(each for each in JUDGED if each.type == "matching")
    page = reader.open(f"{CHAPTER}#pb-q-{question.id}")
    place, hands = place_of(page, question), Hands(page)
    answer_wrong(hands, place, question)
    hands.use(place.get_by_role("button", name="Check my answer"))
    hands.use(place.get_by_role("button", name="Try again"))
    first, *rest = question.pairs
    expect(menu(place, first.text)).to_have_value(first.match)
    for pair in rest:
        expect(menu(place, pair.text)).to_have_value("")


def test_trying_again_keeps_the_choices_that_were_right(reader):
    question = next(each for each in JUDGED if each.type == "several")
    page = reader.open(f"{CHAPTER}#pb-q-{question.id}")
    place, hands = place_of(page, question), Hands(page)
    answer_wrong(hands, place, question)
    hands.use(place.get_by_role("button", name="Check my answer"))
    hands.use(place.get_by_role("button", name="Try again"))
    kept = next(option.text for option in question.options if option.right)
    checked = place.get_by_role("checkbox", checked=True)
    expect(checked).to_have_count(1)
    expect(checked).to_have_accessible_name(f"{kept} Right")


def test_trying_again_keeps_the_order_and_what_is_moved_is_spoken(reader):
    question = next(each for each in JUDGED if each.type == "ordering")
    page = reader.open(f"{CHAPTER}#pb-q-{question.id}")
    place, hands = place_of(page, question), Hands(page)
    answer_wrong(hands, place, question)
    before = order(place)
    expect(place.locator("[aria-live=polite]", has_text=f"‘{before[0]}’ is now 1 of 4.")).to_have_count(1)
    hands.use(place.get_by_role("button", name="Check my answer"))
    hands.use(place.get_by_role("button", name="Try again"))
    assert order(place) == before
