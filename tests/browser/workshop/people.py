"""Everybody in a workshop: who leads, the big screen, and phones. Each has a browser profile of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.reading import DESK, PHONE, Behind
from tests.workshop.held import TOKEN

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

    from tests.workshop.held import Room

SCREEN = {"width": 1024, "height": 768}


class People:
    """Opens the pages of a room."""

    def __init__(self, browser: Browser, room: Room) -> None:
        self.room = room
        self.address = f"http://127.0.0.1:{room.held.port}{room.held.base}"
        self.behind = Behind(f"127.0.0.1:{room.held.port}")
        self._browser = browser
        self._contexts: list[BrowserContext] = []

    def _context(self, **settings: object) -> BrowserContext:
        context = self._browser.new_context(**settings)  # type: ignore[arg-type] # any of Playwright's settings
        context.set_default_timeout(10_000)
        self._contexts.append(context)
        return context

    def _led(self, path: str, viewport: dict[str, int], **settings: object) -> Page:
        context = self._context(viewport=viewport, **settings)
        page = context.new_page()
        page.goto(f"{self.address}workshop?token={TOKEN}")
        self.behind.watch(page)
        page.goto(f"{self.address}{path}")
        return page

    def rooms(self, **settings: object) -> Page:
        """The facilitator's rooms."""
        return self._led("workshop", DESK, **settings)

    def control(self, viewport: dict[str, int] = DESK, **settings: object) -> Page:
        """The control, following the room."""
        return _followed(self._led(self.room.path, viewport, **settings))

    def projector(self, **settings: object) -> Page:
        """The big screen, following the room."""
        return _followed(self._led(f"{self.room.path}/projector", SCREEN, **settings))

    def report(self, **settings: object) -> Page:
        """The report."""
        return self._led(f"{self.room.path}/report", DESK, **settings)

    def stranger(self, **settings: object) -> Page:
        """A phone that has not joined yet."""
        page = self._context(**{"viewport": PHONE, **settings}).new_page()
        self.behind.watch(page)
        page.goto(f"{self.address}join")
        return page

    def phone(self, **settings: object) -> Page:
        """A phone that has joined with the code on the screen."""
        page = self.stranger(**settings)
        code = self.room.code
        page.get_by_label("The code on the screen").fill(f"{code[:3]} {code[3:]}".lower())
        page.get_by_role("button", name="Find the room").click()
        page.get_by_role("button", name="Join").click()
        return page if settings.get("java_script_enabled") is False else _followed(page)

    def leave(self) -> None:
        """Close every page."""
        for context in self._contexts:
            context.close()
        self._contexts.clear()


def _followed(page: Page) -> Page:
    expect(page.locator("html")).to_have_attribute("data-room", "on")
    return page
