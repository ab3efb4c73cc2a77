"""What the tests of reading without a network ask a browser, and do in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.keeping import agree

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

READY = "The whole guide is on this device now. You can read it without internet."
NEWER = "There is a newer version of this guide."
WHOLE = "The whole guide is on this device too. It opens without internet."
PART = "The guide is not complete on this device yet."
THERE = """
async () => ({
  workers: (await navigator.serviceWorker.getRegistrations()).map(each => new URL(each.scope).pathname),
  caches: (await caches.keys()).map(each => new URL(each.replace("patientbook-precache-v2-", "")).pathname),
})
"""
NOTHING: dict[str, list[str]] = {"workers": [], "caches": []}


def there(page: Page) -> dict[str, list[str]]:
    """The folders for which something is kept for reading offline."""
    found: dict[str, list[str]] = page.evaluate(THERE)
    return found


def news(page: Page) -> Locator:
    """The quiet line at the foot of the page."""
    return page.locator(".pb-news")


def keep_the_guide(page: Page) -> None:
    """Say yes, and wait until the guide is on the device."""
    agree(page)
    expect(news(page).get_by_role("status")).to_have_text(READY)


def copy_state(page: Page) -> Locator:
    """On My pages: how much of the guide is on the device."""
    return page.locator("[data-copy-state]")
