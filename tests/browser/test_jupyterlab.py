"""A chapter in a real JupyterLab: opened as a notebook, used as a reader uses it, changed and saved."""

import json
import shutil

import nbformat
import pytest
from playwright.sync_api import expect

from tests.browser.answering import JUDGED, radio
from tests.browser.hosts import answer_a_question, explain_a_word
from tests.browser.programs import SCRIPTS, Program, free_port
from tests.browser.reading import Reader
from tests.frame.project import ROOT

CHAPTER = "content/en/01-what-is-personalised-medicine.md"
SENTENCE = "The picture below shows two people whose cancers look alike from the outside."  # the last of its cell
NEW_SENTENCE = f"{SENTENCE} Look at both."
NO_NEWS = {"fetchNews": "false", "checkForUpdates": False}
SCRATCH = [
    "from patientbook import open_lesson\n\n"
    'quiz = open_lesson("en/01-what-is-personalised-medicine").quiz("first-ideas")\nquiz',
    'print({name: quiz.answers[name]["is_right"] for name in sorted(quiz.answers)}, sorted(quiz.score.items()))',
]


@pytest.fixture(scope="module")
def desk(guide, tmp_path_factory):
    """A JupyterLab started as `make lab` does it, with a home of its own: its address, and the guide's folder."""
    root = shutil.copytree(guide, tmp_path_factory.mktemp("desk") / "guide", ignore=shutil.ignore_patterns(".cache"))
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    scratch = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in SCRATCH], metadata=kernel)
    nbformat.write(scratch, root / "content" / "en" / "scratch.ipynb")
    home = tmp_path_factory.mktemp("home")
    settings = home / "settings" / "@jupyterlab" / "apputils-extension" / "notification.jupyterlab-settings"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps(NO_NEWS), encoding="utf-8")
    of_lab = {f"JUPYTERLAB_{name.upper()}_DIR": str(home / name) for name in ("settings", "workspaces")}
    of_jupyter = {f"JUPYTER_{name.upper()}_DIR": str(home / name) for name in ("config", "data", "runtime")}
    own = {"IPYTHONDIR": str(home / "ipython"), "JUPYTER_CONFIG_PATH": str(ROOT)}
    port = free_port()
    options = ["--no-browser", "--ip=127.0.0.1", f"--port={port}", "--IdentityProvider.token=", "--allow-root"]
    program = Program([SCRIPTS / "jupyter-lab", *options], root, of_lab | of_jupyter | own)
    try:
        program.wait_for("is running at")
        yield f"http://127.0.0.1:{port}/", root
    finally:
        program.stop()


@pytest.fixture(scope="module")
def chapter(chromium, desk):
    """The chapter, opened by its Markdown file, with every cell run."""
    author = Reader(chromium, desk[0])
    page = author.open(f"lab/tree/{CHAPTER}")
    run_all(page)
    yield page
    author.leave()
    assert author.behind.strangers == []


def run_all(page):
    """Run all cells from the menu, and wait for the last."""
    expect(page.get_by_text("Python 3 (ipykernel) | Idle")).to_be_visible(timeout=60_000)
    page.locator(".jp-Notebook:visible .jp-Cell").first.click()
    page.get_by_role("menubar").get_by_text("Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    expect(page.get_by_role("button", name="Check my answer").first).to_be_visible(timeout=60_000)


def save(page):
    """Save with the keyboard. JupyterLab makes a checkpoint last, and hears of no other save until then."""
    with page.expect_response(lambda of: of.request.method == "POST" and "/checkpoints?" in of.url) as saved:
        page.keyboard.press("Control+s")
    assert saved.value.ok
    expect(page.locator(".lm-TabBar-tab.jp-mod-dirty")).to_have_count(0)


def test_a_question_in_jupyterlab_is_answered_wrong_and_then_right(chapter):
    answer_a_question(chapter)


def test_a_word_in_a_text_cell_of_jupyterlab_is_explained(chapter):
    explain_a_word(chapter)


def test_a_sentence_changed_in_jupyterlab_and_changed_back_is_all_that_changes_in_the_file(chapter, desk):
    file = desk[1] / CHAPTER
    before = file.read_bytes()
    chapter.get_by_role("paragraph").filter(has_text=SENTENCE).click()
    expect(chapter.locator(".jp-Cell.jp-mod-active")).to_contain_text(SENTENCE)
    chapter.keyboard.press("Enter")
    expect(chapter.get_by_text("Mode: Edit")).to_be_visible()
    chapter.keyboard.press("Control+End")
    chapter.keyboard.type(NEW_SENTENCE.removeprefix(SENTENCE))
    save(chapter)
    assert file.read_bytes() == before.replace(SENTENCE.encode(), NEW_SENTENCE.encode())
    for _ in NEW_SENTENCE.removeprefix(SENTENCE):
        chapter.keyboard.press("Backspace")
    save(chapter)
    assert file.read_bytes() == before
    assert not list(desk[1].glob("content/en/01*.ipynb"))


def test_python_in_a_cell_sees_the_answers_and_the_score(chromium, desk):
    author = Reader(chromium, desk[0])
    page = author.open("lab/tree/content/en/scratch.ipynb?reset")
    run_all(page)
    expect(page.get_by_text("{} [('answered', 0), ('questions', 2), ('right', 0)]")).to_be_visible()
    for question in JUDGED[:2]:
        place = page.locator(f"#pb-q-{question.id}")
        right = next((option.text for option in getattr(question, "options", ()) if option.right), "False")
        radio(place, right if question is JUDGED[0] else "True").check()
        place.get_by_role("button", name="Check my answer").click()
    page.locator(".jp-CodeCell").last.click()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("{'precision-the-same': False, 'what-it-means': True}")).to_be_visible()
    expect(page.get_by_text("[('answered', 2), ('questions', 2), ('right', 1)]")).to_be_visible()
    author.leave()
