"""A database for each test, on SQLite and on a PostgreSQL that was started for all tests."""

import pytest

from patientbook.workshop.store import Store
from tests.workshop.held import Held
from tools.bench_workshop.postgres import Postgres, find_programs


@pytest.fixture(scope="session")
def postgres():
    """A running PostgreSQL. Whoever stops it starts it again."""
    programs = find_programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed: on Debian, apt-get install postgresql")
    server = Postgres(programs)
    try:
        server.start()
        yield server
    finally:
        server.remove()


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request, tmp_path):
    """The address of an empty database, once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'workshop.sqlite3'}"
    return request.getfixturevalue("postgres").new_database()


@pytest.fixture
def store(address):
    """A store in an empty database."""
    store = Store(address)
    store.migrate()
    yield store
    store.close()


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def held(request, built_once, tmp_path_factory):
    """The program with workshops on, once on SQLite and once on PostgreSQL, shared: each test opens its own room."""
    folder = tmp_path_factory.mktemp("held")
    is_file = request.param == "sqlite"
    database = f"sqlite:///{folder / 'w.sqlite3'}" if is_file else request.getfixturevalue("postgres").new_database()
    with Held(built_once, database, JUPYTER_RUNTIME_DIR=str(folder / "run")) as running:
        yield running


@pytest.fixture
def room(held):
    """A room that has just been opened."""
    return held.open()
