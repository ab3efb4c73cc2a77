"""The words of the book stand in the order of the content, all of them, and figures about survival apart."""

import re
from dataclasses import replace

import pytest

from patientbook.exports.blocks import Box
from patientbook.exports.inline import plain
from patientbook.exports.manuscript import Exercise, SurvivalFigures, Text
from patientbook.exports.walk import found_in
from tests.exports.paper import letters
from tests.exports.reading_order import ENOUGH, of_answer, of_blocks, of_part, pattern


def first_missing(patterns, text):
    """The first pattern that does not follow those before it; None when all stand in their order."""
    at = 0
    for each in patterns:
        found = re.compile(each).search(text, at)
        if found is None:
            return each, text[at : at + 80]
        at = found.end()
    return None


def pages(paper, first, after):
    """The pages from where the part ``first`` begins to where ``after`` does."""
    return paper.page_of(first), paper.page_of(after) - 1


def test_something_out_of_order_is_seen():
    assert first_missing(["one", "two"], "xonextwo") is None
    assert first_missing(["two", "one"], "onetwo") == ("one", "")


@pytest.mark.parametrize("name", ["pdf", "pdf-large"])
def test_chapters_and_factsheet_stand_in_the_order_of_the_content(papers, manuscript, name):
    """In the file, as it is searched and copied from."""
    parts = manuscript.of_kind("chapter", "sheet")
    text = papers[name].text(*pages(papers[name], parts[0].title, "Glossary of terms"))
    assert first_missing([each for part in parts for each in of_part(part)], text) is None


@pytest.mark.parametrize("name", ["pdf", "pdf-large"])
def test_screen_readers_tell_them_in_that_order_too(papers, manuscript, name):
    parts = manuscript.of_kind("chapter", "sheet")
    told = papers[name].told(*pages(papers[name], parts[0].title, "Glossary of terms"))
    assert first_missing([each for part in parts for each in of_part(part)], told) is None
    assert told.count(letters(manuscript.language.title)) < len(manuscript.parts)  # running heads are not told


@pytest.mark.parametrize("name", ["factsheet", "factsheet-large"])
def test_the_factsheet_is_told_in_the_order_of_the_content(papers, manuscript, name):
    [sheet] = manuscript.of_kind("sheet")
    words = [piece for piece in sheet.pieces if isinstance(piece, Text)]  # what it is for needs no room on two pages
    wanted = list(of_part(replace(sheet, pieces=words)))
    assert len(wanted) > 30
    assert first_missing(wanted, papers[name].told()) is None


def test_a_handout_has_key_points_a_question_with_its_answer_and_questions_to_ask(papers, manuscript):
    for part in manuscript.of_kind("chapter"):
        boxes = list(found_in(part.pieces, Box))
        wanted = [
            each for kind in ("key_points", "questions") for each in of_blocks([b for b in boxes if b.kind == kind])
        ]
        told = papers[f"handout {part.id}"].told()
        assert first_missing([letters(part.title), *wanted, "Yournotes", "Theanswer", "Right"], told) is None, part.id
        stems = [letters(plain(each.asked.stem)) for one in found_in(part.pieces, Exercise) for each in one.questions]
        assert sum(stem in told for stem in stems) == 1


def test_every_term_is_in_the_glossary_and_in_the_index(book, manuscript):
    glossary = book.text(book.page_of("Glossary of terms"), book.page_of("Sources") - 1)
    entries = [letters(entry.term.term) + pattern(entry.meaning) for entry in manuscript.terms]
    assert len(entries) > 150
    assert first_missing(entries, glossary) is None
    index = book.text(book.page_of("Index of terms"), book.page_of("My questions") - 1)
    assert [entry.term.term for entry in manuscript.terms if letters(entry.term.term) not in index] == []


def test_every_source_is_listed_in_its_chapter(book, manuscript):
    text = book.text(book.page_of("Sources"), book.page_of("Answer key") - 1)
    listed = [
        each
        for part in manuscript.of_kind("chapter", "sheet")
        for each in (letters(part.title), *(f"{s.number}{letters(s.text)[:ENOUGH]}" for s in part.sources))
    ]
    assert len(listed) > 300
    assert first_missing(listed, text) is None


def test_every_question_is_answered_in_the_key(book, manuscript):
    text = book.text(book.page_of("Answer key"), book.page_of("Index of terms") - 1)
    questions = [each for exercise in found_in(_pieces(manuscript), Exercise) for each in exercise.questions]
    assert len(questions) > 60
    assert first_missing([each for question in questions for each in of_answer(question)], text) is None


def test_figures_about_survival_stand_in_the_appendix_in_order(book, manuscript):
    text = book.text(book.page_of("Figures about survival"))
    figures = list(found_in(_pieces(manuscript), SurvivalFigures))
    patterns = [each for one in figures for each in (pattern(one.label)[1:], *of_blocks(one.blocks))]
    assert first_missing(patterns, text) is None


@pytest.mark.parametrize("name", ["pdf", "pdf-large", "factsheet", "factsheet-large", "handout"])
def test_no_figure_about_survival_stands_anywhere_else(papers, manuscript, name):
    for file, paper in papers.items():
        if file.partition(" ")[0] == name:
            last = paper.page_of("Figures about survival") if name.startswith("pdf") else None
            text = paper.text(1, last)
            assert [each for each in _told_about_survival(manuscript) if each in text] == [], file


def test_the_first_page_of_the_appendix_says_what_it_holds_and_has_no_figure(book, manuscript):
    page = book.page_of("Figures about survival")
    text = book.text(page, page)
    labels = [pattern(each.label)[1:] for each in found_in(_pieces(manuscript), SurvivalFigures)]
    assert [label for label in labels if not re.search(label, text)] == []
    assert "Youcanleaveitout" in text


def _pieces(manuscript):
    return tuple(part.pieces for part in manuscript.of_kind("chapter", "sheet"))


def _told_about_survival(manuscript):
    """The letters of every sentence with a number in the figures about survival."""
    told = []
    for figures in found_in(_pieces(manuscript), SurvivalFigures):
        for block in figures.blocks:
            sentences = re.split(r"(?<=[.?!])\s+", plain(block.inside))
            told += [letters(each) for each in sentences if re.search(r"\d", each)]
    assert len(told) > 50
    return told
