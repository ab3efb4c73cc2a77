"""The preview's pages and its stream as Jupyter Server answers them, to whoever is logged in there."""

from __future__ import annotations

import asyncio
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join
from tornado.web import authenticated

from patientbook.app.answers import SECURITY, make_notices, make_variants
from patientbook.pages.making import HEALTH
from patientbook.pages.workplace import Workplace

from ..events import stream
from ..kept import last_site
from ..preview import Preview
from .place import PREVIEW

if TYPE_CHECKING:
    from collections.abc import Callable

    from patientbook.app.answers import Answer

_PAUSE = 0.2  # seconds between two looks at the files, while a page is open
_VOILA = "voila/render/"


class Desk:
    """The preview of one guide. Files are looked at only while somebody looks at a page."""

    def __init__(self, root: Path, served: Path, report: Callable[[str], None]) -> None:
        """``served`` is the folder that Jupyter shows."""
        cache = os.environ.get("PATIENTBOOK_CACHE")
        self.place = Workplace(root, Path(cache) if cache else root / ".cache" / "patientbook", report)
        self._served = served
        self._preview: Preview | None = None
        self._followers = 0
        self._watching: asyncio.Task[None] | None = None

    async def preview(self) -> Preview:
        """The preview, of the files as they are now."""
        if self._preview is None:
            self._preview = Preview(self.place, last_site(self.place))
        await self._preview.look()
        return self._preview

    def rendered(self, preview: Preview, path: str) -> str | None:
        """The address below Jupyter's base at which Voilà renders a notebook that computes; None for anything else."""
        name = path.removeprefix(_VOILA)
        notebook = self.place.root / "notebooks" / name
        if name == path or name not in preview.site.live.values() or not notebook.is_relative_to(self._served):
            return None
        return f"{_VOILA}{notebook.relative_to(self._served).as_posix()}"

    async def follow(self, handler: JupyterHandler) -> None:
        """Tell a page what changes, and watch the files for as long as one is told."""
        preview = await self.preview()
        self._followers += 1
        if self._watching is None or self._watching.done():
            self._watching = asyncio.create_task(self._watch(preview))
        try:
            await stream(handler, preview)
        finally:
            self._followers -= 1

    async def _watch(self, preview: Preview) -> None:
        while self._followers:
            await preview.look()
            await asyncio.sleep(_PAUSE)


class LabPages(JupyterHandler):
    """One file of the preview."""

    def initialize(self, desk: Desk) -> None:
        """Take the desk of this guide."""
        self._desk = desk

    @authenticated
    async def get(self, path: str) -> None:
        """Answer with the file as it is now."""
        path = unquote(path)
        if path == HEALTH:
            await self.finish("ok\n")
            return
        preview = await self._desk.preview()
        if rendered := self._desk.rendered(preview, path):
            self.redirect(url_path_join(self.base_url, quote(rendered)))
            return
        base = url_path_join(self.base_url, PREVIEW)
        if not path:
            self.redirect(base + quote(preview.site.home))
            return
        file = preview.site.files.get(path)
        if file is None:
            self._send(make_notices(preview.site, base)["404.html"])
            return
        asked = self.request.headers.get
        self._send(make_variants(file).choose(asked("Accept-Encoding", ""), asked("If-None-Match", "")))

    def _send(self, answer: Answer) -> None:
        self.clear()
        self.set_status(answer.status)
        for name, value in answer.headers.items():
            self.set_header(name, value)
        self.finish(answer.body or None)


class LabEvents(JupyterHandler):
    """The stream that an open page follows."""

    def initialize(self, desk: Desk) -> None:
        """Take the desk of this guide."""
        self._desk = desk
        self._task: asyncio.Task[None] | None = None

    @authenticated
    async def get(self) -> None:
        """Send events until the page is closed."""
        for name, value in SECURITY.items():
            self.set_header(name, value)
        self._task = asyncio.ensure_future(self._desk.follow(self))
        with suppress(asyncio.CancelledError):
            await self._task

    def on_connection_close(self) -> None:
        """End the stream as soon as its page is closed."""
        if self._task:
            self._task.cancel()
