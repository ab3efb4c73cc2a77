"""One simulated phone: it joins, follows the room, keeps an answer until it is acknowledged, and comes back by itself.

It does what `widgets/src/workshop/` does: the same requests, the same waits before it comes back and before it sends an
answer again (`stream.ts`, `outbox.ts`).
"""

from __future__ import annotations

import asyncio
import json
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .line import Line, Reply, Stream

if TYPE_CHECKING:
    from .crowd import Crowd

_FORM = "application/x-www-form-urlencoded"
# Seconds. Each wait is the soonest and a random part of what doubles with every failure in a row.
_BACK_SOONEST, _BACK_LATEST = 0.5, 15.0
_AGAIN_SOONEST, _AGAIN_LATEST = 1.5, 20.0


@dataclass
class Sent:
    """An answer on its way: when it was first sent and when it was acknowledged, on the loop's clock."""

    sequence: int
    answer: Any
    at: float
    acknowledged: float | None = None
    tries: int = 0


class Phone:
    """A participant. ``heard`` is the newest revision, with the moment in which each came."""

    def __init__(self, crowd: Crowd, number: int) -> None:
        self.crowd = crowd
        self.number = number
        self.ticket = ""
        self.heard: dict[int, float] = {}
        self.back_at: float | None = None
        self.answers: dict[tuple[str, int], Sent] = {}
        self._line: Line | None = None
        self._stream: Stream | None = None
        self._sequence = 0
        self._is_here = False
        self._failures = 0

    async def join(self) -> None:
        """Come in by the QR code, load the page and what it loads, and follow."""
        line = self._line = await Line().open(self.crowd.port)
        invitation = await line.ask("GET", self.crowd.invitation)
        assert invitation.status == 200, invitation  # noqa: S101, PLR2004 - a bench that goes wrong ends
        joined = await line.ask("POST", self.crowd.invitation, b"", _FORM)
        assert joined.status == 303, joined  # noqa: S101, PLR2004 - as above
        self.ticket = joined.place.rpartition("/")[2]
        page = await line.ask("GET", joined.place)
        assert page.status == 200, page  # noqa: S101, PLR2004 - as above
        for each in self.crowd.loaded_by(page.body):
            await line.ask("GET", each)
        self._is_here = True
        await self._follow()

    def cut(self) -> None:
        """Lose every connection."""
        self.back_at = None
        for each in (self._stream, self._line):
            if each:
                each.cut()
        self._line = None

    def leave(self) -> None:
        """Go, and do not come back."""
        self._is_here = False
        self.cut()

    async def answer(self, question: str, answer: Any) -> None:  # noqa: ANN401 - by the question's type
        """Answer what is open, and return when the server has said that it is stored."""
        state = self.crowd.state(max(self.heard))
        self._sequence += 1
        loop = asyncio.get_running_loop()
        sent = Sent(self._sequence, answer, loop.time())
        self.answers[state["step"]["id"], state["round"]] = sent
        given = {"step": state["step"]["id"], "question": question, "round": state["round"], "answer": answer}
        body = json.dumps({"answers": [given | {"confidence": None, "sequence": sent.sequence}]}).encode()
        while sent.acknowledged is None:
            sent.tries += 1
            reply = await self._post(body)
            if reply is not None and reply.status == 200:  # noqa: PLR2004 - HTTP's
                told = json.loads(reply.body)
                assert not told["refused"], told  # noqa: S101 - as above
                sent.acknowledged = loop.time()
            else:
                self.crowd.note_refusal(reply)
                await asyncio.sleep(_wait(sent.tries, _AGAIN_SOONEST, _AGAIN_LATEST))

    async def _post(self, body: bytes) -> Reply | None:
        try:
            if self._line is None:
                self._line = await Line().open(self.crowd.port)
            return await self._line.ask("POST", f"/room/{self.ticket}/answers", body, "application/json")
        except OSError:
            self._line = None
            return None

    async def _follow(self) -> None:
        self._stream = Stream(f"/room/{self.ticket}/events", self._hear, self._ended)
        try:
            await self._stream.open(self.crowd.port)
        except OSError:
            self._come_back()

    def _hear(self, revision: int, data: bytes) -> None:
        now = asyncio.get_running_loop().time()
        self._failures = 0
        self.heard.setdefault(revision, now)
        if self.back_at is None:
            self.back_at = now
        self.crowd.heard(revision, data)

    def _ended(self) -> None:
        if self._is_here and self._stream:
            self.back_at = None
            self._come_back()

    def _come_back(self) -> None:
        self._failures += 1
        loop = asyncio.get_running_loop()
        wait = _wait(self._failures, _BACK_SOONEST, _BACK_LATEST)
        loop.call_later(wait, lambda: self.crowd.keep(loop.create_task(self._follow())))


def _wait(failures: int, soonest: float, latest: float) -> float:
    part = random.random()  # noqa: S311 - not a secret
    return soonest + part * min(latest, soonest * float(2 ** min(failures, 6)))
