"""What of workshops is stored: rooms, participants, answers, questions that were asked. All queries are behind this.

Synchronous, and used from one thread. Every method is one transaction, and raises `StorageAwayError` where the database
does not answer: then nothing was done, or what was done can be done again without harm. It connects again by itself.

The exceptions of `records` and `database` are offered from here too.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import true

from . import answer_rows, people_rows, room_rows
from .codes import make_join_key, make_room_id
from .database import DatabaseError, StorageAwayError, default_database, empty_log, make_engine, telling_away
from .migrate import migrate
from .moves import RoomState
from .records import (
    Answer,
    Asked,
    AskedState,
    Given,
    Outcome,
    Room,
    RoomFullError,
    StaleError,
    TooManyAskedError,
    UnknownRoomError,
    WordTakenError,
)
from .tables import rooms
from .words_of_people import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime, timedelta

    from sqlalchemy import Connection

    from .plan import Plan

__all__ = [
    "Answer",
    "Asked",
    "AskedState",
    "DatabaseError",
    "Given",
    "Outcome",
    "Room",
    "RoomFullError",
    "StaleError",
    "StorageAwayError",
    "Store",
    "TooManyAskedError",
    "UnknownRoomError",
    "WordTakenError",
    "default_database",
]


class Store:
    """The store in the database at ``address``, such as `sqlite:///workshop.sqlite3`. Nothing is connected yet.

    Raises:
        DatabaseError: the address is of neither SQLite nor PostgreSQL.
    """

    def __init__(self, address: str) -> None:
        self._engine = make_engine(address)

    def migrate(self) -> None:
        """Make the tables, or bring them to this version.

        Raises:
            DatabaseError: a newer version made them.
        """
        with self._transaction() as connection:
            migrate(connection)

    def close(self) -> None:
        """Let go of the database. The store can be used again."""
        self._engine.dispose()

    # Rooms

    def open_room(
        self, owner: str, plan: Plan, now: datetime, closes_after: timedelta, deletes_after: timedelta
    ) -> Room:
        """Open a room under a new code."""
        with self._transaction() as connection:
            room = Room(
                id=make_room_id(),
                owner=owner,
                code=room_rows.free_code(connection),
                join_key=make_join_key(),
                plan=plan,
                state=RoomState(),
                opened_at=now,
                closes_at=now + closes_after,
                deletes_at=now + deletes_after,
            )
            room_rows.insert_room(connection, room)
        return room

    def rooms_of(self, owner: str) -> list[Room]:
        """A facilitator's rooms, the newest first."""
        with self._transaction() as connection:
            return room_rows.find_rooms(connection, rooms.c.owner == owner)

    def all_rooms(self) -> list[Room]:
        """Every room, the newest first."""
        with self._transaction() as connection:
            return room_rows.find_rooms(connection, true())

    def room(self, id_: str) -> Room | None:
        """The room with this id."""
        with self._transaction() as connection:
            return room_rows.find_room(connection, rooms.c.id == id_)

    def room_by_code(self, code: str) -> Room | None:
        """The room with this code, as `codes.read_code` gives it; also one that is over."""
        with self._transaction() as connection:
            return room_rows.find_room(connection, rooms.c.code == code)

    def change_room(self, id_: str, expected: int, state: RoomState, closes_at: datetime | None = None) -> Room:
        """Store the state of a room that is at revision ``expected``, and when it closes where that changes.

        Raises:
            StaleError: the room has another revision; the error has the room as it is.
            UnknownRoomError: there is no such room.
        """
        with self._transaction() as connection:
            return room_rows.update_room(connection, id_, expected, room_rows.state_values(state, None, closes_at))

    def change_plan(self, id_: str, expected: int, plan: Plan, state: RoomState) -> Room:
        """Store another plan, and the state that goes with it (`moves.replan`), of a room at revision ``expected``.

        Raises:
            StaleError: the room has another revision; the error has the room as it is.
            UnknownRoomError: there is no such room.
        """
        with self._transaction() as connection:
            return room_rows.update_room(connection, id_, expected, room_rows.state_values(state, plan))

    def close_due(self, now: datetime) -> list[Room]:
        """End every room whose time is over, and return those that this ended."""
        with self._transaction() as connection:
            return room_rows.close_rooms(connection, now)

    def delete_due(self, now: datetime) -> list[str]:
        """Delete every room whose time has come, with all that belongs to it, and return their ids."""
        with self._transaction() as connection:
            ids = room_rows.rooms_to_delete(connection, now)
        self._delete(ids)
        return ids

    def delete_room(self, id_: str) -> None:
        """Delete a room with all that belongs to it; nothing where there is none."""
        self._delete([id_])

    # People

    def join(self, room: str, ticket_hash: str, limit: int) -> int:
        """Let somebody into a room that takes ``limit`` people, and return the participant's id. Who is in stays in.

        Raises:
            RoomFullError: as many are in.
            UnknownRoomError: there is no such room.
        """
        [joined] = self.join_many(room, [ticket_hash], limit)
        if joined is None:
            raise RoomFullError("This room is full. Please tell the person who leads the workshop.")
        return joined

    def join_many(self, room: str, ticket_hashes: Sequence[str], limit: int) -> list[int | None]:
        """Let several in at once; None for those who found the room full.

        Raises:
            UnknownRoomError: there is no such room.
        """
        with self._transaction() as connection:
            return people_rows.insert_people(connection, room, ticket_hashes, limit)

    def participants(self, room: str) -> dict[str, int]:
        """The ids of a room's participants, by the hash of their ticket."""
        with self._transaction() as connection:
            return people_rows.participants_of(connection, room)

    def set_word(self, participant: int, word_hash: str) -> None:
        """Keep the hash (`codes.hash_word`) of the word that a participant chose for the follow-up.

        Raises:
            WordTakenError: somebody else in the room has the same word.
            UnknownRoomError: the participant is not there any more.
        """
        with self._transaction() as connection:
            people_rows.set_word(connection, participant, word_hash)

    def by_word(self, room: str, word_hash: str) -> int | None:
        """The participant of a room who chose this word."""
        with self._transaction() as connection:
            return people_rows.by_word(connection, room, word_hash)

    def rejoin(self, room: str, word_hash: str, ticket_hash: str) -> int | None:
        """The participant of a room who chose this word, known by this new ticket from now on; None for nobody."""
        with self._transaction() as connection:
            participant = people_rows.by_word(connection, room, word_hash)
            if participant is not None:
                people_rows.give_ticket(connection, participant, ticket_hash)
            return participant

    # Answers

    def store_answers(self, answers: Sequence[Answer]) -> list[Outcome]:
        """Store answers in one transaction, and return what became of each, in their order.

        `stored`: this is the answer now. `kept`: the one that was there is as new or newer. `unknown`: the participant
        is not there any more. The first two are safe, and the phone need not send them again.
        """
        if not answers:
            return []
        with self._transaction() as connection:
            return answer_rows.upsert_answers(connection, answers)

    def answers(self, room: str) -> list[Answer]:
        """Every answer given in a room."""
        with self._transaction() as connection:
            return answer_rows.answers_in(connection, room)

    def counts(self, room: str, step: str, round_: int) -> dict[str, int]:
        """How many people have answered each question of a step in a round; none for a question is left out."""
        with self._transaction() as connection:
            return answer_rows.count_answers(connection, room, step, round_)

    # Questions to the facilitator

    def ask(self, participant: int, text: str, limit: int) -> int:
        """Store a participant's anonymous question, and return its id.

        Raises:
            TooManyAskedError: they have asked ``limit`` questions.
            UnknownRoomError: the participant is not there any more.
        """
        with self._transaction() as connection:
            return people_rows.insert_asked(connection, participant, clean(text), limit)

    def asked(self, room: str) -> list[Asked]:
        """What was asked in a room, in that order."""
        with self._transaction() as connection:
            return people_rows.asked_in(connection, room)

    def judge_asked(self, room: str, id_: int, state: AskedState) -> bool:
        """Approve or refuse a question; whether the room has it."""
        with self._transaction() as connection:
            return people_rows.judge_asked(connection, room, id_, state)

    def report_asked(self, room: str, id_: int) -> bool:
        """Take an approved question down until the facilitator has seen it; whether it was.

        One that the facilitator approves again after that stays.
        """
        with self._transaction() as connection:
            return people_rows.report_asked(connection, room, id_)

    def _delete(self, ids: Sequence[str]) -> None:
        if ids:
            with self._transaction() as connection:
                room_rows.delete_rooms(connection, ids)
        with telling_away():
            empty_log(self._engine)

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with telling_away(), self._engine.begin() as connection:
            yield connection
