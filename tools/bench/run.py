"""One run: every measurement in turn, each with servers of its own, all of which are stopped again."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .claims import Figures
from .load import Rate, measure_load
from .memory import MemoryFigures, measure_memory
from .pages import NGINX, OURS, PREHEATED, STOCK, PageFigures, measure_pages
from .problems import MissingToolError
from .servers import Server, nginx, ours, stock
from .start import measure_start
from .subject import Subject, copy_guide

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(frozen=True)
class Repetitions:
    """How often and how long each thing is measured."""

    rounds: int
    load_seconds: int
    load_turns: int
    starts: int


FULL = Repetitions(rounds=7, load_seconds=5, load_turns=3, starts=5)
QUICK = Repetitions(rounds=3, load_seconds=2, load_turns=1, starts=3)


@dataclass
class Run:
    """A run in the empty ``folder``. ``missing`` gets a sentence about each program that is not on this machine."""

    folder: Path
    repetitions: Repetitions
    report: Callable[[str], None]
    missing: list[str] = field(default_factory=list)

    def measure(self) -> Figures:
        """All figures.

        Raises:
            BenchError: something failed that is no missing program.
        """
        self.report("1 of 4: starting and building")
        start = measure_start(copy_guide(self.folder / "edited"), self.folder, self._cache, self.repetitions.starts)
        subject = copy_guide(self.folder / "guide")
        self.report("2 of 4: opening the page in a browser, in turn from each server")
        pages = self._pages(subject)
        self.report("3 of 4: counting pages a second")
        load = self._load(subject)
        self.report("4 of 4: measuring memory")
        return Figures(pages, load, self._memory(subject), start)

    @property
    def _cache(self) -> Path:
        return self.folder / "cache"

    @property
    def _settings(self) -> Path:
        return self.folder / "settings"  # which nobody makes: stock Voilà finds none

    def _pages(self, subject: Subject) -> PageFigures:
        with ExitStack() as stack:
            servers = {OURS: stack.enter_context(ours(subject, self._cache))}
            self._add_nginx(servers, stack)
            servers[STOCK] = stack.enter_context(stock(subject, self._settings))
            servers[PREHEATED] = stack.enter_context(stock(subject, self._settings, is_preheated=True))
            try:
                return measure_pages(servers, subject.lead, self.repetitions.rounds)
            except MissingToolError as error:
                self._note(error)
        return PageFigures()

    def _load(self, subject: Subject) -> dict[str, Rate]:
        with ExitStack() as stack:
            servers = {OURS: stack.enter_context(ours(subject, self._cache))}
            self._add_nginx(servers, stack)
            try:
                return measure_load(servers, self.folder, self.repetitions.load_seconds, self.repetitions.load_turns)
            except MissingToolError as error:
                self._note(error)
        return {}

    def _memory(self, subject: Subject) -> MemoryFigures:
        with ours(subject, self._cache) as our, stock(subject, self._settings) as other:
            return measure_memory(our, other)

    def _add_nginx(self, servers: dict[str, Server], stack: ExitStack) -> None:
        try:
            servers[NGINX] = stack.enter_context(nginx(self._cache, self.folder / "nginx"))
        except MissingToolError as error:
            self._note(error)

    def _note(self, error: MissingToolError) -> None:
        if str(error) not in self.missing:
            self.missing.append(str(error))
