"""A chapter on paper: questions are exercises, and their answers stand explained at the end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.answering import JUDGED, QUESTIONS, answer_wrong, explanations_of, place_of
from tests.browser.hands import Hands
from tests.browser.reading import CHAPTER
from tests.browser.test_printing import letters, paper

pytestmark = pytest.mark.hosts("website")

if TYPE_CHECKING:
    from playwright.sync_api import Page

ANSWERS = "The answers, explained"
CHAPTER_4 = "en/04-understand-how-to-personalise-each-individual-treatment.html"


def pages_of(page: Page) -> list[str]:
    """The letters on each sheet, but for its number."""
    return [re.sub(r"^\d+/\d+", "", letters(each.extract_text())) for each in paper(page).pages]


def test_the_answers_are_printed_at_the_end_and_not_with_the_questions(reader):
    page = reader.open(CHAPTER)
    sheets = pages_of(page)
    start = next(number for number, sheet in enumerate(sheets) if letters(ANSWERS) in sheet)
    before, after = "".join(sheets[:start]), "".join(sheets[start:])
    assert sheets[start].startswith(letters(ANSWERS)), "they begin on a sheet of their own"
    for question in QUESTIONS:
        stem = letters(question.stem)
        assert stem in before
        assert stem in after
        for text in explanations_of(question):
            assert letters(text) in after
            assert letters(text) not in before
    assert after.index(letters(ANSWERS)) < after.index("Sources")
    assert page.locator(".pb-paper").count() == 0, "the page on the screen is as it was"


def test_no_sheet_ends_with_the_heading_of_questions_that_stand_on_the_next(reader):
    heading = letters("Check yourself")
    for path in (CHAPTER, CHAPTER_4):
        sheets = pages_of(reader.open(path))
        assert sum(sheet.count(heading) for sheet in sheets) > 3
        assert [number for number, sheet in enumerate(sheets, start=1) if sheet.endswith(heading)] == [], path


def test_exercises_have_everything_that_can_be_chosen_and_nothing_that_was(reader):
    page = reader.open(CHAPTER)
    for question in JUDGED:
        place = place_of(page, question)
        place.locator("input, select, .pb-ask button").first.focus()
        answer_wrong(Hands(page), place, question)
        place.get_by_role("button", name="Check my answer").press("Enter")
    printed = "".join(pages_of(page)).partition(letters(ANSWERS))[0]
    for said in ("Not quite", "Not right", "Right so far", "Read this part again"):
        assert letters(said) not in printed
    matching = next(question for question in JUDGED if question.type == "matching")
    for text in [*(pair.match for pair in matching.pairs), *matching.also]:
        assert letters(text) in printed
    page.emulate_media(media="print")
    assert page.locator(".pb-picked:visible, .pb-pick select:visible").count() == 0
    chosen = page.locator(".pb-option input:checked")
    empty = "all => all.every(each => getComputedStyle(each).appearance === 'none')"
    assert chosen.count() > 0
    assert chosen.evaluate_all(empty)


def test_without_javascript_the_answers_are_printed_where_they_stand(reader):
    printed = "".join(pages_of(reader.open(CHAPTER, java_script_enabled=False)))
    for question in QUESTIONS:
        assert letters(explanations_of(question)[0]) in printed


def test_nothing_of_the_bar_and_no_address_of_a_link_is_printed(reader):
    printed = "".join(pages_of(reader.open(CHAPTER)))
    for text in ("Menu", "Text settings", "In this chapter", "Check my answer", "http", ".html"):
        assert letters(text) not in printed


@pytest.mark.parametrize(("size", "points"), [("large", 12.5), ("largest", 18)])
def test_who_reads_large_text_prints_large_text(reader, size, points):
    page = reader.open(CHAPTER)
    page.evaluate("size => { document.documentElement.dataset.size = size; }", size)
    page.emulate_media(media="print")
    pixels = page.locator("main h2 + p").first.evaluate("p => parseFloat(getComputedStyle(p).fontSize)")
    assert round(pixels * 72 / 96, 1) == points
