"""In a real JupyterLab, started as plain `jupyter lab`: a chapter is changed and saved, and the preview follows."""

import json
import shutil
import time

import pytest
from playwright.sync_api import expect

from tests.browser.programs import SCRIPTS, Program, free_port
from tests.browser.reading import Reader
from tests.frame.project import ROOT

CHAPTER = "content/en/01-what-is-personalised-medicine.md"
SENTENCE = "The picture below shows two people whose cancers look alike from the outside."
NEW = " Look at both."
SOON = 6  # seconds from the key to the page; it takes two, and the machine has other tests to run
NO_NEWS = {"fetchNews": "false", "checkForUpdates": False}


@pytest.fixture(scope="module")
def desk(guide, tmp_path_factory):
    """The address of a JupyterLab without settings of ours, but with the extension that a wheel installs."""
    root = shutil.copytree(guide, tmp_path_factory.mktemp("beside") / "guide", ignore=shutil.ignore_patterns(".cache"))
    shutil.copy(ROOT / "notebooks" / "start-here.ipynb", root / "notebooks")
    home = tmp_path_factory.mktemp("home")
    notices = home / "settings" / "@jupyterlab" / "apputils-extension" / "notification.jupyterlab-settings"
    notices.parent.mkdir(parents=True)
    notices.write_text(json.dumps(NO_NEWS), encoding="utf-8")
    installed = home / "config" / "jupyter_server_config.d"
    shutil.copytree(ROOT / "share" / "jupyter_server_config.d", installed)
    of_lab = {f"JUPYTERLAB_{name.upper()}_DIR": str(home / name) for name in ("settings", "workspaces")}
    of_jupyter = {f"JUPYTER_{name.upper()}_DIR": str(home / name) for name in ("config", "data", "runtime")}
    port = free_port()
    options = ["--no-browser", "--ip=127.0.0.1", f"--port={port}", "--IdentityProvider.token=", "--allow-root"]
    own = {"IPYTHONDIR": str(home / "ipython")}
    program = Program([SCRIPTS / "jupyter-lab", *options], root, of_lab | of_jupyter | own)
    try:
        program.wait_for("is running at")
        yield f"http://127.0.0.1:{port}/"
    finally:
        program.stop()


def test_the_launcher_page_shows_a_chapter_that_follows_what_is_saved(chromium, desk):
    author = Reader(chromium, desk)
    launcher = author.open("lab/tree/notebooks/start-here.ipynb")
    expect(launcher.get_by_text("Python 3 (ipykernel) | Idle")).to_be_visible(timeout=60_000)
    launcher.locator(".jp-Notebook .jp-CodeCell").first.click()
    launcher.keyboard.press("Control+Enter")
    beside = launcher.frame_locator("iframe[title='What is personalised medicine?']")
    expect(beside.get_by_text(SENTENCE)).to_be_attached(timeout=60_000)
    writing = launcher.context.new_page()
    writing.goto(f"{desk}lab/workspaces/writing/tree/{CHAPTER}")
    expect(writing.get_by_text("Python 3 (ipykernel) | Idle")).to_be_visible(timeout=60_000)
    writing.get_by_role("paragraph").filter(has_text=SENTENCE).click()
    writing.keyboard.press("Enter")
    writing.keyboard.press("Control+End")
    writing.keyboard.type(NEW)
    writing.keyboard.press("Control+s")
    saved = time.monotonic()
    expect(beside.get_by_text(SENTENCE + NEW)).to_be_attached(timeout=SOON * 1000)
    assert time.monotonic() - saved < SOON
    author.leave()
    assert author.behind.strangers == []


def test_the_preview_answers_under_jupyters_own_address(chromium, desk):
    author = Reader(chromium, desk)
    page = author.open("patientbook/preview/")
    expect(page).to_have_url(f"{desk}patientbook/preview/en/index.html")
    page.get_by_role("link", name="What is personalised medicine?").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What is personalised medicine?")
    author.leave()
    assert author.behind.strangers == []
    assert author.behind.complaints == []
