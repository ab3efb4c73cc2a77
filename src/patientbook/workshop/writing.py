"""The one thread that writes: what has come in meanwhile is committed together, and told only after its commit.

A commit costs the same for one answer and for a hundred, so that a room that answers in one moment needs a few of them.
While the database is away, what comes is refused at once and asked again by who sent it; the thread looks every second
whether the database is back. A database that neither answers nor fails counts as away after some seconds.
"""

from __future__ import annotations

import asyncio
import queue
import threading
import time
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from .database import StorageAwayError
from .records import Answer, Outcome, RoomFullError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from .store import Store

T = TypeVar("T")
_SECONDS_BETWEEN_TRIES = 1.0
_PATIENCE = 6.0  # seconds for what was asked: a little more than SQLite waits for a lock


_STUCK = "The database of the workshops does not answer. What is sent is kept and tried again."


@dataclass
class _Job:
    """``answers`` or ``joins`` (room, ticket's hash, limit) are done together with others; ``work`` is done alone."""

    future: asyncio.Future[Any]
    answers: Sequence[Answer] = ()
    join: tuple[str, str, int] | None = None
    work: Callable[[Store], Any] | None = None
    result: Any = None
    error: BaseException | None = field(default=None, repr=False)


class Writer:
    """Everything that is asked of the store goes through here, reading too: the store is used by one thread."""

    def __init__(self, store: Store, changed: Callable[[], None] = lambda: None) -> None:
        """``changed`` is called in the loop when the database has gone away or come back."""
        self.is_away = False
        self._store = store
        self._changed = changed
        self._loop = asyncio.get_running_loop()
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._next_try = 0.0
        self._busy_since: float | None = None
        self._thread = threading.Thread(target=self._run, name="workshop-writer", daemon=True)
        self._thread.start()

    async def store_answers(self, answers: Sequence[Answer]) -> list[Outcome]:
        """What became of each answer, once it is committed.

        Raises:
            StorageAwayError: nothing was stored.
        """
        if not answers:
            return []
        outcomes: list[Outcome] = await self._ask(_Job(self._loop.create_future(), answers=answers))
        return outcomes

    async def join(self, room: str, ticket_hash: str, limit: int) -> int:
        """Let somebody in, and return their id.

        Raises:
            RoomFullError: as many as ``limit`` are in.
            StorageAwayError: the database is away.
        """
        joined: int | None = await self._ask(_Job(self._loop.create_future(), join=(room, ticket_hash, limit)))
        if joined is None:
            raise RoomFullError(room)
        return joined

    async def run(self, work: Callable[[Store], T]) -> T:
        """What ``work`` returns or raises in the writing thread."""
        done: T = await self._ask(_Job(self._loop.create_future(), work=work))
        return done

    def close(self) -> None:
        """Do what has come in, and end."""
        self._jobs.put(None)
        self._thread.join(timeout=5)

    async def _ask(self, job: _Job) -> Any:  # noqa: ANN401 - what the job gives
        if self._is_stuck:
            raise StorageAwayError(_STUCK)
        self._jobs.put(job)
        try:
            async with asyncio.timeout(_PATIENCE):
                return await job.future
        except TimeoutError as error:  # it may be done yet, or has not been begun: asked again, it does no harm
            if self._is_stuck and not self.is_away:
                self.is_away = True
                self._changed()
            raise StorageAwayError(_STUCK) from error

    @property
    def _is_stuck(self) -> bool:
        since = self._busy_since
        return since is not None and time.monotonic() - since > _PATIENCE - _SECONDS_BETWEEN_TRIES

    def _run(self) -> None:
        is_going_on = True
        while is_going_on:
            batch, is_going_on = self._next_batch()
            if batch and self.is_away and time.monotonic() < self._next_try:
                _fail(batch, StorageAwayError("The database is away."))
            elif batch:
                self._busy_since = time.monotonic()
                self._do(batch)
                self._busy_since = None
            elif self.is_away:
                self._look()
            if batch:
                self._in_loop(partial(_deliver, batch))
        self._store.close()

    def _next_batch(self) -> tuple[list[_Job], bool]:
        """All that is waiting, and whether more may come; nothing after a second in which nothing came."""
        batch: list[_Job] = []
        try:
            job = self._jobs.get(timeout=_SECONDS_BETWEEN_TRIES if self.is_away else None)
            while job is not None:
                if not job.future.done():  # who asked may have given up
                    batch.append(job)
                job = self._jobs.get_nowait()
        except queue.Empty:
            return batch, True
        return batch, False

    def _do(self, batch: list[_Job]) -> None:
        """Answers first: what was accepted while a question was open is stored before the step that closes it."""
        _together([job for job in batch if job.answers], self._do_answers)
        rooms = dict.fromkeys((job.join[0], job.join[2]) for job in batch if job.join)
        for room in rooms:
            _together([job for job in batch if job.join and (job.join[0], job.join[2]) == room], self._do_joins)
        for each in batch:
            if each.work:
                _together([each], self._do_alone)
        self._note(is_away=any(isinstance(job.error, StorageAwayError) for job in batch))

    def _do_answers(self, jobs: list[_Job]) -> Iterable[Any]:
        outcomes = iter(self._store.store_answers([each for job in jobs for each in job.answers]))
        return [[next(outcomes) for _ in job.answers] for job in jobs]

    def _do_joins(self, jobs: list[_Job]) -> Iterable[Any]:
        joins = [job.join for job in jobs if job.join]
        room, _, limit = joins[0]
        return self._store.join_many(room, [ticket for _, ticket, _ in joins], limit)

    def _do_alone(self, jobs: list[_Job]) -> Iterable[Any]:
        return [job.work(self._store) for job in jobs if job.work]

    def _look(self) -> None:
        try:
            self._store.migrate()  # a database that comes back may be a new one
        except StorageAwayError:
            self._note(is_away=True)
        else:
            self._note(is_away=False)

    def _note(self, *, is_away: bool) -> None:
        self._next_try = time.monotonic() + _SECONDS_BETWEEN_TRIES
        if is_away != self.is_away:
            self.is_away = is_away
            self._in_loop(self._changed)

    def _in_loop(self, call: Callable[[], None]) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(call)


def _together(jobs: list[_Job], do: Callable[[list[_Job]], Iterable[Any]]) -> None:
    """Do jobs in one transaction; where one of them spoils it for all, each for itself."""
    if not jobs:
        return
    try:
        for job, result in zip(jobs, do(jobs), strict=True):
            job.result = result
    except StorageAwayError as error:
        _fail(jobs, error)
    except Exception as error:  # noqa: BLE001 - whatever it is, it goes to who asked
        if len(jobs) == 1:
            jobs[0].error = error
        else:
            for job in jobs:
                _together([job], do)


def _fail(jobs: list[_Job], error: BaseException) -> None:
    for job in jobs:
        job.error = error


def _deliver(batch: list[_Job]) -> None:
    for job in batch:
        if job.future.done():  # who asked has gone away
            continue
        if job.error:
            job.future.set_exception(job.error)
        else:
            job.future.set_result(job.result)
