"""What is kept on a reader's device: the question whether it may be, and what lies in the browser's storage."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from tests.browser.answering import JUDGED, place_of, verdict_of

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

KEY = "patientbook:personalised-cancer-medicine"
YES, NO = "Yes, keep them here", "No, thank you"
SAVED = "Saved on this device only. You can erase it on My pages."
NOT_SAVED = "Nothing is kept. You can change this on My pages."
QUESTION = JUDGED[0]
ANSWERED = "That is right."


def answer_to(page: Page, answer: str) -> None:
    """Answer the question whether things may be kept."""
    page.get_by_role("button", name=answer).press("Enter")


def agree(page: Page) -> None:
    """Say yes, and see that it is done."""
    answer_to(page, YES)
    expect(said(page)).to_have_text(SAVED)


def said(page: Page) -> Locator:
    """Where the answer to yes or no is said."""
    return page.locator(".pb-keep").get_by_role("status")


def asked(page: Page) -> Locator:
    """The question."""
    return page.get_by_text("May this guide keep things on this device?")


def answer_a_question(page: Page) -> None:
    """Answer the chapter's first question right."""
    place = place_of(page, QUESTION)
    right = next(option for option in QUESTION.options if option.right)
    place.get_by_role("radio", name=right.text).check()
    place.get_by_role("button", name="Check my answer").press("Enter")
    expect(verdict(page)).to_contain_text(ANSWERED)


def verdict(page: Page) -> Locator:
    """What is said about the answer to that question."""
    return verdict_of(place_of(page, QUESTION))


def kept(page: Page) -> dict[str, Any] | None:
    """The book in the browser's storage."""
    text = page.evaluate("key => localStorage.getItem(key)", KEY)
    return json.loads(text) if text is not None else None
