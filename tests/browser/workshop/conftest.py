"""The program with workshops on, and the people of a room, each in a browser of their own."""

from __future__ import annotations

import pytest

from tests.browser.workshop.people import People
from tests.workshop.held import Held


@pytest.fixture(scope="package")
def held(built_once, tmp_path_factory):
    """The program, shared: each test opens its own room."""
    folder = tmp_path_factory.mktemp("workshop")
    database = f"sqlite:///{folder / 'w.sqlite3'}"
    with Held(built_once, database, JUPYTER_RUNTIME_DIR=str(folder / "run")) as running:
        yield running


@pytest.fixture
def people(chromium, held):
    """Everybody in a new room. At the end nobody else was asked for anything, and no browser had a complaint."""
    everybody = People(chromium, held.open())
    yield everybody
    everybody.leave()
    assert everybody.behind.strangers == []
    assert everybody.behind.complaints == []
