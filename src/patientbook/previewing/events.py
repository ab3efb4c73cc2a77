"""The stream on which an open page hears of changes."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from tornado.iostream import StreamClosedError
from tornado.web import RequestHandler

if TYPE_CHECKING:
    from .preview import Preview

PATH = "preview.events"
_BEAT = 15  # seconds; a page that is gone is noticed when something is sent to it


async def stream(handler: RequestHandler, preview: Preview) -> None:
    """Tell a page the state now and after every change, until it leaves."""
    handler.set_header("Content-Type", "text/event-stream; charset=utf-8")
    handler.set_header("Cache-Control", "no-store")
    handler.set_header("X-Accel-Buffering", "no")
    told = -1
    with suppress(StreamClosedError):
        while True:
            try:
                async with asyncio.timeout(_BEAT):
                    told = await preview.news(told)
                handler.write(f"data: {preview.state()}\n\n")
            except TimeoutError:
                handler.write(":\n\n")
            await handler.flush()


class Events(RequestHandler):
    """The stream of a preview that runs by itself."""

    def initialize(self, preview: Preview) -> None:
        """Take the preview that is shown."""
        self._preview = preview

    async def get(self) -> None:
        """Send events until the page is closed."""
        task = asyncio.ensure_future(stream(self, self._preview))
        self._task = task
        with suppress(asyncio.CancelledError):
            await task

    def on_connection_close(self) -> None:
        """End the stream as soon as its page is closed."""
        self._task.cancel()
