"""Shows a newly built site in a running app: `patientbook build` in one window, the page anew in the other."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from patientbook.pages.workplace import Workplace, input_files, site_digest

if TYPE_CHECKING:
    from collections.abc import Callable

    from patientbook.pages import Site

    from .router import PageRouter


class Refresh:
    """Looks whether files changed and, when they did, whether the site they make has been built."""

    def __init__(self, place: Workplace, digest: str, prepare: Callable[[Site], Site]) -> None:
        """``prepare`` is what is done with a site from the store before it is shown."""
        self._place = place
        self._prepare = prepare
        self._digest = digest
        self._seen = self._signature()

    async def look(self, router: PageRouter) -> None:
        """Show the site of the files as they are now, if `build` has kept it. Reads files in a thread."""
        site = await asyncio.get_running_loop().run_in_executor(None, self._newer, router.digest)
        if site:
            router.show(site)
            self._place.report("The guide was built again; readers get the new pages.")

    def _newer(self, shown: str) -> Site | None:
        signature = self._signature()
        if signature != self._seen:
            self._seen, self._digest = signature, site_digest(self._place.root)
        if self._digest == shown or not self._place.sites.path(self._digest).exists():
            return None
        site = self._place.sites.read(self._digest)
        return self._prepare(site) if site else None

    def _signature(self) -> list[tuple[str, int, int]]:
        found = ((path, path.stat()) for path in input_files(self._place.root))
        return [(str(path), stat.st_mtime_ns, stat.st_size) for path, stat in found]
