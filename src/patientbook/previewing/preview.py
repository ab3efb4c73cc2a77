"""A guide that is being written: looked at again and again, made anew when a file was saved, and told to open pages."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

from patientbook.problems import Severity

from .dressing import dressed, empty_site, versions_of
from .labels import LABELS
from .making import make_pages

if TYPE_CHECKING:
    from patientbook.pages import Site
    from patientbook.pages.workplace import Workplace
    from patientbook.problems import Problem

    from .making import Outcome

Signature = list[tuple[str, int, int]]


class Preview:
    """The last good pages, and what is wrong now. Used on one event loop; the work is done in a thread.

    ``last`` is shown until the first pages are made.
    """

    def __init__(self, place: Workplace, last: Site | None = None) -> None:
        self._place = place
        self._seen: Signature = []
        self._site = last or empty_site()
        self._is_empty = last is None
        self._outcome: Outcome | None = None
        self._changed = asyncio.Condition()
        self._looking = asyncio.Lock()
        self.site = dressed(self._site)
        self.revision = 0

    async def look(self) -> bool:
        """Make the pages if a file was saved since the last look; whether there is something new to show."""
        async with self._looking:
            seen = await asyncio.to_thread(self._signature)
            if seen == self._seen:
                return False
            self._seen = seen  # taken before, so that what is saved while the pages are made is seen at the next look
            self._take(await asyncio.to_thread(make_pages, self._place))
        async with self._changed:
            self._changed.notify_all()
        return True

    async def news(self, told: int) -> int:
        """The number of the state after the one that was told, as soon as there is one."""
        async with self._changed:
            await self._changed.wait_for(lambda: self.revision != told)
        return self.revision

    def state(self) -> str:
        """What an open page is told: which pages there are in which version, and what is wrong, as JSON."""
        problems = self._outcome.problems if self._outcome else ()
        told = {
            "revision": self.revision,
            "is_current": self._outcome is None or self._outcome.site is not None,
            "pages": {} if self._is_empty else versions_of(self._site),
            "message": self._outcome.message if self._outcome else "",
            "problems": [_told(each) for each in problems],
            "words": LABELS,
        }
        return json.dumps(told)

    def _take(self, outcome: Outcome) -> None:
        if outcome.site:
            self._site, self._is_empty = outcome.site, False
            self.site = dressed(outcome.site)
        self._outcome = outcome
        self.revision += 1
        self._place.report(_line(outcome))

    def _signature(self) -> Signature:
        found = []
        for path in self._place.files():
            try:
                stat = path.stat()
            except FileNotFoundError:  # an editor renames while we look
                continue
            found.append((str(path), stat.st_mtime_ns, stat.st_size))
        return found


def _told(problem: Problem) -> dict[str, object]:
    return {
        "place": f"{problem.file}:{problem.line}:{problem.column}",
        "rule": problem.rule,
        "what": problem.what,
        "way_out": problem.way_out,
        "is_error": problem.severity is Severity.ERROR,
    }


def _line(outcome: Outcome) -> str:
    """One line for the terminal, and the problems after it."""
    lines = [str(each) for each in outcome.problems if each.severity is Severity.ERROR]
    lines += [outcome.message] if outcome.message else []
    if outcome.site:
        return "\n".join(["The pages are up to date.", *lines])
    return "\n".join([*lines, "Mend this and save; until then the last good pages are shown."])
