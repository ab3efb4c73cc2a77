"""What works in every host alike: a question answered wrong and then right, and a word explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.answering import JUDGED, answer_right, answer_wrong, place_of, verdict_of
from tests.browser.hands import Hands
from tests.browser.words import SEE, popup

if TYPE_CHECKING:
    from playwright.sync_api import Page


def answer_a_question(page: Page) -> None:
    """Answer the first question wrong and then right, by keyboard."""
    question = JUDGED[0]
    place, hands = place_of(page, question), Hands(page)
    expect(verdict_of(place)).to_be_empty()
    place.get_by_role("radio").first.focus()
    for answer, said in ((answer_wrong, "Not quite."), (answer_right, "That is right.")):
        why = answer(hands, place, question)
        hands.use(place.get_by_role("button", name="Check my answer"))
        expect(verdict_of(place)).to_contain_text(said)
        expect(verdict_of(place)).to_contain_text(why[0])
        again = place.get_by_role("button", name="Try again").or_(place.get_by_role("button", name="Answer once more"))
        expect(again).to_be_focused()
        if answer is answer_wrong:
            expect(place.get_by_role("link", name="Read this part again")).to_be_visible()
            hands.press("Enter")


def explain_a_word(page: Page) -> None:
    """Open a word of a text cell by every hand, and one inside its explanation; Escape closes one at a time."""
    word = page.get_by_role("button", name="biomarker", exact=True).first
    explained = popup(page, "Biomarker")
    word.hover()
    expect(explained).to_contain_text("A sign that can be measured")
    page.keyboard.press("Escape")
    expect(explained).to_have_count(0)
    gene = page.locator("p").get_by_role("button", name="gene", exact=True).first
    for key in ("Enter", " "):
        gene.press(key)
        expect(popup(page, "Gene")).to_be_visible()
        inside = popup(page, "Gene").get_by_role("button").first
        inside.click()
        expect(page.locator(".pb-pop")).to_have_count(2)
        page.keyboard.press("Escape")
        expect(page.locator(".pb-pop")).to_have_count(1)
        expect(popup(page, "Gene").get_by_role("link", name=SEE)).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator(".pb-pop")).to_have_count(0)
        gene.blur()
