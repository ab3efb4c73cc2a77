"""A new guide about any subject: sound from its first day, in a folder that was empty."""

import re

import jupytext
import pytest

from patientbook.checking import check_guide
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


def test_an_empty_folder_is_filled_and_nothing_else_is_left_beside(tmp_path):
    new_guide(tmp_path, "Bread", tagline="For all who bake.", id_=None)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".gitignore",
        "README.md",
        "content",
        "labconfig",
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


def test_a_new_guide_says_nothing_about_the_subject_of_ours():
    """What another guide begins with, and what new parts begin with, must suit any subject."""
    templates = list((ROOT / "src/patientbook/starting/templates").rglob("*.j2"))
    ours = re.compile(r"cancer|tumou?r|medicine|patient(?!book)|disease|illness|clinic|doctor|gene\b|care team", re.I)
    assert templates != []
    assert [(path.name, found[0]) for path in templates for found in ours.finditer(path.read_text("utf-8"))] == []
