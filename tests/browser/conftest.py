"""A real Chromium, and the real guide served to it.

Everything here lives as long as this folder's tests and no longer: Playwright keeps an event loop running, which
other tests in the same process must not find. This is why the folder is a package, and its fixtures are the package's.
"""

from __future__ import annotations

from zipfile import ZipFile

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.browser.plain_server import PlainServer, files_in
from tests.browser.programs import SCRIPTS, Program, free_port
from tests.browser.reading import Reader
from tests.shipped import FOLDER

# The app; the website below a folder of a plain web server; the copy that is opened without any. The first two say
# the same (tests/exports/test_site_files.py), so only what the app itself does is tried on it.
HOSTS = ("app", "website", "folder")


@pytest.fixture(scope="package")
def chromium():
    """One browser for all tests."""
    expect.set_options(timeout=10_000)
    with sync_playwright() as playwright:
        program = find_chromium(playwright.chromium.executable_path)
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def guide(shipped):
    """A built copy of this project's guide, its cache within it."""
    return shipped.root


@pytest.fixture(scope="package")
def app(guide):
    """The address at which `patientbook serve` shows the guide."""
    port = free_port()
    program = Program([SCRIPTS / "patientbook", "serve", guide, "--port", str(port)], guide)
    try:
        program.wait_for("The guide is open at")
        yield f"http://127.0.0.1:{port}/"
    finally:
        program.stop()


@pytest.fixture(scope="package")
def website(shipped):
    """The address of the guide's website on a plain web server, below a folder."""
    with PlainServer(files_in(shipped.site), FOLDER) as server:
        yield server.address


@pytest.fixture(scope="package")
def folder(shipped, tmp_path_factory):
    """The address of the copy that needs no server, unpacked where people unpack things."""
    [packed] = (shipped.site / "downloads").glob("*-offline-*.zip")
    place = tmp_path_factory.mktemp("stick") / "Größe & Co (2)"
    with ZipFile(packed) as archive:
        archive.extractall(place)
    [unpacked] = place.iterdir()
    return f"{unpacked.as_uri()}/"


def pytest_configure(config):
    config.addinivalue_line("markers", f"hosts(name, …): from where the reader reads: {', '.join(HOSTS)}")


def pytest_generate_tests(metafunc):
    """Let the reader of a test come to each of the hosts that its mark names."""
    mark = metafunc.definition.get_closest_marker("hosts")
    if mark and "reader" in metafunc.fixturenames:
        metafunc.parametrize("reader", mark.args, indirect=True)


@pytest.fixture
def reader(request, chromium):
    """Somebody who reads the guide. At the end nobody else was asked for anything, and the browser had no complaint."""
    someone = Reader(chromium, request.getfixturevalue(getattr(request, "param", "app")))
    yield someone
    someone.leave()
    assert someone.behind.strangers == []
    assert someone.behind.complaints == []
