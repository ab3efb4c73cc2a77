"""All phones of a room, and what they have heard."""

from __future__ import annotations

import asyncio
import gzip
import json
import random
import re
from typing import TYPE_CHECKING, Any

from .answering import some_answer
from .phone import Phone
from .waiting import until

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from .line import Reply

_LOADED = re.compile(rb'(?:<script(?: defer)? src|<link rel="stylesheet" href)="([^"]+)"')


class Crowd:
    """``invitation`` is the path in the QR code. ``sent`` and ``stored`` count answers to what is open now."""

    def __init__(self, port: int, invitation: str, size: int) -> None:
        self.port = port
        self.invitation = invitation
        self.phones = [Phone(self, number) for number in range(size)]
        self.refusals: dict[str, int] = {}
        self._states: dict[int, dict[str, Any]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def join(self, seconds: float) -> float:
        """Let all come in, evenly within ``seconds``; how long it took until the last was in and had the state."""
        loop = asyncio.get_running_loop()
        begun = loop.time()
        await self._spread([phone.join() for phone in self.phones], seconds)
        await self.until(lambda phone: bool(phone.heard))
        return loop.time() - begun

    async def answer(self, seconds: float) -> None:
        """Let all answer the first question of what is open, each at a moment of their own within ``seconds``."""
        asked = self.newest()["questions"][0]
        work = [phone.answer(asked["name"], some_answer(asked["wire"])) for phone in self.phones]
        await self._spread(work, seconds)

    def cut(self) -> None:
        """Cut every connection at once."""
        for phone in self.phones:
            phone.cut()

    def leave(self) -> None:
        """All go."""
        for phone in self.phones:
            phone.leave()

    async def until(self, is_so: Callable[[Phone], bool], seconds: float = 60) -> None:
        """Return when something is so of all phones.

        Raises:
            TimeoutError: it is not, after all that time.
        """
        await until(lambda: all(is_so(phone) for phone in self.phones), seconds)

    def state(self, revision: int) -> dict[str, Any]:
        """The state at a revision."""
        return self._states[revision]

    def newest(self) -> dict[str, Any]:
        """The newest state that any phone has."""
        return self._states[max(self._states)]

    def heard(self, revision: int, data: bytes) -> None:
        """A phone has a state. It is the same for all, so that it is read once."""
        if revision not in self._states:
            self._states[revision] = json.loads(data)

    def loaded_by(self, page: bytes) -> list[str]:
        """What a participant's page loads: scripts and styles; a browser keeps them, a new one has none of them."""
        return [each.decode() for each in _LOADED.findall(gzip.decompress(page))]

    def note_refusal(self, reply: Reply | None) -> None:
        """An answer could not be stored yet: why."""
        why = "no connection" if reply is None else str(json.loads(reply.body).get("why", reply.status))
        self.refusals[why] = self.refusals.get(why, 0) + 1

    def keep(self, task: asyncio.Task[None]) -> None:
        """Hold a task until it is done."""
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _spread(self, work: list[Coroutine[Any, Any, None]], seconds: float) -> None:
        async def later(each: Coroutine[Any, Any, None], wait: float) -> None:
            await asyncio.sleep(wait)
            await each

        waits = [seconds * at / len(work) for at in range(len(work))]
        random.shuffle(waits)
        await asyncio.gather(*(later(each, wait) for each, wait in zip(work, waits, strict=True)))
