"""The built notebooks in stock Voilà: the same quiz, the same explained words, each with a kernel behind it."""

import shutil

import pytest
from playwright.sync_api import expect

from tests.browser.hosts import answer_a_question, explain_a_word
from tests.browser.programs import SCRIPTS, Program, free_port
from tests.browser.reading import Reader

NOTEBOOK = "voila/render/en/01-what-is-personalised-medicine.ipynb"


@pytest.fixture(scope="module")
def shown(chromium, guide, tmp_path_factory):
    """The chapter in stock Voilà, all cells run."""
    root = shutil.copytree(guide, tmp_path_factory.mktemp("voila") / "guide", ignore=shutil.ignore_patterns(".cache"))
    home, port = tmp_path_factory.mktemp("home"), free_port()
    environment = {"JUPYTER_CONFIG_DIR": str(home), "JUPYTER_CONFIG_PATH": "", "IPYTHONDIR": str(home / "ipython")}
    program = Program([SCRIPTS / "voila", "notebooks", "--no-browser", f"--port={port}"], root, environment)
    someone = Reader(chromium, f"http://127.0.0.1:{port}/")
    try:
        program.wait_for("is running at")
        page = someone.open(NOTEBOOK)
        expect(page.get_by_role("button", name="Check my answer").first).to_be_visible(timeout=60_000)
        yield page
    finally:
        someone.leave()
        program.stop()


def test_a_question_in_stock_voila_is_answered_wrong_and_then_right(shown):
    answer_a_question(shown)


def test_a_word_in_stock_voila_is_explained(shown):
    explain_a_word(shown)
