"""The database behind the store: SQLite in a file, or PostgreSQL by its address.

What can go wrong::

    PatientbookError
    ├── DatabaseError         it cannot be used: an address that is none, or made by a newer version
    └── StorageAwayError      it does not answer now; whatever was asked can be asked again later
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jupyter_core.paths import jupyter_data_dir
from sqlalchemy import create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, InterfaceError, NoSuchModuleError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from patientbook.problems import PatientbookError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import URL, Engine

SECONDS_TO_CONNECT = 3
_SECONDS_FOR_A_LOCK = 5  # SQLite: while another process writes
_POSTGRES = {
    "connect_timeout": SECONDS_TO_CONNECT,
    "tcp_user_timeout": SECONDS_TO_CONNECT * 1000,  # a cable that was pulled out answers nothing at all
    "keepalives_idle": SECONDS_TO_CONNECT,
    "options": "-c timezone=UTC -c statement_timeout=10000 -c lock_timeout=5000",
}


class DatabaseError(PatientbookError):
    """The database cannot be used as it is."""


class StorageAwayError(PatientbookError):
    """The database does not answer now. Nothing of what was asked counts as done, and it can be asked again."""


def default_database(guide_id: str) -> str:
    """The address of the SQLite file for a guide's workshops, in a folder that only its owner may enter (0700).

    Raises:
        DatabaseError: the folder cannot be made.
    """
    folder = Path(jupyter_data_dir()) / "patientbook" / guide_id
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder.chmod(0o700)
    except OSError as error:
        message = f"The folder for workshops, {folder}, cannot be made: {error.strerror or error}."
        raise DatabaseError(f"{message} Name another place with --database sqlite:///path/to/file.") from error
    return f"sqlite:///{folder / 'workshop.sqlite3'}"


def make_engine(address: str) -> Engine:
    """What connects to the database at ``address``; nothing is connected yet.

    Raises:
        DatabaseError: it is the address of neither SQLite nor PostgreSQL.
    """
    url = _read(address)
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url, pool_size=1, max_overflow=0, connect_args={"timeout": _SECONDS_FOR_A_LOCK})
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
        return engine
    return create_engine(url, pool_size=1, max_overflow=1, pool_pre_ping=True, connect_args=_POSTGRES)


@contextmanager
def telling_away() -> Iterator[None]:
    """Turn whatever a driver raises when the database is not there into one error.

    Raises:
        StorageAwayError: it is not there.
    """
    try:
        yield
    except (OperationalError, InterfaceError, PoolTimeoutError) as error:
        message = "The database of the workshops does not answer now. What is sent is kept and tried again."
        raise StorageAwayError(message) from error


def empty_log(engine: Engine) -> None:
    """SQLite: put the write-ahead log into the file and empty it, so that nothing that was deleted is left in it.

    Where another process is reading at this moment it stays for the next time.
    """
    if engine.dialect.name == "sqlite":
        connection = engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()


def _read(address: str) -> URL:
    try:
        url = make_url(address)
        url.get_dialect()
    except (ArgumentError, NoSuchModuleError):
        url = None
    except ImportError as error:
        message = "PostgreSQL needs one more package: pip install 'patientbook[postgresql]'."
        raise DatabaseError(message) from error
    is_file = (
        url is not None
        and url.drivername in {"sqlite", "sqlite+pysqlite"}
        and url.database not in {None, "", ":memory:"}
    )
    if url is None or not (is_file or url.drivername == "postgresql+psycopg"):
        message = "--database takes sqlite:///path/to/file or postgresql+psycopg://user:password@host/name."
        raise DatabaseError(message)
    return url


def _set_up_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own connection
    connection.isolation_level = None  # the driver begins no transaction of its own: ours begin above
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}").close()
