"""One server for all tests that only read."""

import pytest

from tests.app.server import Server


@pytest.fixture(scope="session")
def server(built_once):
    """A server of the built guide with one place for kernels, free again after three idle seconds."""
    with Server(built_once, "--kernels", "1", "--idle-minutes", "0.05") as running:
        yield running
