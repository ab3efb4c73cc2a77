"""One run: every measurement in turn, each with servers of its own, all of which are stopped again."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .claims import Figures
from .lighthouse import Scores, measure_lighthouse
from .load import Rate, measure_load
from .memory import MemoryFigures, measure_memory
from .pages import NGINX, OURS, PREHEATED, STOCK, PageFigures, measure_pages
from .problems import MissingToolError
from .servers import Server, nginx, ours, stock
from .site import SiteFigures, measure_site
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
    slow_visits: int
    lighthouse_runs: int


FULL = Repetitions(rounds=7, load_seconds=5, load_turns=3, starts=5, slow_visits=3, lighthouse_runs=3)
QUICK = Repetitions(rounds=3, load_seconds=2, load_turns=1, starts=3, slow_visits=1, lighthouse_runs=1)


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
        self.report("1 of 6: starting and building")
        start = measure_start(copy_guide(self.folder / "edited"), self.folder, self._cache, self.repetitions.starts)
        subject = copy_guide(self.folder / "guide")
        self.report("2 of 6: opening the page in a browser, in turn from each server")
        pages = self._pages(subject)
        self.report("3 of 6: counting pages a second")
        load = self._load(subject)
        self.report("4 of 6: measuring memory")
        memory = self._memory(subject)
        self.report("5 of 6: opening every page, and some on a slow line")
        site = self._site(subject)
        self.report("6 of 6: asking Lighthouse")
        return Figures(pages, load, memory, start, site, self._lighthouse(subject))

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

    def _site(self, subject: Subject) -> SiteFigures:
        with ours(subject, self._cache) as server:
            try:
                return measure_site(server.root, self.repetitions.slow_visits)
            except MissingToolError as error:
                self._note(error)
        return SiteFigures()

    def _lighthouse(self, subject: Subject) -> Scores:
        with ours(subject, self._cache) as server:
            try:
                return measure_lighthouse(server.root, self.repetitions.lighthouse_runs)
            except MissingToolError as error:
                self._note(error)
        return Scores()

    def _add_nginx(self, servers: dict[str, Server], stack: ExitStack) -> None:
        try:
            servers[NGINX] = stack.enter_context(nginx(self._cache, self.folder / "nginx"))
        except MissingToolError as error:
            self._note(error)

    def _note(self, error: MissingToolError) -> None:
        if str(error) not in self.missing:
            self.missing.append(str(error))
