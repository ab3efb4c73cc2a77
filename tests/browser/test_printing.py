"""The factsheet on paper: two pages of A4 with everything on them, large enough to read, dark on white."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

pytestmark = pytest.mark.hosts("website")

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.reading import Reader

FACTSHEET = "en/factsheet.html"
A4 = (595, 842)  # in points, as all sizes here
SECTIONS = [
    "The definition of personalised medicine",
    "Evidence in cancer biology",
    "Targeted therapy explained",
    "What patients should be aware of",
    "Challenges that need to be solved",
    "The need for education and research",
]
QUESTIONS = "Questions to ask your care team"
BODY, SMALL = 10.5, 7.5  # the smallest that running text, and sources, may be


@pytest.fixture
def factsheet(reader: Reader) -> Page:
    return reader.open(FACTSHEET)


def paper(page: Page) -> PdfReader:
    """The page as its own print styles put it on paper."""
    page.evaluate("document.fonts.ready.then(() => true)")
    return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))


def letters(text: str) -> str:
    """The text without white space, which is other on paper: lines break, and marks get spaces around them."""
    return "".join(text.split())


def letters_on(printed: PdfReader) -> str:
    return letters("".join(page.extract_text() for page in printed.pages))


def sizes_on(printed: PdfReader) -> list[tuple[str, float]]:
    """Each piece of text with its size on paper: that of its font, times what its matrices make of it."""
    pieces: list[tuple[str, float]] = []

    def note(text: str, around: list[float], matrix: list[float], _font: object, size: float) -> None:
        if text.strip():
            pieces.append((text, round(size * abs(matrix[3] * around[3]), 1)))

    for page in printed.pages:
        page.extract_text(visitor_text=note)
    return pieces


def test_the_factsheet_prints_on_exactly_two_pages_of_a4(factsheet: Page):
    pages = paper(factsheet).pages
    assert len(pages) == 2
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {A4}


def test_the_six_sections_are_printed_in_their_order(factsheet: Page):
    printed = letters_on(paper(factsheet))
    places = [printed.find(letters(heading)) for heading in SECTIONS]
    assert -1 not in places
    assert places == sorted(places)


def test_the_picture_is_printed_with_its_caption(factsheet: Page):
    caption = factsheet.get_by_role("figure").locator("figcaption").inner_text()
    assert letters(caption) in letters_on(paper(factsheet))


def test_five_questions_are_printed_together_with_their_heading(factsheet: Page):
    listed = factsheet.get_by_role("region", name=QUESTIONS).get_by_role("listitem")
    questions = listed.evaluate_all("all => all.map(each => each.firstChild.textContent)")
    assert len(questions) == 5
    pages = [letters(page.extract_text()) for page in paper(factsheet).pages]
    assert [all(letters(text) in page for text in [QUESTIONS, *questions]) for page in pages].count(True) == 1


def test_every_source_is_printed_and_that_nobody_has_reviewed_the_page(factsheet: Page):
    printed = letters_on(paper(factsheet))
    sources = factsheet.get_by_role("region", name="Sources").locator("ol > li").all_inner_texts()
    assert 10 <= len(sources) <= 14
    assert [source for source in sources if letters(source) not in printed] == []
    assert letters("Nobody with a clinical background has reviewed this") in printed
    assert letters("It does not give medical advice") in printed


def test_running_text_is_printed_large_enough_and_sources_not_too_small(factsheet: Page):
    pieces = sizes_on(paper(factsheet))
    assert min(size for _, size in pieces) >= SMALL
    start = next(number for number, (text, _) in enumerate(pieces) if "Factsheet" in text)
    end = next(number for number, (text, _) in enumerate(pieces) if text.strip() == "Sources")
    small = [text for text, size in pieces[start:end] if size < BODY]
    assert [text for text in small if not re.fullmatch(r"[\s\d\[\],/]+", text)] == []  # numbers of sources and pages


def test_somebody_who_reads_in_the_dark_prints_dark_on_white(reader: Reader):
    page = reader.open(FACTSHEET, color_scheme="dark")
    lightness = "getComputedStyle(document.body).color.match(/\\d+/g).slice(0, 3).map(Number)"
    assert min(page.evaluate(lightness)) > 200
    page.emulate_media(media="print", color_scheme="dark")
    assert max(page.evaluate(lightness)) < 80
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgba(0, 0, 0, 0)"
