"""A real Chromium, and the real guide served to it.

Everything here lives as long as this folder's tests and no longer: Playwright keeps an event loop running, which
other tests in the same process must not find. This is why the folder is a package, and its fixtures are the package's.
"""

from __future__ import annotations

import shutil
import subprocess

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.browser.programs import SCRIPTS, Program, free_port
from tests.browser.reading import Reader
from tests.frame.project import ROOT


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
def guide(tmp_path_factory):
    """A built copy of this project's guide, its cache within it."""
    root = tmp_path_factory.mktemp("guide")
    shutil.copytree(ROOT / "content", root / "content")
    build = [SCRIPTS / "patientbook", "build", root]
    built = subprocess.run(build, capture_output=True, text=True, timeout=180, check=False)
    assert built.returncode == 0, built.stderr
    return root


@pytest.fixture(scope="package")
def served(guide):
    """The address at which `patientbook serve` shows the guide."""
    port = free_port()
    program = Program([SCRIPTS / "patientbook", "serve", guide, "--port", str(port)], guide)
    try:
        program.wait_for("The guide is open at")
        yield f"http://127.0.0.1:{port}/"
    finally:
        program.stop()


@pytest.fixture
def reader(chromium, served):
    """Somebody who reads the guide. At the end nobody else was asked for anything, and the browser had no complaint."""
    someone = Reader(chromium, served)
    yield someone
    someone.leave()
    assert someone.behind.strangers == []
    assert someone.behind.complaints == []
