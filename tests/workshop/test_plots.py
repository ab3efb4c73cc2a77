"""The evaluation notebook's plots say every number of a report's data, and take no text of a plan for markup."""

import copy

import html5lib
import pytest

from patientbook.workshop.report import plots

EVIL = "<script>alert(1)</script>"


@pytest.fixture
def report():
    return copy.deepcopy(plots.sample_report())


def test_every_number_of_the_check_stands_in_its_plot(report):
    drawn = str(plots.learning_plot(report))
    for asked in report["learning"]["questions"]:
        for count in (asked["before"], asked["after"]):
            assert plots.count_in_words(count) in drawn


def test_a_hidden_number_is_told_as_a_range():
    assert plots.count_in_words({"count": None, "low": 1, "high": 4, "of": 20}) == "1 to 4 of 20"


def test_plots_are_sound_markup_without_styles_or_scripts(report):
    report["learning"]["questions"][0]["stem"] = EVIL
    report["questions"][0]["stem"] = EVIL
    made = [plots.learning_plot(report), plots.gain_plot(report), *map(plots.votes_plot, report["questions"])]
    assert all(made)
    for svg in made:
        html5lib.HTMLParser(strict=True).parseFragment(str(svg))
        assert EVIL not in svg
        assert "style=" not in svg


def test_what_a_report_does_not_have_is_not_drawn(report):
    assert plots.later_plot(report) == ""
    assert plots.learning_plot({**report, "learning": None}) == ""
    assert plots.gain_plot({**report, "learning": None}) == ""
    assert plots.votes_plot({"stem": "Why?", "votes": [{"round": 1, "answered": None, "groups": []}]}) == ""
