"""The guide that is shipped has the size that its readers were promised; `patientbook check` holds everything else."""

from functools import cache

import pytest

from patientbook.checking.texts import Text, count_words
from patientbook.reading import load_guide
from tests.frame.project import ROOT

LONGEST = 2500  # words of a chapter, in paragraphs, lists and tables
LONGER = {"05-understand-how-to-personalise-disease": 4000}  # fourteen kinds of cancer, each told the same way


@cache
def english():
    return load_guide(ROOT).languages["en"]


def chapters_with_questions():
    return [id_ for id_ in english().chapters if id_[:2] <= "07"]


def words_of(chapter):
    texts = (Text.of_cell(chapter.file, cell) for cell in chapter.cells if cell.kind == "markdown")
    return sum(count_words(each.block.prose) for text in texts for each in text.passages if each.is_prose)


@pytest.mark.parametrize("id_", chapters_with_questions())
def test_a_chapter_is_neither_thin_nor_too_long(id_):
    assert 1500 <= words_of(english().chapters[id_]) <= LONGER.get(id_, LONGEST)


@pytest.mark.parametrize("id_", chapters_with_questions())
def test_a_chapter_asks_eight_to_twelve_questions_of_four_kinds_or_more(id_):
    questions = [each for quiz in english().quizzes[id_].values() for each in quiz.questions]
    assert 8 <= len(questions) <= 12
    assert len({each.type for each in questions}) >= 4


def test_seven_chapters_a_glossary_a_factsheet_and_enough_words_and_pictures():
    assert len(chapters_with_questions()) == 7
    assert {"08-glossary", "factsheet"} <= set(english().chapters)
    assert len(english().terms) >= 150
    assert len(english().figures) >= 16
