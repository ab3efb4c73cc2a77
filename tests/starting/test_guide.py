"""A new guide about any subject: sound from its first day, in a folder that was empty."""

import ast
import re

import jupytext
import pytest
from patientbook_widgets.labels import LABELS
from typer.testing import CliRunner

from patientbook.checking import check_guide
from patientbook.cli import app
from patientbook.problems import ContentError, PatientbookError
from patientbook.reading import read_guide
from patientbook.starting import new_guide
from tests.frame.project import ROOT

TITLES = ["All about bread", "Bread: 1 + 1 = 2?", "yes", "“Ärger” & l'été #3", "- x", "A [b]", "2026-11-23", "{{ x }}"]


@pytest.mark.parametrize("title", TITLES)
def test_a_new_guide_has_no_problem_whatever_it_is_called(tmp_path, title):
    folder = tmp_path / "deep" / "guide"
    new_guide(folder, title, tagline=None, id_=None if re.search("[a-z]", title) else "mine")
    assert check_guide(folder) == []
    settings = read_guide(folder).guide.settings
    assert settings.languages[0].title == title
    assert settings.pages == ("about", "accessibility", "privacy")


def test_a_save_from_jupyterlab_leaves_the_chapters_of_a_new_guide_as_they_are(tmp_path):
    new_guide(tmp_path / "guide", "All about bread: a long title, which has to be wrapped here", tagline=None, id_=None)
    chapters = sorted((tmp_path / "guide/content/en").glob("*.md"))
    assert len(chapters) == 3
    for chapter in chapters:
        text = chapter.read_text(encoding="utf-8")
        assert jupytext.writes(jupytext.reads(text, fmt="md:myst"), fmt="md:myst") == text


def test_every_command_that_the_new_guide_names_exists(tmp_path):
    new_guide(tmp_path, "Bread", tagline=None, id_=None)
    named = re.findall(r"`patientbook ([^`]+)`", (tmp_path / "README.md").read_text(encoding="utf-8"))
    assert len(named) > 5
    for line in named:
        command = line.split(" --")[0].removesuffix(" pdf").split()
        shown = CliRunner(env={"COLUMNS": "200", "NO_COLOR": "1"}).invoke(app, [*command, "--help"])
        assert shown.exit_code == 0, line
        assert [option for option in re.findall(r"--\S+", line) if option not in shown.output] == []


def test_an_empty_folder_is_filled_and_nothing_else_is_left_beside(tmp_path):
    new_guide(tmp_path, "Bread", tagline="For all who bake.", id_=None)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".gitignore",
        "README.md",
        "content",
        "nbval.cfg",
    ]


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(PatientbookError, match=r"is not empty, and nothing is overwritten\. Name a folder"):
        new_guide(tmp_path, "Bread", tagline=None, id_=None)
    with pytest.raises(PatientbookError, match="is a file"):
        new_guide(tmp_path / "mine.txt", "Bread", tagline=None, id_=None)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(("folder", "title"), [("guide", "A [b](c.md)"), ("mine.txt/guide", "Bread")])
def test_where_no_sound_guide_can_be_written_nothing_is(tmp_path, folder, title):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises((ContentError, PatientbookError)):
        new_guide(tmp_path / folder, title, tagline=None, id_=None)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def said_by_the_engine():
    """Each file with words for readers and authors that come with every guide, and those words."""
    for path in sorted((ROOT / "src/patientbook").rglob("*")):
        if path.suffix in {".j2", ".typ"}:
            yield path, path.read_text(encoding="utf-8")
        elif path.name.endswith("labels.py"):
            strings = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant)]
            yield path, "\n".join(str(node.value) for node in strings)
    yield ROOT / "widgets/patientbook_widgets/labels.py", "\n".join(LABELS.values())


def test_what_comes_with_every_guide_says_nothing_about_the_subject_of_ours():
    ours = re.compile(
        r"cancer|tumou?r|oncolog|biomarker|chemo|medicine\b|illness|hospital|clinic|doctor|\bgenes?\b|care team",
        re.IGNORECASE,
    )
    said = list(said_by_the_engine())
    assert len(said) > 30
    found = [(path.name, each[0]) for path, text in said for each in ours.finditer(text)]
    assert found == []
