"""The app for patients, to compare with."""

import pytest

from tests.app.server import Server


@pytest.fixture(scope="session")
def server(built_once):
    """A server of the built guide."""
    with Server(built_once) as running:
        yield running
