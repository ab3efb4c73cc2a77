"""The two databases: where each is, what lies in it, and how it goes away for a while."""

from __future__ import annotations

import asyncio
import json
import secrets
import sqlite3
from typing import TYPE_CHECKING, Any, Protocol

import psycopg

from .postgres import Postgres, find_programs

if TYPE_CHECKING:
    from pathlib import Path

_ANSWERS = "SELECT participant, step, round, sequence, answer FROM answers"


class Database(Protocol):
    """A database for one run."""

    name: str
    address: str

    def rows(self) -> list[tuple[int, str, int, int, Any]]:
        """Participant, step, round, sequence and answer of every answer that is stored."""

    async def be_away(self, seconds: float) -> None:
        """Answer nobody for so long."""

    def remove(self) -> None:
        """Stop it, and delete what it made."""


class Sqlite:
    """A file. It is away while another program holds its lock."""

    name = "SQLite"

    def __init__(self, folder: Path) -> None:
        self._file = folder / f"{secrets.token_hex(4)}.sqlite3"
        self.address = f"sqlite:///{self._file}"

    def rows(self) -> list[tuple[int, str, int, int, Any]]:
        """As promised."""
        with sqlite3.connect(self._file) as connection:
            found = connection.execute(_ANSWERS).fetchall()
        # SQLite keeps a number as one, also in a column of JSON.
        return [(*row[:4], json.loads(row[4]) if isinstance(row[4], str) else row[4]) for row in found]

    async def be_away(self, seconds: float) -> None:
        """As promised."""
        connection = sqlite3.connect(self._file, timeout=30, isolation_level=None)
        try:
            connection.execute("BEGIN EXCLUSIVE")
            await asyncio.sleep(seconds)
            connection.execute("ROLLBACK")
        finally:
            connection.close()

    def remove(self) -> None:
        """Nothing: it goes with its folder."""


class PostgreSql:
    """A server of its own, which waits for the disk at every commit. It is away while it is stopped."""

    name = "PostgreSQL"

    def __init__(self) -> None:
        programs = find_programs()
        assert programs  # noqa: S101 - whoever calls has looked
        self._server = Postgres(programs, is_durable=True)
        self._server.start()
        self.address = self._server.new_database()

    def rows(self) -> list[tuple[int, str, int, int, Any]]:
        """As promised."""
        with psycopg.connect(self.address.replace("+psycopg", "")) as connection:
            return connection.execute(_ANSWERS).fetchall()

    async def be_away(self, seconds: float) -> None:
        """As promised."""
        await asyncio.to_thread(self._server.stop, is_kind=False)
        await asyncio.sleep(seconds)
        await asyncio.to_thread(self._server.start)

    def remove(self) -> None:
        """As promised."""
        self._server.remove()


def has_postgres() -> bool:
    """Whether PostgreSQL is installed."""
    return find_programs() is not None
