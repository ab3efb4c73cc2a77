"""`patientbook check` names a built notebook that somebody edited."""

import shutil

import pytest
from typer.testing import CliRunner

from patientbook.cli import app
from tests.frame.project import ROOT

FILE = "notebooks/en/01-what-is-personalised-medicine.ipynb"


@pytest.fixture
def guide(tmp_path):
    for folder in ("content", "notebooks"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def test_a_notebook_edited_by_hand_is_an_error_that_names_the_way_back(guide):
    path = guide / FILE
    path.write_text(path.read_text(encoding="utf-8").replace("Two people", "Two persons", 1), encoding="utf-8")
    result = CliRunner().invoke(app, ["check", str(guide)])
    assert result.exit_code == 1
    [first, last] = result.output.splitlines()
    assert first.startswith(f"{FILE}:1:1 [notebook-edited]")
    assert f"patientbook adopt {FILE}" in first
    assert last == "1 error, no warnings."


def test_the_committed_notebooks_are_as_they_were_built(guide):
    result = CliRunner().invoke(app, ["check", str(guide)])
    assert (result.exit_code, result.output) == (0, "No errors, no warnings.\n")
