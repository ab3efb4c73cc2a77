"""When the guide changes what an edition replaces, the edition is told so with the difference, until it is accepted."""

import json

import pytest

from patientbook.checking import check_guide
from patientbook.problems import PatientbookError, Severity
from tests.editions.club import FOLDER, club_of, write, write_club
from tests.guides import replace_in

CHANGES = {  # file of the guide: (old, new, where the edition has it otherwise)
    "content/en/01-bicycles.md": [
        ("and oil it *again*", "and then oil it *again*", "content/en/sections/01-bicycles.md:1"),
        ("A bicycle has two wheels and", "A bicycle has always had two wheels and", "edition.yaml:13"),
    ],
    "content/en/glossary.yaml": [("A toothed wheel", "A round toothed wheel", "content/en/glossary.yaml:2")],
    "content/en/quizzes/01-bicycles.yaml": [
        ("How many wheels has a bicycle?", "How many wheels are there?", "content/en/quizzes/01-bicycles.yaml:4")
    ],
    "content/guide.yaml": [
        ("authors: [The riders]", "authors: [All riders]", "edition.yaml:11"),
        ("title: All about bicycles", "title: All of bicycles", "edition.yaml:8"),
    ],
}


def stale(club):
    club.renew()
    return {f"{each.file}:{each.line}": each for each in check_guide(club.guide) if each.rule == "edition-stale"}


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [(file, *change) for file, changes in CHANGES.items() for change in changes],
)
def test_a_change_under_a_replaced_part_is_told_with_the_difference_until_accepted(guide, file, old, new, place):
    club = write_club(guide)
    assert stale(club) == {}
    replace_in(guide / file, old, new)
    problem = stale(club)[f"{FOLDER}/{place}"]
    assert problem.severity is Severity.WARNING
    assert "patientbook accept club" in problem.way_out
    assert any(line.startswith("-") and old in line for line in problem.detail.split("\n"))
    assert any(line.startswith("+") and new in line for line in problem.detail.split("\n"))
    assert club.accept() >= 1
    assert stale(club) == {}


def test_a_picture_that_is_drawn_otherwise_is_watched_too(guide):
    drawing = (guide / "content/figures/wheel.svg").read_text(encoding="utf-8")
    write(guide, "content/figures/wheel.svg", drawing.replace("<svg", "<svg data-ours=''", 1))
    club = write_club(guide)
    assert stale(club) == {}
    (guide / "content/figures/wheel.svg").write_text(drawing.replace("</svg>", "<g/></svg>"), encoding="utf-8")
    assert list(stale(club)) == [f"{FOLDER}/content/figures/wheel.svg:1"]


def test_a_change_elsewhere_says_nothing_and_reaches_the_edition(guide):
    club = write_club(guide)
    club.renew()
    replace_in(guide / "content/en/glossary.yaml", "A row of links", "A long row of links")
    assert stale(club) == {}
    assert "A long row of links" in (club.guide / "content/en/glossary.yaml").read_text(encoding="utf-8")


def test_a_part_that_is_taken_back_and_replaced_again_begins_anew(guide):
    club = write_club(guide)
    club.renew()
    glossary = "content/en/glossary.yaml"
    write(guide, glossary, "terms:\n  pump: {term: Pump, meaning: It brings air into a tyre.}\n")
    club.renew()
    replace_in(guide / glossary, "A toothed wheel", "A round toothed wheel")
    write_club(guide)
    assert stale(club) == {}


def test_a_damaged_memory_is_told_and_not_overwritten(guide):
    club = write_club(guide)
    club.renew()
    file = guide / FOLDER / "overridden.json"
    file.write_text("{", encoding="utf-8")
    with pytest.raises(PatientbookError, match="cannot be read"):
        club_of(guide).renew()
    assert file.read_text(encoding="utf-8") == "{"


def test_what_is_remembered_is_the_guide_s_text(guide):
    club = write_club(guide)
    club.renew()
    parts = json.loads((guide / FOLDER / "overridden.json").read_text(encoding="utf-8"))["parts"]
    assert parts["content/guide.yaml#authors"] == "authors: [The riders]"
    assert parts["content/en/01-bicycles.md#looking-after-it"].startswith("## Looking after it")
