"""Participants and what they ask, as rows of the database; each function works in its caller's transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, insert, select, update

from .records import Asked, TooManyAskedError, UnknownRoomError, WordTakenError
from .tables import asked, participants, rooms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from .records import AskedState


def insert_people(connection: Connection, room: str, tickets: Sequence[str], limit: int) -> list[int | None]:
    """Let people with these ticket hashes into a room that takes ``limit``; None for those who found it full.

    Who is in already stays the same participant.

    Raises:
        UnknownRoomError: there is no such room.
    """
    if connection.execute(select(rooms.c.id).where(rooms.c.id == room).with_for_update()).first() is None:
        raise UnknownRoomError("This room is not there any more.")
    inside = _inside(connection, room, tickets)
    places = limit - _count(connection, room)
    coming = [ticket for ticket in dict.fromkeys(tickets) if ticket not in inside][: max(places, 0)]
    if coming:
        rows = insert(participants).values([{"room": room, "ticket": ticket} for ticket in coming])
        made = connection.execute(rows.returning(participants.c.ticket, participants.c.id))
        inside |= {row[0]: row[1] for row in made}
    return [inside.get(ticket) for ticket in tickets]


def _inside(connection: Connection, room: str, tickets: Sequence[str]) -> dict[str, int]:
    """Those of these tickets that are of somebody in the room."""
    of_room = select(participants.c.ticket, participants.c.id).where(participants.c.room == room)
    return {row[0]: row[1] for row in connection.execute(of_room.where(participants.c.ticket.in_(tickets)))}


def _count(connection: Connection, room: str) -> int:
    counted = select(func.count()).select_from(participants).where(participants.c.room == room)
    count: int = connection.execute(counted).scalar_one()
    return count


def participants_of(connection: Connection, room: str) -> dict[str, int]:
    """The participants of a room, by the hash of their ticket."""
    wanted = select(participants.c.ticket, participants.c.id).where(participants.c.room == room)
    return {row[0]: row[1] for row in connection.execute(wanted)}


def set_word(connection: Connection, participant: int, word: str) -> None:
    """Keep the hash of a participant's word.

    Raises:
        UnknownRoomError: the participant is not there any more.
        WordTakenError: somebody else in the room has the same word.
    """
    room = select(participants.c.room).where(participants.c.id == participant)
    if (where := connection.execute(room).scalar()) is None:
        raise UnknownRoomError("This room is not there any more.")
    if by_word(connection, where, word) not in {None, participant}:
        raise WordTakenError("Somebody in this room has chosen the same word. Please choose another one.")
    connection.execute(update(participants).where(participants.c.id == participant).values(word=word))


def by_word(connection: Connection, room: str, word: str) -> int | None:
    """The participant of a room whose word has this hash."""
    wanted = select(participants.c.id).where(participants.c.room == room, participants.c.word == word)
    return connection.execute(wanted).scalar()


def give_ticket(connection: Connection, participant: int, ticket: str) -> None:
    """Let a participant be known by another ticket from now on."""
    connection.execute(update(participants).where(participants.c.id == participant).values(ticket=ticket))


def insert_asked(connection: Connection, participant: int, text: str, limit: int) -> int:
    """Store a question; of who asked it only how many they asked.

    Raises:
        UnknownRoomError: the participant is not there any more.
        TooManyAskedError: they have asked ``limit`` questions.
    """
    wanted = select(participants.c.room, participants.c.has_asked).where(participants.c.id == participant)
    row = connection.execute(wanted.with_for_update()).first()
    if row is None:
        raise UnknownRoomError("This room is not there any more.")
    if row.has_asked >= limit:
        raise TooManyAskedError(f"You have sent {limit} questions, which is as many as one person can.")
    connection.execute(update(participants).where(participants.c.id == participant).values(has_asked=row.has_asked + 1))
    new = insert(asked).values(room=row.room, text=text, state="new").returning(asked.c.id)
    id_: int = connection.execute(new).scalar_one()
    return id_


def asked_in(connection: Connection, room: str) -> list[Asked]:
    """What was asked in a room, in that order."""
    wanted = select(asked.c.id, asked.c.text, asked.c.state, asked.c.was_reported)
    return [Asked(*row) for row in connection.execute(wanted.where(asked.c.room == room).order_by(asked.c.id))]


def judge_asked(connection: Connection, room: str, id_: int, state: AskedState) -> bool:
    """Approve or refuse a question; whether there is one."""
    changed = update(asked).where(asked.c.room == room, asked.c.id == id_).values(state=state)
    return connection.execute(changed).rowcount == 1


def report_asked(connection: Connection, room: str, id_: int) -> bool:
    """Take an approved question down; whether it was. One that was approved again after that stays."""
    changed = (
        update(asked)
        .where(asked.c.room == room, asked.c.id == id_, asked.c.state == "approved", asked.c.was_reported.is_(False))
        .values(state="reported", was_reported=True)
    )
    return connection.execute(changed).rowcount == 1
