"""A reader's visits in headless Chromium: when the first text can be read, and a question be answered."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.async_api import Error, async_playwright

from .problems import BenchError, MissingToolError
from .subject import CHECK
from .traffic import Record, Traffic

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import Browser, Page, Playwright, ViewportSize

PHONE: ViewportSize = {"width": 390, "height": 844}
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # who asks another host fails at once, and is counted
]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PATIENCE = 30  # seconds for one visit
WATCH = (Path(__file__).parent / "watch.js").read_text(encoding="utf-8")
WARM_UP = "data:text/html,<!doctype html><p>Some <b>words</b><button>and a button</button><script>1 + 1</script>"


@dataclass(frozen=True)
class Visit:
    """Milliseconds from the start of navigation to the first frame with the text, and with a question that answers."""

    text: float
    quiz: float


def find_chromium() -> str:
    """The browser's program: the one that `CHROMIUM` names, else the system's.

    Raises:
        MissingToolError: there is none.
    """
    named = os.environ.get("CHROMIUM")
    found = shutil.which(named) if named else next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        way_out = "Install it (`apt install chromium`) or name a Chromium or Chrome in the variable CHROMIUM."
        raise MissingToolError(f"CHROMIUM={named}" if named else "Chromium", way_out)
    return found


@asynccontextmanager
async def fresh_browser(playwright: Playwright, program: str) -> AsyncIterator[Browser]:
    """A new browser process that has drawn one neutral page, so that no server pays for its start."""
    browser = await playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
    try:
        page = await browser.new_page(viewport=PHONE)
        await page.goto(WARM_UP)
        await page.context.close()
        yield browser
    finally:
        await browser.close()


async def visit(browser: Browser, address: str, lead: str) -> Visit:
    """Open the page with an empty cache and return when it was readable and answerable.

    Raises:
        BenchError: it was not, in time.
    """
    context = await browser.new_context(viewport=PHONE)
    try:
        return await _open(await context.new_page(), address, lead)
    finally:
        await context.close()


async def count(program: str, address: str, lead: str) -> Traffic:
    """Open the page once more, with the network recorded, and return what it asked for.

    Raises:
        BenchError: as `visit`.
    """
    async with async_playwright() as playwright, fresh_browser(playwright, program) as browser:
        page = await browser.new_page(viewport=PHONE)
        record = Record()
        await record.listen(await page.context.new_cdp_session(page))
        seen = await _open(page, address, lead)
        await page.wait_for_load_state("networkidle")
        return record.until(seen.quiz / 1000, address)


async def _open(page: Page, address: str, lead: str) -> Visit:
    seen: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    await page.expose_function("benchSeen", lambda said: seen.set_result(said))  # noqa: PLW0108 - Playwright marks it
    await page.add_init_script(f"({WATCH})({json.dumps({'lead': lead, 'check': CHECK})})")
    try:
        response = await page.goto(address, wait_until="commit")
        if response is None or not response.ok:
            raise BenchError(f"{address} answered {response and response.status}.")
        return Visit(**json.loads(await asyncio.wait_for(seen, PATIENCE)))
    except (Error, TimeoutError) as error:
        message = f"In {address} the text “{lead}” and the button “{CHECK}” did not both work in {PATIENCE} s."
        raise BenchError(message) from error
