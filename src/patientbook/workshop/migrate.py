"""Bringing a database to this version's tables, by Alembic, at every start."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from .database import DatabaseError

if TYPE_CHECKING:
    from typing import Any

    from alembic.runtime.migration import MigrationContext
    from sqlalchemy import Connection

_LOCK = 7_241_885_101  # any number that is ours: two servers that start at once migrate one after the other


def migrate(connection: Connection) -> None:
    """Make or change the tables in the transaction of ``connection``; nothing is done where they are as they should be.

    Raises:
        DatabaseError: a newer version has made them.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    scripts = ScriptDirectory.from_config(config)

    def upgrade(revision: Any, context: MigrationContext) -> Any:  # noqa: ANN401 - as Alembic calls it
        _expect_known(scripts, context)
        return scripts._upgrade_revs("head", revision)  # as alembic.command.upgrade does

    with EnvironmentContext(config, scripts, fn=upgrade, destination_rev="head"):
        scripts.run_env()


def _expect_known(scripts: ScriptDirectory, context: MigrationContext) -> None:
    known = {script.revision for script in scripts.walk_revisions()}
    if unknown := set(context.get_current_heads()) - known:
        message = f"The database of the workshops was made by a newer version of patientbook ({min(unknown)})."
        raise DatabaseError(f"{message} Install that version, or name another database with --database.")
