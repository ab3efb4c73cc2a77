"""A room as the running server has it: what is committed, in memory, and the streams that follow it."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from .states import Present, for_control, for_phones, for_projector
from .streams import Streams, event
from .tally import Tally

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .bank import Bank
    from .moves import RoomState
    from .records import Answer, Asked, Room

_SECONDS_BETWEEN_COUNTS = 0.25  # a number that changes more often than four times a second cannot be read


class LiveRoom:
    """``people`` are participants' ids by the hash of their ticket. ``trouble`` says what is wrong now, if anything."""

    def __init__(self, room: Room, people: dict[str, int], bank: Bank, trouble: Callable[[], str | None]) -> None:
        self.room = room
        self.people = people
        self.bank = bank
        self.tally = Tally()
        self.asked: list[Asked] = []
        self.is_whole = False  # whether answers and questions have been read
        self.changing = asyncio.Lock()
        self.about_to_be: RoomState | None = None
        self.phones = Streams(self.count_soon)
        self.controls = Streams()
        self.projectors = Streams()
        self._trouble = trouble
        self._for_phones: bytes | None = None
        self._page: str | None = None
        self._words: dict[str, Any] | None = None
        self._timer: asyncio.TimerHandle | None = None

    @property
    def state(self) -> RoomState:
        """The state that answers are taken in: of a step that is being closed no more are taken."""
        return self.about_to_be or self.room.state

    @property
    def present(self) -> Present:
        """All that is shown is made from."""
        return Present(self.room, self.bank, self.tally, self.asked)

    def is_revealed(self, step: str) -> bool:
        """Whether the answers to a step have been shown to all."""
        state = self.room.state
        if self.present.step.id == step:
            return state.phase == "revealed"
        left = state.past.get(step)
        return left is not None and left.phase == "revealed"

    def words(self) -> dict[str, Any]:
        """What the pop-ups of this room's chapters need."""
        if self._words is None:
            self._words = self.bank.words(self.room.plan.chapters)
        return self._words

    def page_for_all(self, make: Callable[[], str]) -> str:
        """What ``make`` makes, kept until the room changes."""
        if self._page is None:
            self._page = make()
        return self._page

    def read(self, answers: Iterable[Answer], asked: Iterable[Asked]) -> None:
        """Take over what is stored."""
        self.tally = Tally(answers)
        self.asked = list(asked)
        self.is_whole = True

    def phone_state(self) -> bytes:
        """The state for phones as JSON; all but the moment is made once."""
        if self._for_phones is None:
            self._for_phones = _json(for_phones(self.present))[1:]
        return b'{"now":"%b",%b' % (_now(), self._for_phones)

    def led_state(self, *, is_projector: bool) -> dict[str, Any]:
        """The state for the control or the projector."""
        make = for_projector if is_projector else for_control
        people = {"joined": len(self.people), "here": self.phones.here}
        return {"now": _now().decode(), **make(self.present, people, self._trouble())}

    def phone_event(self) -> bytes:
        """The event with the state for phones."""
        return event(self.room.state.revision, self.phone_state())

    def led_event(self, *, is_projector: bool) -> bytes:
        """The event with the state for the control or the projector."""
        return event(self.room.state.revision, _json(self.led_state(is_projector=is_projector)))

    def changed(self) -> None:
        """Tell everybody how the room is now."""
        self._for_phones = self._page = None
        if len(self.phones):
            self.phones.send(self.phone_event())
        self.count_now()

    def count_soon(self) -> None:
        """Tell who leads how many there are, but not more often than can be read."""
        if self._timer is None and (len(self.controls) or len(self.projectors)):
            self._timer = asyncio.get_running_loop().call_later(_SECONDS_BETWEEN_COUNTS, self.count_now)

    def count_now(self) -> None:
        """Tell who leads how things are."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if len(self.controls):
            self.controls.send(self.led_event(is_projector=False))
        if len(self.projectors):
            self.projectors.send(self.led_event(is_projector=True))

    def all_streams(self) -> tuple[Streams, Streams, Streams]:
        """The streams of phones, controls and projectors."""
        return self.phones, self.controls, self.projectors

    def close(self) -> None:
        """End all streams."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        for streams in self.all_streams():
            streams.close()


def _now() -> bytes:
    return datetime.now(UTC).isoformat(timespec="milliseconds").encode()


def _json(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
