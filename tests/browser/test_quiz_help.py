"""Help that a question gives: hints, the answer, and the way to the words that explain it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.answering import JUDGED, answer_wrong, explanations_of, place_of, verdict_of
from tests.browser.hands import Hands
from tests.browser.reading import CHAPTER
from tests.browser.words import popup

pytestmark = pytest.mark.hosts("website")


def test_hints_come_one_at_a_time_and_the_focus_stays(reader):
    page = reader.open()
    for question in JUDGED:
        place, hands = place_of(page, question), Hands(page)
        place.get_by_role("button", name="Give me a hint").focus()
        for number, hint in enumerate(question.hints, 1):
            hands.press("Enter")
            heard = place.locator("[aria-live=polite]").filter(visible=True)
            expect(heard.get_by_text(hint)).to_be_visible()
            expect(heard.get_by_text(re.compile(r"^Hint \d of"))).to_have_count(number)
        expect(place.get_by_role("button", name="hint")).to_have_count(0)


def test_the_answer_is_shown_with_every_answer_explained_and_can_be_left_again(reader):
    page = reader.open()
    for question in JUDGED:
        place, hands = place_of(page, question), Hands(page)
        place.get_by_role("button", name="Show me the answer").focus()
        hands.press("Enter")
        status = verdict_of(place)
        expect(status).to_contain_text("Here is the answer.")
        for explanation in explanations_of(question):
            expect(status).to_contain_text(explanation)
        expect(place.get_by_role("button", name="Try again")).to_be_focused()
        hands.press("Enter")
        expect(place.get_by_role("button", name="Check my answer")).to_be_visible()


def test_a_wrong_answer_leads_to_the_part_that_explains_it(reader):
    page = reader.open()
    for question in JUDGED:
        page.goto(f"{reader.address}{CHAPTER}#pb-q-{question.id}")
        place, hands = place_of(page, question), Hands(page)
        answer_wrong(hands, place, question)
        hands.use(place.get_by_role("button", name="Check my answer"))
        hands.reach(place.get_by_role("link", name="Read this part again"))
        page.keyboard.press("Enter")
        heading = page.locator(f"#{question.explained_in}")
        expect(heading).to_be_in_viewport(ratio=1)
        bar = page.get_by_role("banner").bounding_box()
        assert heading.bounding_box()["y"] >= bar["height"]


def test_the_words_that_help_open_where_they_stand(reader):
    page = reader.open()
    for question in JUDGED:
        place, hands = place_of(page, question), Hands(page)
        page.goto(f"{reader.address}{CHAPTER}#pb-q-{question.id}")
        answer_wrong(hands, place, question)
        hands.use(place.get_by_role("button", name="Check my answer"))
        helping = place.locator(".pb-help").get_by_role("button")
        expect(helping).to_have_count(len(question.terms))
        name = helping.last.text_content()
        hands.reach(helping.last)
        expect(popup(page, name)).to_be_visible()
        page.keyboard.press("Escape")
        expect(popup(page, name)).to_have_count(0)
