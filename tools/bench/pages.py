"""Visits to every server in turn, in several rounds, so that whatever else the machine does meets them all alike."""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

from playwright.async_api import async_playwright

from .browser import Visit, count, find_chromium, fresh_browser, visit
from .processes import wait_until_calm

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .servers import Server
    from .traffic import Traffic

OURS, NGINX, STOCK, PREHEATED = "ours", "nginx", "stock Voilà", "preheated Voilà"
FAST = (OURS, NGINX)  # visited three times a round: they are done in a few frames, and a frame is their error


@dataclass(frozen=True)
class PageFigures:
    """Visits by server, and what a visit asks of the network."""

    visits: Mapping[str, list[Visit]] = field(default_factory=dict)
    traffic: Mapping[str, Traffic] = field(default_factory=dict)

    def text(self, server: str) -> float | None:
        """Milliseconds until the first text; the median. None when the server was not visited."""
        visits = self.visits.get(server)
        return median(each.text for each in visits) if visits else None

    def quiz(self, server: str) -> float | None:
        """Milliseconds until a question can be answered; the median. None when the server was not visited."""
        visits = self.visits.get(server)
        return median(each.quiz for each in visits) if visits else None


def measure_pages(servers: Mapping[str, Server], lead: str, rounds: int) -> PageFigures:
    """Visit all ``servers`` in each round.

    Raises:
        MissingToolError: there is no Chromium.
        BenchError: a page could not be read or answered.
    """
    return asyncio.run(_measure(servers, lead, rounds, find_chromium()))


def order(servers: list[str], number: int) -> list[str]:
    """Who is visited in which order in round ``number``: the fast ones between the slow, another first each time."""
    fast = [each for each in FAST if each in servers]
    slow = [each for each in servers if each not in FAST]
    if number % 2:
        fast.reverse()
        slow.reverse()
    return [*fast, *slow[:1], *fast, *slow[1:], *fast]


async def _measure(servers: Mapping[str, Server], lead: str, rounds: int, program: str) -> PageFigures:
    try:
        traffic = {name: await count(program, servers[name].page, lead) for name in (OURS, STOCK)}
        return PageFigures(await _visit_all(servers, lead, rounds, program), traffic)
    except asyncio.CancelledError:
        # Ctrl-C reaches the browser as well; what it was still asked for then is of no interest to anybody.
        asyncio.get_running_loop().set_exception_handler(lambda _loop, _context: None)
        raise


async def _visit_all(servers: Mapping[str, Server], lead: str, rounds: int, program: str) -> dict[str, list[Visit]]:
    visits: dict[str, list[Visit]] = {name: [] for name in servers}
    async with async_playwright() as playwright:
        for number in range(rounds):
            async with fresh_browser(playwright, program) as browser:
                for name in order(list(servers), number):
                    await asyncio.to_thread(wait_until_calm, os.getpid())  # servers, kernels and browser alike
                    visits[name].append(await visit(browser, servers[name].page, lead))
                    if name == PREHEATED:
                        await asyncio.to_thread(servers[name].refill)
    return visits
