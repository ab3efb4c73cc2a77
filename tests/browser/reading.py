"""What a test's reader has before them: a page, and what it did behind their back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Request

PHONE = {"width": 390, "height": 844}
NARROW = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 900}

HOME = "en/index.html"
CHAPTER = "en/01-what-is-personalised-medicine.html"
GLOSSARY = "en/08-glossary.html"
NOT_HERE = "en/no-such-page.html"


@dataclass
class Behind:
    """What a page asked of others, and what the browser complained about."""

    host: str
    strangers: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Listen to a page from its first request on."""
        page.on("request", self._asked)
        page.on("websocket", lambda socket: self._stranger(socket.url))
        page.on("console", lambda said: said.type in ("error", "warning") and self.complaints.append(said.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _asked(self, request: Request) -> None:
        self._stranger(request.url)

    def _stranger(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob") and parts.netloc != self.host:
            self.strangers.append(url)


class Reader:
    """Opens pages of one server, each in a fresh browser profile."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.address = address
        self.behind = Behind(urlsplit(address).netloc)
        self._browser = browser
        self._contexts: list[BrowserContext] = []

    def open(self, path: str = CHAPTER, **settings: object) -> Page:
        """A page, opened with a browser of these settings (Playwright's, for a new context)."""
        context = self._browser.new_context(**{"viewport": DESK, **settings})  # type: ignore[arg-type] # any of its settings
        context.set_default_timeout(10_000)
        self._contexts.append(context)
        page = context.new_page()
        self.behind.watch(page)
        page.goto(self.address + path)
        return page

    def pages(self) -> list[str]:
        """The start page and every page of the site that it leads to, as paths; what can be downloaded is no page."""
        page = self.open(HOME)
        leads_to: list[str] = page.evaluate("() => [...document.querySelectorAll('a[href]')].map(link => link.href)")
        page.context.close()
        found = {address.partition("#")[0].removeprefix(self.address) for address in (page.url, *leads_to)}
        return sorted(path for path in found if "://" not in path and path.endswith(".html"))

    def leave(self) -> None:
        """Close every page."""
        for context in self._contexts:
            context.close()
        self._contexts.clear()
