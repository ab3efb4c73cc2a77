"""Every page of the guide: what it asks of the network, how far it moves, and how soon it is there on a slow line."""

from __future__ import annotations

import asyncio
import json
import math
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from playwright.async_api import Error, async_playwright

from .browser import PHONE, find_chromium, fresh_browser
from .problems import BenchError
from .slow_line import slow_line
from .subject import CHAPTER, CHECK
from .traffic import Record, Traffic

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.async_api import Browser, Page, ViewportSize

HOME = "en/index.html"
GLOSSARY = "en/08-glossary.html"
LONGEST_CHAPTER = "en/05-understand-how-to-personalise-disease.html"
SLOW_PAGES = (HOME, f"{CHAPTER}.html", LONGEST_CHAPTER, GLOSSARY)
BITS, LATENCY = 400_000, 0.4  # a second; seconds there and back
DESK: ViewportSize = {"width": 1280, "height": 900}
PATIENCE = 60  # seconds for one page
HERE = Path(__file__).parent
SHIFT, SCROLL, ARRIVE = ((HERE / name).read_text(encoding="utf-8") for name in ("shift.js", "scroll.js", "arrive.js"))
LINKS = "() => [...document.querySelectorAll('a[href]')].map(link => link.href.split('#')[0])"


@dataclass(frozen=True)
class PageCost:
    """What a page with an empty cache asks for until it is quiet, and the sum of its layout shifts by screen."""

    traffic: Traffic
    shift: float
    shift_on_desk: float


@dataclass(frozen=True)
class Arrival:
    """Milliseconds on the slow line until a page can be read and used.

    A word explains itself, a question answers, the list of words is searched; None is for what the page does not have.
    """

    text: float
    popup: float | None = None
    quiz: float | None = None
    list: float | None = None

    @property
    def usable(self) -> float:
        """When all that the page has was there."""
        return max(self.text, self.popup or 0, self.quiz or 0, self.list or 0)


@dataclass(frozen=True)
class SiteFigures:
    """By page, the path in the site."""

    costs: Mapping[str, PageCost] = field(default_factory=dict)
    arrivals: Mapping[str, Arrival] = field(default_factory=dict)


def measure_site(root: str, rounds: int) -> SiteFigures:
    """Open every page that the start page of the site at ``root`` leads to, and some on a slow line.

    Raises:
        MissingToolError: there is no Chromium.
        BenchError: a page could not be opened, or was not usable in time.
    """
    return asyncio.run(_measure(root, rounds, find_chromium()))


async def _measure(root: str, rounds: int, program: str) -> SiteFigures:
    async with async_playwright() as playwright, fresh_browser(playwright, program) as browser:
        costs = {path: await cost_of(browser, root, path) for path in await pages_of(browser, root)}
        arrivals = {path: await _arrival_of(browser, root, path, rounds) for path in SLOW_PAGES}
        return SiteFigures(costs, arrivals)


async def pages_of(browser: Browser, root: str) -> list[str]:
    """The start page and every page of the site that it leads to, as paths; what can be downloaded is no page."""
    page = await browser.new_page()
    try:
        await page.goto(root + HOME)
        addresses: list[str] = await page.evaluate(LINKS)
    finally:
        await page.context.close()
    found = {each.removeprefix(root) for each in addresses if each.startswith(root) and each.endswith(".html")}
    return sorted({HOME, *found})


async def cost_of(browser: Browser, root: str, path: str) -> PageCost:
    """Open a page on both screens, each time with an empty cache, and go through it.

    Raises:
        BenchError: it could not be opened.
    """
    record = Record()
    shift = await _shift_of(browser, root + path, PHONE, record)
    on_desk = await _shift_of(browser, root + path, DESK)
    return PageCost(record.until(math.inf, root), shift, on_desk)


async def _shift_of(browser: Browser, address: str, screen: ViewportSize, record: Record | None = None) -> float:
    page = await browser.new_page(viewport=screen)
    try:
        if record:
            await record.listen(await page.context.new_cdp_session(page))
        await page.add_init_script(f"({SHIFT})()")
        await _go(page, address)
        await page.wait_for_load_state("networkidle" if record else "load")
        return float(await page.evaluate(SCROLL))
    finally:
        await page.context.close()


async def _arrival_of(browser: Browser, root: str, path: str, rounds: int) -> Arrival:
    """The medians of several visits."""
    visits = [await arrival_of(browser, root, path) for _ in range(rounds)]

    def middle(name: str) -> float | None:
        times = [getattr(each, name) for each in visits]
        return None if None in times else median(times)

    return Arrival(median(each.text for each in visits), middle("popup"), middle("quiz"), middle("list"))


async def arrival_of(browser: Browser, root: str, path: str) -> Arrival:
    """Open a page on a slow line, on a phone's screen and with an empty cache.

    Raises:
        BenchError: it could not be opened, or was not usable in time.
    """
    seen: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    async with slow_line(urlsplit(root).port or 80, BITS, LATENCY) as port:
        page = await browser.new_page(viewport=PHONE)
        try:
            await page.expose_function("benchSeen", lambda said: seen.set_result(said))  # noqa: PLW0108 - Playwright marks it
            await page.add_init_script(f"({ARRIVE})({json.dumps({'check': CHECK})})")
            await _go(page, f"http://127.0.0.1:{port}/{path}")
            return Arrival(**json.loads(await asyncio.wait_for(seen, PATIENCE)))
        except TimeoutError as error:
            raise BenchError(f"{path} could not be used within {PATIENCE} s on a slow line.") from error
        finally:
            await page.context.close()


async def _go(page: Page, address: str) -> None:
    try:
        response = await page.goto(address, wait_until="commit", timeout=PATIENCE * 1000)
    except Error as error:
        raise BenchError(f"{address} could not be opened: {error.message}") from error
    if response is None or not response.ok:
        raise BenchError(f"{address} answered {response and response.status}.")
