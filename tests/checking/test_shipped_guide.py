"""The guide that is shipped has the size that its readers were promised, and the check finds nothing in it."""

import re
from datetime import UTC, datetime
from functools import cache
from statistics import median

import pytest

from patientbook.checking import check_guide
from patientbook.checking.guide import grades_of
from patientbook.checking.subject import Subject
from patientbook.reading.guide import read_guide
from patientbook.reading.markdown import slug
from tests.frame.project import ROOT

LONGEST = 2500  # words of a chapter, in paragraphs, lists and tables
LONGER = {"05-understand-how-to-personalise-disease": 4000}  # fourteen kinds of cancer, each told the same way
NUMBERS = re.compile(r"\d+")
CHAPTERS = sorted(path.stem for path in (ROOT / "content" / "en").glob("0[1-7]-*.md"))


@cache
def reading():
    return read_guide(ROOT)


def english():
    return reading().guide.languages["en"]


@cache
def chapters():
    """The chapters as the checks look at them, by id."""
    subject = Subject(reading(), reading().guide, english(), datetime.now(UTC).date())
    return {chapter.id: chapter for chapter in subject.chapters}


def entries_under(chapter, title):
    """The entries of the list under a heading."""
    section = next(section for section in chapter.sections if section.heading.id == slug(title))
    return [passage.block.prose for passage in section.passages if passage.block.is_in_list]


def test_the_check_finds_nothing_and_no_section_is_hard_to_read():
    assert check_guide(ROOT) == []
    grades = [section.grade for section in grades_of(reading())]
    assert len(grades) > 100
    assert max(grades) <= 8
    assert median(grades) <= 6.5


@pytest.mark.parametrize("id_", CHAPTERS)
def test_a_chapter_is_neither_thin_nor_too_long(id_):
    words = [section.words for section in chapters()[id_].sections]
    assert 1500 <= sum(words) <= LONGER.get(id_, LONGEST)
    assert max(words) <= 200


@pytest.mark.parametrize("id_", CHAPTERS)
def test_a_chapter_asks_eight_to_twelve_questions_of_four_kinds_or_more(id_):
    questions = [each for quiz in english().quizzes[id_].values() for each in quiz.questions]
    assert 8 <= len(questions) <= 12
    assert len({each.type for each in questions}) >= 4


@pytest.mark.parametrize("id_", CHAPTERS)
def test_a_chapter_has_pictures_and_what_to_take_along(id_):
    settings = english().settings
    assert 2 <= len(chapters()[id_].named("figure")) <= 4
    assert 5 <= len(entries_under(chapters()[id_], settings.sections.questions)) <= 10
    for title in (settings.sections.key_points, settings.sections.not_known, settings.steps):
        assert len(entries_under(chapters()[id_], title)) >= 3, title


def test_the_factsheet_has_its_six_parts_a_picture_and_five_questions():
    factsheet = chapters()["factsheet"]
    questions = english().settings.sections.questions
    assert [heading.text for heading in factsheet.headings if heading.level == 2] == [
        "The definition of personalised medicine",
        "Evidence in cancer biology",
        "Targeted therapy explained",
        "What patients should be aware of",
        "Challenges that need to be solved",
        "The need for education and research",
        questions,
    ]
    assert len(factsheet.named("figure")) == 1
    assert len(entries_under(factsheet, questions)) == 5


def test_seven_chapters_a_glossary_a_factsheet_and_enough_words_and_pictures():
    assert len(CHAPTERS) == 7
    assert {"08-glossary", "factsheet"} <= set(english().chapters)
    assert len(english().terms) >= 150
    assert len(english().figures) >= 16


def test_a_picture_of_people_tells_both_sides_in_its_caption_and_its_text_alternative():
    pictures = {id_: figure for id_, figure in english().figures.items() if figure.people}
    assert len(pictures) >= 5
    for id_, figure in pictures.items():
        both = {figure.people.count, figure.people.of - figure.people.count}
        for words in (figure.caption, figure.alt):
            assert both <= {int(number) for number in NUMBERS.findall(words)}, id_
