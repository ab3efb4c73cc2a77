"""Answers as rows of the database; each function works in the transaction that its caller began."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import func, select
from sqlalchemy.dialects import postgresql, sqlite

from .records import Answer
from .tables import answers, participants

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Connection

    from .records import Outcome

_Each = TypeVar("_Each")
_KEY = ("participant", "step", "question", "round")
_AT_ONCE = 500  # rows in one statement; SQLite takes 32,766 values


def upsert_answers(connection: Connection, given: Sequence[Answer]) -> list[Outcome]:
    """Store answers, of two to the same only the one with the higher sequence; what became of each, in their order."""
    known = _known(connection, {each.participant for each in given})
    newest: dict[tuple[int, str, str, int], Answer] = {}
    for each in given:
        other = newest.get(_key(each))
        if each.participant in known and (other is None or each.sequence > other.sequence):
            newest[_key(each)] = each
    written = {key for part in _parts(list(newest.values())) for key in _upsert(connection, part)}

    def outcome(each: Answer) -> Outcome:
        if each.participant not in known:
            return "unknown"
        return "stored" if newest[_key(each)] is each and _key(each) in written else "kept"

    return [outcome(each) for each in given]


def answers_in(connection: Connection, room: str) -> list[Answer]:
    """Every answer given in a room, by participant."""
    wanted = select(answers).join(participants).where(participants.c.room == room)
    found = connection.execute(wanted.order_by(*(answers.c[name] for name in _KEY)))
    return [Answer(**row._mapping) for row in found]


def count_answers(connection: Connection, room: str, step: str, round_: int) -> dict[str, int]:
    """How many people have answered each question of a step in a round."""
    counted = (
        select(answers.c.question, func.count())
        .join(participants)
        .where(participants.c.room == room, answers.c.step == step, answers.c.round == round_)
        .group_by(answers.c.question)
    )
    return {row[0]: row[1] for row in connection.execute(counted)}


def _known(connection: Connection, ids: set[int]) -> set[int]:
    """Which of these participants there are; until the transaction ends they cannot be deleted."""
    found: set[int] = set()
    for part in _parts(sorted(ids)):
        wanted = select(participants.c.id).where(participants.c.id.in_(part)).with_for_update(read=True, key_share=True)
        found |= set(connection.scalars(wanted))
    return found


def _upsert(connection: Connection, given: Sequence[Answer]) -> Iterator[tuple[int, str, str, int]]:
    """Write answers of which no two are to the same, and return the keys of those that are new or newer."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    rows = insert(answers).values([vars(each) for each in given])
    newer = rows.on_conflict_do_update(
        index_elements=list(_KEY),
        set_={name: rows.excluded[name] for name in ("answer", "confidence", "sequence")},
        where=rows.excluded.sequence > answers.c.sequence,
    )
    for row in connection.execute(newer.returning(*(answers.c[name] for name in _KEY))):
        yield tuple(row)


def _key(answer: Answer) -> tuple[int, str, str, int]:
    return answer.participant, answer.step, answer.question, answer.round


def _parts(things: Sequence[_Each]) -> Iterable[Sequence[_Each]]:
    return (things[at : at + _AT_ONCE] for at in range(0, len(things), _AT_ONCE))
