"""Workshops of a running server: started in the background, so that readers never wait for them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tornado.ioloop import PeriodicCallback

from patientbook.reading.guide import load_guide

from .bank import Bank
from .database import StorageAwayError
from .limits import WRONG_WORDS, Guesses
from .refusals import Refused
from .rooms import Rooms
from .store import Store, default_database
from .streams import SECONDS_BETWEEN_BEATS
from .views import Place, place_of
from .writing import Writer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from patientbook.pages import Site
    from patientbook.reading.models import Guide

    from .plan import Plan
    from .rooms import Limits

_SECONDS_BETWEEN_TRIES = 1.0
_PATIENCE = 10.0  # seconds that a request waits for the start
_SECONDS_BETWEEN_TIDYING = 60.0


@dataclass(frozen=True)
class Setting:
    """``base`` is the path the app starts at; ``database`` is empty for SQLite in the user's own folder."""

    root: Path
    base: str
    database: str
    limits: Limits
    report: Callable[[str], None]


class Service:
    """``guesses`` counts wrong codes, ``logins`` wrong passwords, ``words`` wrong words of follow-ups.

    ``rooms`` and ``guide`` are there after ``ready``.
    """

    guide: Guide
    rooms: Rooms

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.guesses = Guesses()
        self.logins = Guesses(WRONG_WORDS)
        self.words = Guesses(WRONG_WORDS)
        self._banks: dict[str, Bank] = {}
        self._site: Site | None = None
        self._writer: Writer | None = None
        self._is_ready = asyncio.Event()
        self._starting: asyncio.Future[None] | None = None
        self._callbacks = [
            PeriodicCallback(self._beat, SECONDS_BETWEEN_BEATS * 1000),
            PeriodicCallback(self._tidy, _SECONDS_BETWEEN_TIDYING * 1000),
        ]

    def start(self) -> None:
        """Begin, in the loop that runs: what is stored is read in the background."""
        self._starting = asyncio.ensure_future(self._start())
        self._starting.add_done_callback(self._tell_end)

    @property
    def has_guide(self) -> bool:
        """Whether pages can be made."""
        return hasattr(self, "guide")

    async def ready(self) -> None:
        """Wait until what is stored has been read.

        Raises:
            Refused: it takes too long, or the database does not answer.
        """
        if self._is_ready.is_set():
            return
        try:
            await asyncio.wait_for(self._is_ready.wait(), _PATIENCE)
        except TimeoutError as error:
            raise Refused("storage-away") from error

    def bank(self, plan: Plan) -> Bank | None:
        """The questions that a plan is made of; None for the plan of another guide, or of a language that is gone."""
        language = plan.language
        if plan.guide != self.guide.settings.id or language not in self.guide.languages:
            return None
        if language not in self._banks:
            self._banks[language] = Bank(self.guide, language, self.setting.base)
        return self._banks[language]

    def place(self, language: str | None = None) -> Place:
        """The place of pages in a language, the guide's first if none is given."""
        known = [each.code for each in self.guide.settings.languages]
        code = language if language in known else known[0]
        return place_of(self.guide, code, self.setting.base, questions=self._questions(code), downloads=self._downloads)

    def show(self, site: Site) -> None:
        """Take over what the site has, and read the guide anew where it is another one.

        Rooms that are opened from now on have the new guide, others stay as they are.
        """
        is_new = self._site is not None and self._site.digest != site.digest
        self._site = site
        if is_new:
            task = asyncio.ensure_future(self._read_guide())
            task.add_done_callback(self._tell_failure)

    def close(self) -> None:
        """End all streams, and the writing with what has come in."""
        if self._starting:
            self._starting.cancel()
        for each in self._callbacks:
            each.stop()
        if self._is_ready.is_set():
            for live in self.rooms:
                live.close()
        if self._writer:
            self._writer.close()

    @property
    def _downloads(self) -> str:
        """Where downloads are: on the start page, empty where there are none."""
        return f"{self._site.home}#pb-downloads" if self._site and self._site.downloads else ""

    def _questions(self, language: str) -> str:
        """The data file of the language from which answers come into *My pages*; empty where there is none."""
        start = f"assets/questions-{language}."
        return next((path for path in self._site.files if path.startswith(start)), "") if self._site else ""

    async def _start(self) -> None:
        await self._read_guide()
        guide_id = self.guide.settings.id
        store = await asyncio.to_thread(lambda: Store(self.setting.database or default_database(guide_id)))
        self._writer = Writer(store, self._trouble_changed)
        self.rooms = Rooms(self._writer, self.setting.limits, self.bank)
        await self._load()

    async def _load(self) -> None:
        assert self._writer  # noqa: S101 - set by the caller
        is_told = False
        while not self._is_ready.is_set():
            try:
                await self._writer.run(lambda store: store.migrate())
                await self.rooms.tidy()
                await self.rooms.load()
                self._is_ready.set()
            except StorageAwayError as error:
                if not is_told:
                    self.setting.report(f"{error} Workshops begin when it does.")
                    is_told = True
                await asyncio.sleep(_SECONDS_BETWEEN_TRIES)
        for each in self._callbacks:
            each.start()

    async def _read_guide(self) -> None:
        self.guide = await asyncio.to_thread(load_guide, self.setting.root)
        self._banks.clear()

    def _tell_end(self, done: asyncio.Future[None]) -> None:
        if not done.cancelled() and (error := done.exception()):
            self.setting.report(f"Workshops cannot be held: {error}")

    def _tell_failure(self, done: asyncio.Future[None]) -> None:
        if not done.cancelled() and (error := done.exception()):
            self.setting.report(f"Workshops stay with the guide as it was before: {error}")

    def _beat(self) -> None:
        for live in self.rooms:
            for streams in live.all_streams():
                streams.beat()

    async def _tidy(self) -> None:
        for each in (self.guesses, self.logins, self.words):
            each.forget()
        try:
            await self.rooms.tidy()
        except StorageAwayError:
            return  # the next time will do

    def _trouble_changed(self) -> None:
        if self._writer and self._is_ready.is_set():
            self.setting.report(
                "The database of the workshops does not answer. Answers wait on the phones."
                if self._writer.is_away
                else "The database of the workshops is back."
            )
            self.rooms.tell_trouble()
