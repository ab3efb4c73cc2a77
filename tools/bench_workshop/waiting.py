"""Waiting until something is so that nothing tells."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


async def until(is_so: Callable[[], bool], seconds: float = 60) -> None:
    """Return when ``is_so`` is true.

    Raises:
        TimeoutError: it is not, after all that time.
    """
    async with asyncio.timeout(seconds):
        while not is_so():  # noqa: ASYNC110 - it is of a thousand phones at once
            await asyncio.sleep(0.02)
