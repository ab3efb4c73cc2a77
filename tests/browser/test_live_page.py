"""A page that computes: it works, and when its kernel is gone the text stays and the reader is told."""

import shutil

import nbformat
import psutil
import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.programs import SCRIPTS, Program, free_port
from tests.browser.reading import Reader

TEXT = "This text is here, whatever happens to the part that computes."
COMPUTES = """\
from ipywidgets import HTML, IntSlider, VBox

slider = IntSlider(value=3, min=0, max=10, description="Number")
told = HTML("3 and 3 make 6.")
slider.observe(lambda change: setattr(told, "value", f"{change.new} and {change.new} make {2 * change.new}."), "value")
VBox([slider, told])
"""
STOPPED = (
    "The part of this page that computes has stopped. You can go on reading. To start it again, load the page anew."
)
OURS = {"include": [["html"]], "exclude": [[".jupyter-widgets"]]}


@pytest.fixture(scope="module")
def computing(guide, tmp_path_factory):
    """The guide with a notebook that computes beside its chapters: its server, and where it is."""
    root = shutil.copytree(guide, tmp_path_factory.mktemp("live") / "guide")
    cells = [
        nbformat.v4.new_markdown_cell(f"# A number and itself\n\n{TEXT}", id="text"),
        nbformat.v4.new_code_cell(COMPUTES, id="computes"),
    ]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), root / "notebooks" / "en" / "a-number.ipynb")
    port = free_port()
    program = Program([SCRIPTS / "patientbook", "serve", root, "--port", str(port)], root)
    try:
        program.wait_for("The guide is open at")
        yield program, f"http://127.0.0.1:{port}/"
    finally:
        program.stop()


@pytest.fixture
def live(chromium, computing):
    """Somebody who reads the guide with the notebook; nobody else was asked for anything."""
    someone = Reader(chromium, computing[1])
    yield someone
    someone.leave()
    assert someone.behind.strangers == []


def test_a_page_that_computes_answers_its_reader_and_is_told_apart_on_the_start_page(live):
    page = live.open("en/index.html")
    page.get_by_role("main").get_by_role("link", name="A number and itself").click()
    expect(page.get_by_text(TEXT)).to_be_visible()
    slider = page.get_by_role("slider")
    slider.focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("4 and 4 make 8.")).to_be_visible()
    expect(page.locator("#pb-notice[role=status]")).to_be_empty()
    assert page.evaluate("[document.cookie, localStorage.length]") == ["", 0]


def test_axe_finds_nothing_wrong_with_what_is_ours_on_a_page_that_computes(live):
    page = live.open("en/a-number.html")
    expect(page.get_by_role("slider")).to_be_visible()
    assert violations(page, OURS) == []


def test_the_text_stays_when_the_kernel_is_killed_and_the_reader_is_told(live, computing):
    program, _ = computing
    before = {each.pid for each in program.kernels()}
    page = live.open("en/a-number.html")
    expect(page.get_by_role("slider")).to_be_visible()
    notice = page.get_by_role("status").filter(has_text=STOPPED)
    expect(notice).to_have_count(0)
    for kernel in program.kernels():
        if kernel.pid not in before:
            kernel.kill()
            psutil.wait_procs([kernel])
    expect(notice).to_be_visible(timeout=20_000)
    expect(notice).to_be_in_viewport()
    expect(page.get_by_text(TEXT)).to_be_visible()
    expect(page.get_by_role("heading", name="A number and itself")).to_be_visible()
