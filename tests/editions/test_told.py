"""What is wrong with an edition is told at the file and line where somebody can mend it (`mistakes.yaml`)."""

from pathlib import Path, PurePosixPath

import pytest
from ruamel.yaml import YAML

from patientbook.checking import check_guide
from patientbook.problems import ContentError
from tests.editions.club import FILES, write, write_club
from tests.guides import replace_in

GLOSSARY = "content/en/glossary.yaml"
QUIZZES = "content/en/quizzes/01-bicycles.yaml"
SECTIONS = "content/en/sections/01-bicycles.md"
MISTAKES = YAML(typ="safe", pure=True).load(Path(__file__).with_name("mistakes.yaml"))


def told(club):
    try:
        club.renew()
    except ContentError as error:
        return error.problems
    return check_guide(club.guide)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda one: one["name"])
def test_a_mistake_is_told_at_its_place_with_a_way_out(guide, mistake):
    club = write_club(guide)
    file, new = mistake["file"], mistake["new"]
    write(guide, file, replaced(FILES[file], mistake["old"], new) if "old" in mistake else new)
    known = {str(each) for each in check_guide(guide)}
    new_ones = [each for each in told(club) if str(each) not in known and each.rule != "edition-hidden-link"]
    found = {f"{each.file}:{each.line} {each.rule}": each for each in new_ones}
    expected = f"editions/club/{mistake['expected']}"
    assert expected in found
    assert mistake.get("way_out", "") in found[expected].way_out
    assert all(each.file.parts[0] == "editions" for each in new_ones), new_ones


def replaced(text, old, new):
    assert old in text
    return text.replace(old, new, 1)


def test_a_mistake_of_the_guide_is_told_at_the_guide_s_own_line(guide):
    replace_in(guide / "content/en/glossary.yaml", "meaning: The middle of a wheel.", "meaning: ''")
    club = write_club(guide)
    problems = [each for each in told(club) if each.rule == "empty-text"]
    assert [(each.file, each.line) for each in problems] == [(PurePosixPath("content/en/glossary.yaml"), 14)]


def test_what_breaks_in_the_guide_because_of_the_edition_says_so(guide):
    club = write_club(guide, edition="title: The club\n")
    write(guide, SECTIONS, "## How to ride\n\nLook ahead.\n")
    write(guide, GLOSSARY, "terms: {bell: {term: Bell, meaning: It rings.}}")
    write(guide, QUIZZES, "quizzes: []\n")
    replace_in(guide / "content/en/quizzes/01-bicycles.yaml", "explained_in: how-to-ride", "explained_in: riding")
    [problem] = [each for each in told(club) if each.rule == "unknown-explanation"]
    assert problem.file == PurePosixPath("content/en/quizzes/01-bicycles.yaml")
    assert "edition 'club'" in problem.way_out
