"""Words of the text that can be explained, and what explains them, found as a reader finds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

SEE = "See it in the glossary"


def word(page: Page, name: str) -> Locator:
    """The first word of the chapter's text with this name."""
    return page.get_by_role("main").get_by_role("button", name=name, exact=True).first


def popup(page: Page, name: str) -> Locator:
    """What explains a word; it bears the word's name in the glossary."""
    return page.get_by_role("group", name=name, exact=True)


def is_focused(place: Locator) -> bool:
    """Whether keys go to this element."""
    return bool(place.evaluate("element => element === document.activeElement"))
