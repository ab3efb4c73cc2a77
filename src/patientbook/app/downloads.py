"""The guide's downloads in a running app: made once for each guide, beside the app, and told in its pages."""

from __future__ import annotations

import asyncio
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tornado.ioloop import IOLoop

from patientbook.exports.kept import FOLDER, DownloadStore
from patientbook.pages.downloads import with_sizes

from .press import Press, Said

if TYPE_CHECKING:
    from collections.abc import Callable

    from patientbook.exports.kept import KeptFile
    from patientbook.pages import Site
    from patientbook.pages.workplace import Workplace

CALM = 3  # seconds after the start: the first readers come first
AGAIN = 60  # seconds until what could not be made is tried again, when somebody asks for it


class Downloads:
    """What the site that is shown offers for downloading. Everything here happens on the event loop."""

    def __init__(self, place: Workplace, tell: Callable[[Site], None]) -> None:
        """``tell`` is called with the site that is shown, once its pages say how big its downloads are."""
        self._place = place
        self._tell = tell
        self._store = DownloadStore(_folder(place))
        self._offer: _Offer | None = None

    def offers(self, path: str) -> bool:
        """Whether the site that is shown offers this file."""
        return self._offer is not None and path in self._offer.site.downloads

    def show(self, site: Site) -> None:
        """Offer the downloads of ``site`` from now on; those of another are no longer served."""
        if self._offer:
            self._offer.stop(is_end=False)
        self._offer = _Offer(site, self._place, self._store, self._told) if site.downloads else None

    def stop(self) -> None:
        """Make nothing any more."""
        if self._offer:
            self._offer.stop(is_end=True)

    async def find(self, path: str) -> KeptFile | None:
        """The file, as soon as it has been made; None when it cannot be made now."""
        return await self._offer.find(path) if self._offer else None

    def _told(self, offer: _Offer) -> None:
        if offer is self._offer:
            self._tell(offer.site)


class _Offer:
    """The downloads of one site."""

    def __init__(self, site: Site, place: Workplace, store: DownloadStore, told: Callable[[_Offer], None]) -> None:
        self.site = site
        self._place = place
        self._store = store
        self._told = told
        self._loop = IOLoop.current()
        self._files: dict[str, KeptFile] = {}
        self._failed: set[str] = set()
        self._press: Press | None = None
        self._is_looking = True
        self._tried: float | None = None
        self._news = asyncio.Event()
        self._loop.add_callback(self._look)

    async def find(self, path: str) -> KeptFile | None:
        while path not in self._files:
            if not self._is_looking and not self._press:
                if self._tried is not None and time.monotonic() - self._tried < AGAIN:
                    return None
                self._make()
                if not self._press:
                    return None
            elif path in self._failed:
                return None
            await self._news.wait()
        return self._files[path]

    def stop(self, *, is_end: bool) -> None:
        self._tried = time.monotonic()
        if self._press:
            self._press.stop(is_end=is_end)

    async def _look(self) -> None:
        """Take what is kept; if something is missing it is made in a while, or when somebody asks for it."""
        kept = await self._loop.run_in_executor(None, self._store.read, self.site.digest)
        self._files = {path: kept[path] for path in self.site.downloads if path in kept}
        self._is_looking = False
        self._spread()
        if self._is_complete:
            await self._tell_pages()
        else:
            self._loop.call_later(CALM, self._make)

    @property
    def _is_complete(self) -> bool:
        return all(path in self._files for path in self.site.downloads)

    def _make(self) -> None:
        if self._press or (self._tried is not None and time.monotonic() - self._tried < AGAIN):
            return
        self._failed, self._tried = set(), time.monotonic()
        try:
            self._press = Press(self._overhear, self._place, self.site.digest, self._store.folder)
        except OSError as error:
            self._place.report(f"Downloads cannot be made. {error.strerror or error}.")

    def _overhear(self, said: Said | None) -> None:
        """Pass on what the program said, from the thread that listens to the loop."""
        found = self._store.find(self.site.digest, said.path) if said and said.path and not said.why else None
        with suppress(RuntimeError):  # the loop is closed, and nobody is to be told
            self._loop.add_callback(self._hear, said, found)

    def _hear(self, said: Said | None, found: KeptFile | None) -> None:
        if said is None:
            self._press = None
            self._loop.add_callback(self._tell_pages)
        elif found and said.path:
            self._files[said.path] = found
        else:
            self._failed |= {said.path} if said.path else set()
            self._place.report(f"{said.path or 'Downloads'} cannot be made. {said.why}")
        self._spread()

    def _spread(self) -> None:
        """Let those who wait look again."""
        self._news.set()
        self._news = asyncio.Event()

    async def _tell_pages(self) -> None:
        """Let pages say how big each download is, or that it cannot be had. Packing the changed pages takes a while."""
        sizes = {path: self._files[path].size if path in self._files else None for path in self.site.downloads}
        told = await self._loop.run_in_executor(None, with_sizes, self.site, sizes)
        if told is not self.site:
            self.site = told
            self._told(self)


def _folder(place: Workplace) -> Path:
    """Where downloads are kept: in the cache, or for as long as the app runs where that cannot be written to."""
    folder = place.cache / FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        place.report(f"Downloads are not kept for the next start: {folder} cannot be written: {error.strerror}.")
        return Path(tempfile.mkdtemp(prefix="patientbook-downloads-"))
    return folder
