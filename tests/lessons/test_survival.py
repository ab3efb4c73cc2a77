"""Survival figures: closed until the reader opens them, with their sources numbered like all others."""

import shutil

import pytest

from patientbook.lessons import open_lesson
from patientbook.problems import PatientbookError
from tests.frame.project import ROOT


@pytest.fixture
def lesson(tmp_path):
    shutil.copytree(ROOT / "tests" / "cases" / "broken" / "good-guide", tmp_path / "guide")
    return open_lesson("en/01-first", tmp_path / "guide")


def test_survival_figures_are_closed_and_say_what_is_inside_without_a_number(lesson):
    html = lesson.survival("gene-trial").html
    summary = html.partition("</summary>")[0]
    assert html.startswith('<details class="pb-survival"')
    assert " open" not in html.partition(">")[0]
    assert "how many people with the gene were alive after five years" in summary
    assert not any(letter.isdigit() for letter in summary.partition(">")[2])


def test_survival_figures_are_about_groups_and_name_their_source(lesson):
    html = lesson.survival("gene-trial").html
    assert "They cannot tell what will happen to you." in html
    assert '<a href="#source-1">1</a>' in html
    assert 'id="source-1"' in lesson.sources().html


def test_unknown_survival_figures_are_named(lesson):
    with pytest.raises(PatientbookError, match="gene-trail"):
        lesson.survival("gene-trail")
