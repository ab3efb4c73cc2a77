"""Anonymous questions to the facilitator: asked, let through or not, and taken down again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .records import TooManyAskedError, UnknownRoomError
from .refusals import Refused
from .words_of_people import clean

if TYPE_CHECKING:
    from .live_room import LiveRoom
    from .records import AskedState
    from .writing import Writer

LONGEST_QUESTION = 300  # characters
MOST_QUESTIONS = 5  # a person


class Asking:
    """The questions of all rooms."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    async def ask(self, live: LiveRoom, participant: int, text: str) -> None:
        """Keep an anonymous question for the facilitator."""
        if len(text) > LONGEST_QUESTION:
            raise Refused("too-long")
        if not clean(text):
            raise Refused("not-understood")
        try:
            await self._writer.run(lambda store: store.ask(participant, text, MOST_QUESTIONS))
        except TooManyAskedError as error:
            raise Refused("too-many") from error
        except UnknownRoomError as error:
            raise Refused("unknown-room") from error
        await self._read_asked(live)
        live.count_soon()

    async def judge(self, live: LiveRoom, id_: int, state: AskedState) -> None:
        """Show a question to all, or do not."""
        room = live.room.id
        if not await self._writer.run(lambda store: store.judge_asked(room, id_, state)):
            raise Refused("not-understood")
        await self._read_asked(live)
        live.changed()

    async def report(self, live: LiveRoom, id_: int) -> None:
        """Take a question down that somebody found abusive; what cannot be taken down stays."""
        room = live.room.id
        if await self._writer.run(lambda store: store.report_asked(room, id_)):
            await self._read_asked(live)
            live.changed()

    async def _read_asked(self, live: LiveRoom) -> None:
        id_ = live.room.id
        live.asked = await self._writer.run(lambda store: store.asked(id_))
