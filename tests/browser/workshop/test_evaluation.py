"""The evaluation notebook: from a room's report to its plots, and nothing that patients come across."""

import json
import shutil

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.workshop.people import People
from tests.frame.project import ROOT
from tests.workshop.held import CHAPTER, WHEELS, Held

OURS = {"include": [["main"]], "exclude": [[".jupyter-widgets"]]}
PATH = "voila/render/evaluation.ipynb"


@pytest.fixture(scope="module")
def educators(built_once, tmp_path_factory):
    """The program, with a guide that has the notebook beside its chapters."""
    folder = tmp_path_factory.mktemp("educators")
    root = shutil.copytree(built_once, folder / "guide")
    shutil.copy(ROOT / "notebooks" / "evaluation.ipynb", root / "notebooks")
    database = f"sqlite:///{folder / 'w.sqlite3'}"
    with Held(root, database, JUPYTER_RUNTIME_DIR=str(folder / "run")) as running:
        yield running


@pytest.fixture
def room(educators):
    """A room in which seven people were asked before and after; of a live question all but one knew the answer."""
    room = educators.open()
    crowd = [room.join() for _ in range(7)]
    for step, right in (("before", 0), ("how-many", 7), ("after", 7)):
        room.go_to(step, "open")
        for at, person in enumerate(crowd):
            assert person.answer(WHEELS, "two" if at < right else "one").json["refused"] == []
        room.do("close")
    room.do("end")
    return room


def test_a_report_becomes_plots_and_a_wrong_file_is_told(chromium, room, tmp_path):
    people = People(chromium, room)
    report = people.report()
    with report.expect_popup() as opened:
        report.get_by_role("link", name="See it drawn").click()
    page = opened.value
    expect(page.get_by_role("heading", name="What did the workshop teach?")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("Ready, with an invented workshop of 30 people.")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("img", name="Right answers before and after")).to_be_visible(timeout=60_000)
    with report.expect_download() as saved:
        report.get_by_role("link", name="As data (JSON)").click()
    chosen = tmp_path / "report.json"
    saved.value.save_as(chosen)
    assert json.loads(chosen.read_text(encoding="utf-8"))["people"] == 7
    choose(page, chosen)
    expect(page.get_by_text("7 people joined.")).to_be_visible()
    expect(page.get_by_role("img", name="How many wheels has a bicycle? See gear.: One")).to_contain_text("7 of 7")
    expect(page.get_by_role("paragraph").get_by_text("The normalised gain is 0.50: medium")).to_be_visible()
    expect(page.get_by_text("30 people joined.")).to_have_count(0)
    assert violations(page, OURS) == []
    plan = tmp_path / "plan.json"
    plan.write_bytes(room.held.lead("GET", f"{room.path}/plan.json").body)
    choose(page, plan)
    expect(page.get_by_role("alert")).to_contain_text("This file is the plan of a workshop, and not its report.")
    expect(page.get_by_role("img")).to_have_count(0)
    assert people.behind.strangers == []
    people.leave()


def choose(page, file):
    with page.expect_file_chooser() as asked:
        page.get_by_role("button", name="Load a report").click()
    asked.value.set_files(file)


def test_no_page_of_the_guide_leads_to_the_notebook(educators):
    assert educators.send("GET", PATH).status == 200
    pages = ["en/index.html", f"en/{CHAPTER}.html", "en/search.html", "join"]
    for page in pages:
        assert "evaluation" not in educators.send("GET", page).text
    assert educators.send("GET", "en/evaluation.html").status == 404


def test_where_the_guide_has_no_such_notebook_the_report_does_not_speak_of_it(people):
    page = people.report()
    expect(page.get_by_role("link", name="As data (JSON)")).to_be_visible()
    expect(page.get_by_role("link", name="See it drawn")).to_have_count(0)
