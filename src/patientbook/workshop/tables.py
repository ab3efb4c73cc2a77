"""The tables of the workshop's database. `migrations/` makes them; a test holds the two together.

Of a participant there is the ticket's hash, how many questions they asked, and for a follow-up the hash of a word that
they chose: no time, no address, no name, no device. A question that was asked says nothing about who asked it.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    false,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

HASH = String(128)


def _room() -> Column[str]:
    """A column that names a room; with the room goes whatever it is part of."""
    return Column("room", String(32), ForeignKey("rooms.id", ondelete="CASCADE"), nullable=False, index=True)


# Moments are whole seconds since 1970, in UTC, so that both databases keep and compare them alike.
rooms = Table(
    "rooms",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("owner", Text, nullable=False, index=True),
    Column("code", String(16), nullable=False, unique=True),
    Column("join_key", String(64), nullable=False),
    Column("plan", JSON, nullable=False),
    Column("state", JSON, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("is_over", Boolean, nullable=False),
    Column("opened", BigInteger, nullable=False),
    Column("closes", BigInteger, nullable=False),
    Column("deleted", BigInteger, nullable=False),
)

participants = Table(
    "participants",
    metadata,
    Column("id", Integer, primary_key=True),
    _room(),
    Column("ticket", HASH, nullable=False, unique=True),
    Column("word", HASH),
    Column("has_asked", Integer, nullable=False, server_default="0"),
    Index("uq_participants_word", "room", "word", unique=True),
    sqlite_autoincrement=True,  # an id is never given to somebody else, so that a late answer cannot be theirs
)

answers = Table(
    "answers",
    metadata,
    Column("participant", Integer, ForeignKey("participants.id", ondelete="CASCADE"), primary_key=True),
    Column("step", String(200), primary_key=True),
    Column("question", String(300), primary_key=True),
    Column("round", Integer, primary_key=True),
    Column("answer", JSON, nullable=False),
    Column("confidence", String(40)),
    Column("sequence", BigInteger, nullable=False),
)

asked = Table(
    "asked",
    metadata,
    Column("id", Integer, primary_key=True),
    _room(),
    Column("text", Text, nullable=False),
    Column("state", String(20), nullable=False),
    Column("was_reported", Boolean, nullable=False, server_default=false()),
    sqlite_autoincrement=True,
)
