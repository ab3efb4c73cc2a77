"""Two real browsers of the facilitator, with the control and the projector, while a thousand phones answer."""

from __future__ import annotations

from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Self

from playwright.async_api import Error, async_playwright

from tools.bench.browser import ARGUMENTS, find_chromium

from .line import HOST

if TYPE_CHECKING:
    from types import TracebackType

    from playwright.async_api import Page, Playwright

    from .server import Server

_VIEWS = ("", "/projector")
# What both say once all have answered: "1000 have answered", "1000 of 1000 have answered".
_SAYS = """([count, isSaid]) => isSaid === new RegExp(`(?<!of )\\\\b${count} (of ${count} )?have answered`)
  .test(document.body.innerText.replace(/[,.\\u00a0\\u202f]/g, ''))"""
_PATIENCE = 10_000  # milliseconds for a browser beside all the phones


class Browsers:
    """Open from the room's first moment to its last; nothing reloads them."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._stack = AsyncExitStack()
        self._pages: list[Page] = []

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._stack.aclose()

    async def open(self, room: str) -> None:
        """Start a browser for each view of the room.

        Raises:
            MissingToolError: there is no Chromium.
        """
        program = find_chromium()
        playwright = await self._stack.enter_async_context(async_playwright())
        for view in _VIEWS:
            self._pages.append(await self._page(playwright, program, f"workshop/rooms/{room}{view}"))

    async def _page(self, playwright: Playwright, program: str, path: str) -> Page:
        browser = await playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        self._stack.push_async_callback(browser.close)
        page = await browser.new_page(viewport={"width": 1024, "height": 768})
        address = f"http://{HOST}:{self._server.port}/"
        await page.goto(f"{address}workshop?token={self._server.token}")
        await page.goto(f"{address}{path}")
        return page

    async def say(self, count: int) -> list[bool]:
        """Of each browser, whether it comes to say that ``count`` people have answered the present question."""
        return [await _comes_to(page, count, is_said=True) for page in self._pages]

    async def have_moved_on(self, count: int) -> list[bool]:
        """Of each browser, whether it comes to say this no longer, because another question is open."""
        return [await _comes_to(page, count, is_said=False) for page in self._pages]


async def _comes_to(page: Page, count: int, *, is_said: bool) -> bool:
    try:
        await page.wait_for_function(_SAYS, arg=[count, is_said], timeout=_PATIENCE)
    except Error:
        return False
    return True
