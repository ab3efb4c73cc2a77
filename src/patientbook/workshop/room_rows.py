"""Rooms as rows of the database; each function works in the transaction that its caller began."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select, update

from .codes import make_code
from .moves import RoomState, move
from .plan import plan_from_stored, plan_to_json
from .records import Room, StaleError, UnknownRoomError
from .state_json import state_from_json, state_to_json
from .tables import rooms

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import ColumnElement, Connection, Row

    from .plan import Plan


def free_code(connection: Connection) -> str:
    """A code that no room has: of 191 million, so that a second try is rare."""
    while True:
        code = make_code()
        if connection.execute(select(rooms.c.id).where(rooms.c.code == code)).first() is None:
            return code


def insert_room(connection: Connection, room: Room) -> None:
    """Store a new room."""
    moments = {
        "opened": _seconds(room.opened_at),
        "closes": _seconds(room.closes_at),
        "deleted": _seconds(room.deletes_at),
    }
    named = {"id": room.id, "owner": room.owner, "code": room.code, "join_key": room.join_key}
    plan = plan_to_json(room.plan)
    connection.execute(insert(rooms).values(**named, **moments, **_state_columns(room.state), plan=plan))


def find_room(connection: Connection, which: ColumnElement[bool]) -> Room | None:
    """The room of which ``which`` is true; None where there is none."""
    row = connection.execute(select(rooms).where(which)).first()
    return _room(row) if row else None


def find_rooms(connection: Connection, which: ColumnElement[bool]) -> list[Room]:
    """All rooms of which ``which`` is true, the newest first."""
    found = connection.execute(select(rooms).where(which).order_by(rooms.c.opened.desc(), rooms.c.id))
    return [_room(row) for row in found]


def update_room(connection: Connection, id_: str, expected: int, values: dict[str, Any]) -> Room:
    """Change a room that nobody has changed since revision ``expected``, and return it.

    Raises:
        StaleError: somebody has.
        UnknownRoomError: there is no such room.
    """
    changed = update(rooms).where(rooms.c.id == id_, rooms.c.revision == expected).values(**values)
    is_changed = connection.execute(changed).rowcount == 1
    room = find_room(connection, rooms.c.id == id_)
    if room is None:
        raise UnknownRoomError("This room is not there any more.")
    if not is_changed:
        raise StaleError(room)
    return room


def state_values(state: RoomState, plan: Plan | None = None, closes_at: datetime | None = None) -> dict[str, Any]:
    """The columns that change with a room's state, and its plan and closing time where they change too."""
    values = _state_columns(state)
    if plan is not None:
        values["plan"] = plan_to_json(plan)
    if closes_at is not None:
        values["closes"] = _seconds(closes_at)
    return values


def close_rooms(connection: Connection, now: datetime) -> list[Room]:
    """End every room whose time is over, and return those that were still going on."""
    due = find_rooms(connection, rooms.c.is_over.is_(False) & (rooms.c.closes <= _seconds(now)))
    closed = []
    for room in due:
        state = move(room.state, room.plan, "end")
        if isinstance(state, RoomState):
            closed.append(update_room(connection, room.id, room.state.revision, state_values(state)))
    return closed


def rooms_to_delete(connection: Connection, now: datetime) -> list[str]:
    """The ids of rooms whose time to be deleted has come."""
    return list(connection.scalars(select(rooms.c.id).where(rooms.c.deleted <= _seconds(now))))


def delete_rooms(connection: Connection, ids: Collection[str]) -> None:
    """Delete rooms, and with them all that belongs to them."""
    connection.execute(delete(rooms).where(rooms.c.id.in_(ids)))


def _state_columns(state: RoomState) -> dict[str, Any]:
    return {"state": state_to_json(state), "revision": state.revision, "is_over": state.is_over}


def _room(row: Row[Any]) -> Room:
    return Room(
        id=row.id,
        owner=row.owner,
        code=row.code,
        join_key=row.join_key,
        plan=plan_from_stored(row.plan),
        state=state_from_json(row.state),
        opened_at=_moment(row.opened),
        closes_at=_moment(row.closes),
        deletes_at=_moment(row.deleted),
    )


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
