"""The rooms of a running server, and everything that can be done in one. Who may is asked before, by the handlers."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from operator import methodcaller
from typing import TYPE_CHECKING, Any

from .asking import Asking
from .codes import hash_ticket, hash_word, is_join_key, make_ticket, read_code
from .live_room import LiveRoom
from .moves import Refusal, move, replan
from .records import Answer, RoomFullError, StaleError, UnknownRoomError, WordTakenError
from .refusals import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from .bank import Bank
    from .moves import RoomState
    from .plan import Plan
    from .records import Room
    from .writing import Writer

_LONGEST_WORD = 300  # characters
FOLLOW_UP = timedelta(weeks=3)  # people answer at home, when it suits them


@dataclass(frozen=True)
class Limits:
    """How many people a room takes, and how long after its opening it closes and is deleted."""

    room_size: int
    close_after: timedelta
    delete_after: timedelta


class Rooms:
    """By id, code and ticket. ``bank_of`` gives the bank of a plan, None for one of another guide."""

    def __init__(self, writer: Writer, limits: Limits, bank_of: Callable[[Plan], Bank | None]) -> None:
        self.limits = limits
        self.asking = Asking(writer)
        self._writer = writer
        self._bank_of = bank_of
        self._rooms: dict[str, LiveRoom] = {}
        self._by_code: dict[str, LiveRoom] = {}

    def __iter__(self) -> Iterator[LiveRoom]:
        return iter(list(self._rooms.values()))

    async def load(self) -> None:
        """Take over what is stored: of rooms that are over only who was in them, the rest when it is asked for.

        Raises:
            StorageAwayError: the database does not answer.
        """
        for room in await self._writer.run(lambda store: store.all_rooms()):
            if room.id not in self._rooms:
                people = await self._writer.run(methodcaller("participants", room.id))
                live = self._take(room, people)
                if live and not room.state.is_over:
                    await self.whole(live)

    async def whole(self, live: LiveRoom) -> LiveRoom:
        """The room with its answers and questions read."""
        if not live.is_whole:
            id_ = live.room.id
            answers, asked = await self._writer.run(lambda store: (store.answers(id_), store.asked(id_)))
            if not live.is_whole:  # another request may have read them meanwhile, and counted since
                live.read(answers, asked)
        return live

    def by_id(self, id_: str) -> LiveRoom | None:
        """The room with this id."""
        return self._rooms.get(id_)

    def of(self, owner: str) -> list[LiveRoom]:
        """A facilitator's rooms, the newest first."""
        own = [live for live in self._rooms.values() if live.room.owner == owner]
        return sorted(own, key=lambda live: live.room.opened_at, reverse=True)

    def by_code(self, written: str) -> LiveRoom | None:
        """The room with a code as people write it."""
        return self._by_code.get(read_code(written) or "")

    def by_ticket(self, ticket: str) -> tuple[LiveRoom, int] | None:
        """The room and the id of who has this ticket."""
        hashed = hash_ticket(ticket)
        for live in self._rooms.values():
            if (participant := live.people.get(hashed)) is not None:
                return live, participant
        return None

    async def open(self, owner: str, plan: Plan) -> LiveRoom:
        """Open a room."""
        now, limits = datetime.now(UTC), self.limits
        room = await self._writer.run(
            lambda store: store.open_room(owner, plan, now, limits.close_after, limits.delete_after)
        )
        live = self._take(room, {})
        if live is None:
            raise Refused("not-understood")
        live.read((), ())
        return live

    async def join(self, live: LiveRoom, word: str = "") -> str:
        """Let somebody in, in a follow-up as who chose ``word`` if there is one, and return their new ticket.

        Raises:
            Refused: the room is closed or full, or nobody chose this word.
        """
        if live.state.is_over:
            raise Refused("room-closed")
        ticket = make_ticket()
        hashed = hash_ticket(ticket)
        id_ = live.room.id
        if live.state.is_follow_up and word and word.strip():
            participant = await self._known_again(live, word, hashed)
        elif len(live.people) >= self.limits.room_size:
            raise Refused("room-full")
        else:
            try:
                participant = await self._writer.join(id_, hashed, self.limits.room_size)
            except RoomFullError as error:
                raise Refused("room-full") from error
        live.people[hashed] = participant
        live.count_soon()
        return ticket

    async def answer(self, live: LiveRoom, answers: Sequence[Answer]) -> list[str]:
        """Store answers that were found to be some, and return what became of each (`records.Outcome`)."""
        outcomes = await self._writer.store_answers(answers)
        for each, outcome in zip(answers, outcomes, strict=True):
            if outcome != "unknown":  # one that was kept may have been stored by a commit that nobody heard of
                live.tally.add(each)
        live.count_soon()
        return list(outcomes)

    async def act(self, live: LiveRoom, action: str, revision: int | None, **details: Any) -> None:  # noqa: ANN401 - of `move`
        """Do what a facilitator pressed.

        Raises:
            Refused: it cannot be done now, or somebody was quicker.
        """
        async with live.changing:
            moved = move(live.room.state, live.room.plan, action, revision=revision, **details)
            if isinstance(moved, Refusal):
                raise Refused(moved.why, moved.message)
            closes = self._closes_again(live.room, moved) if action == "reopen" else None
            await self._change(
                live, moved, lambda store, id_, expected: store.change_room(id_, expected, moved, closes)
            )

    async def change_plan(self, live: LiveRoom, plan: Plan, revision: int | None = None) -> None:
        """Give a room another plan.

        Raises:
            Refused: it changes what people have seen already, or somebody was quicker.
        """
        async with live.changing:
            if revision is not None and revision != live.room.state.revision:
                raise Refused("stale")
            state = replan(live.room.state, live.room.plan, plan)
            if isinstance(state, Refusal):
                raise Refused(state.why, state.message)
            await self._change(live, state, lambda store, id_, expected: store.change_plan(id_, expected, plan, state))

    async def set_word(self, live: LiveRoom, participant: int, word: str) -> None:
        """Keep the word by which a participant will be known in the follow-up."""
        if live.room.plan.later is None:
            raise Refused("not-now")
        hashed = await self._hashed_word(live, word)
        try:
            await self._writer.run(lambda store: store.set_word(participant, hashed))
        except WordTakenError as error:
            raise Refused("word-taken") from error
        except UnknownRoomError as error:
            raise Refused("unknown-room") from error

    async def delete(self, live: LiveRoom) -> None:
        """Delete a room with all that belongs to it."""
        id_ = live.room.id
        await self._writer.run(lambda store: store.delete_room(id_))
        self.forget(id_)

    async def tidy(self) -> None:
        """Close and delete what is due."""
        now = datetime.now(UTC)
        for room in await self._writer.run(lambda store: store.close_due(now)):
            if live := self._rooms.get(room.id):
                live.room = room
                live.changed()
        for id_ in await self._writer.run(lambda store: store.delete_due(now)):
            self.forget(id_)

    def forget(self, id_: str) -> None:
        """Let go of a room that is deleted."""
        if live := self._rooms.pop(id_, None):
            self._by_code.pop(live.room.code, None)
            live.close()

    def tell_trouble(self) -> None:
        """Tell who leads that the database has gone away or come back."""
        for live in self:
            live.count_now()

    def _take(self, room: Room, people: dict[str, int]) -> LiveRoom | None:
        bank = self._bank_of(room.plan)
        if bank is None:  # it stays in the database until it is due, and is another server's affair
            return None
        live = LiveRoom(room, people, bank, self._trouble)
        self._rooms[room.id] = self._by_code[room.code] = live
        return live

    def _closes_again(self, room: Room, moved: RoomState) -> datetime:
        """When a room that is opened again closes: a follow-up stays open longer, but none beyond its deletion."""
        after = max(FOLLOW_UP, self.limits.close_after) if moved.is_follow_up else self.limits.close_after
        return min(datetime.now(UTC) + after, room.deletes_at)

    def _trouble(self) -> str | None:
        return "storage-away" if self._writer.is_away else None

    async def _change(self, live: LiveRoom, state: RoomState, store_it: Callable[..., Room]) -> None:
        room, live.about_to_be = live.room, state
        try:
            live.room = await self._writer.run(lambda store: store_it(store, room.id, room.state.revision))
        except StaleError as error:  # another process serves this room too
            live.room = error.room
            live.changed()
            raise Refused("stale") from error
        except UnknownRoomError as error:
            self.forget(room.id)
            raise Refused("unknown-room") from error
        finally:
            live.about_to_be = None
        live.changed()

    async def _hashed_word(self, live: LiveRoom, word: str) -> str:
        if not word.strip() or len(word) > _LONGEST_WORD:
            raise Refused("not-understood")
        return await asyncio.to_thread(hash_word, live.room.id, word)  # it takes a while, so that guessing does

    async def _known_again(self, live: LiveRoom, word: str, ticket_hash: str) -> int:
        hashed = await self._hashed_word(live, word)
        id_ = live.room.id
        participant = await self._writer.run(lambda store: store.rejoin(id_, hashed, ticket_hash))
        if participant is None:
            raise Refused("word-unknown")
        for known in [each for each, other in live.people.items() if other == participant]:
            del live.people[known]
        return participant


def may_enter(live: LiveRoom, key: str) -> bool:
    """Whether ``key`` is that of the room's QR code."""
    return bool(key) and is_join_key(key, live.room.join_key)
