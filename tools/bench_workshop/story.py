"""What happens in the measured workshop, part after part, and what is noted of it."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .crowd import Crowd
from .leader import Leader
from .reported import compare
from .waiting import until

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .browsers import Browsers
    from .databases import Database
    from .phone import Sent
    from .server import Server

_FRESH = 1.0  # seconds after which the projector shows what was acknowledged


@dataclass(frozen=True)
class Pace:
    """Seconds over which people come, over which they answer, and for which the database is away."""

    join: float = 8.0
    answer: float = 4.0
    away: float = 10.0


@dataclass
class Votes:
    """One question that all answered."""

    seconds: float
    acknowledged: list[float]  # seconds from sending to knowing, of each
    stored: int
    twice: int
    lost: int  # acknowledged, and not in the database as it was
    wrong_counts: list[str] = field(default_factory=list)


@dataclass
class Figures:
    """All of one run on one database. Times are in seconds."""

    size: int
    joined: float = 0.0
    heard: list[float] = field(default_factory=list)
    votes: Votes | None = None
    rush: Votes | None = None
    back_after_cut: float = 0.0
    behind_after_cut: int = 0
    killed: Votes | None = None
    back_after_kill: float = 0.0
    away: Votes | None = None
    refusals_while_away: dict[str, int] = field(default_factory=dict)
    saw_trouble: bool = False
    saw_it_end: bool = False
    processor: float = 0.0
    has_browsers: bool = False
    looks: list[bool] = field(default_factory=list)  # at control and projector in real browsers: whether each was right
    reported: int = 0  # numbers of the report that were compared with what was sent
    misreported: list[str] = field(default_factory=list)


class Story:
    """A workshop of ``size`` phones."""

    def __init__(
        self,
        server: Server,
        database: Database,
        size: int,
        tell: Callable[[str], None],
        browsers: Browsers | None = None,
    ) -> None:
        self.figures = Figures(size, has_browsers=browsers is not None)
        self._browsers = browsers
        self._server = server
        self._database = database
        self._tell = tell
        self._leader = Leader(server)

    async def live(self, asked: Mapping[str, Any], pace: Pace) -> Figures:
        """Hold the workshop that ``asked`` asks for, as `POST workshop/rooms` takes it."""
        crowd = self._crowd = Crowd(self._server.port, await self._leader.open(asked), self.figures.size)
        await self._leader.follow()
        if self._browsers:
            await self._browsers.open(self._leader.room)
        self._tell("people join")
        self.figures.joined = await crowd.join(pace.join)
        self._tell("a question opens, and all answer")
        self.figures.heard = await self._ask()
        self.figures.votes = await self._vote(pace.answer)
        self._tell("a second one, which all answer in one moment")
        await self._ask()
        self.figures.rush = await self._vote(0)
        self._tell("all connections are cut")
        await self._cut()
        self._tell("the server is killed in the middle of answers")
        await self._ask()
        self.figures.killed = await self._vote(pace.answer, asyncio.create_task(self._kill(pace.answer / 2)))
        self._tell(f"the database is away for {pace.away:g} s")
        await self._ask()
        crowd.refusals.clear()
        self.figures.away = await self._vote(pace.answer, asyncio.create_task(self._be_away(pace.away)))
        self.figures.refusals_while_away = dict(crowd.refusals)
        self.figures.processor = self._server.processor_seconds
        self.figures.reported, self.figures.misreported = compare(await self._leader.report(), crowd.phones)
        crowd.leave()
        return self.figures

    async def _ask(self) -> list[float]:
        """Open the next question; after how long each phone had it."""
        await self._leader.go_to_question()
        begun, revision = await self._leader.press("open")
        await self._crowd.until(lambda phone: revision in phone.heard)
        if self._browsers:
            self.figures.looks += await self._browsers.have_moved_on(self.figures.size)
        return [phone.heard[revision] - begun for phone in self._crowd.phones]

    async def _vote(self, seconds: float, meanwhile: asyncio.Task[None] | None = None) -> Votes:
        loop = asyncio.get_running_loop()
        begun = loop.time()
        await self._crowd.answer(seconds)
        took = loop.time() - begun
        if meanwhile:
            await meanwhile
        else:
            await asyncio.sleep(_FRESH)  # until the projector must show the last
        state = await self._leader.state()
        sent = self._sent(state["step"]["id"], state["round"])
        rows = [row for row in self._database.rows() if row[1:3] == (state["step"]["id"], state["round"])]
        stored = Counter(_told(row[3], row[4]) for row in rows)
        known = Counter(_told(each.sequence, each.answer) for each in sent if each.acknowledged)
        votes = Votes(
            seconds=took,
            acknowledged=[each.acknowledged - each.at for each in sent if each.acknowledged],
            stored=len({row[0] for row in rows}),
            twice=len(rows) - len({row[0] for row in rows}),
            lost=(known - stored).total(),
        )
        if self._browsers:
            self.figures.looks += await self._browsers.say(self.figures.size)
        if meanwhile is None:
            votes.wrong_counts = self._wrong_counts(sent, state["step"]["id"])
        return votes

    def _sent(self, step: str, round_: int) -> list[Sent]:
        return [each for phone in self._crowd.phones if (each := phone.answers.get((step, round_)))]

    def _wrong_counts(self, sent: list[Sent], step: str) -> list[str]:
        """Each number on the projector that says more than was sent by then, or less than was known a second before."""
        wrong = []
        shown = [each for each in self._leader.shown if each.step == step and each.at >= min(one.at for one in sent)]
        for each in shown:
            most = sum(one.at <= each.at for one in sent)
            least = sum((one.acknowledged or each.at) < each.at - _FRESH for one in sent)
            if not least <= each.answered <= most:
                wrong.append(f"{each.answered} shown, {least} known, {most} sent")
        if not shown or shown[-1].answered != len(sent):
            wrong.append(f"at the end {shown[-1].answered if shown else 'nothing'} of {len(sent)}")
        return wrong

    async def _cut(self) -> None:
        loop = asyncio.get_running_loop()
        begun = loop.time()
        self._crowd.cut()
        revision = await self._leader.go_to_question()
        await self._crowd.until(lambda phone: phone.back_at is not None)
        self.figures.back_after_cut = max(phone.back_at or 0 for phone in self._crowd.phones) - begun
        self.figures.behind_after_cut = sum(max(phone.heard) < revision for phone in self._crowd.phones)

    async def _kill(self, after: float) -> None:
        await asyncio.sleep(after)
        for phone in self._crowd.phones:
            phone.back_at = None
        self._server.kill()
        await self._server.start()
        loop = asyncio.get_running_loop()
        begun = loop.time()
        await self._crowd.until(lambda phone: phone.back_at is not None)
        self.figures.back_after_kill = max(phone.back_at or 0 for phone in self._crowd.phones) - begun
        await self._leader.follow()

    async def _be_away(self, seconds: float) -> None:
        self._leader.trouble.clear()
        await self._database.be_away(seconds)
        await until(lambda: bool(self._leader.trouble) and not self._leader.trouble[-1][1], 30)
        self.figures.saw_trouble = any(trouble for _, trouble in self._leader.trouble)
        self.figures.saw_it_end = not self._leader.trouble[-1][1]


def _told(sequence: int, answer: Any) -> str:  # noqa: ANN401 - any answer
    return json.dumps([sequence, answer], sort_keys=True)
