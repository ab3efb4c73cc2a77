"""Every PDF is sound, accessible (PDF/UA-1), says what it is, and comes out the same each time."""

import io

import page
import pikepdf
import pypdf
import pytest

from patientbook.exports.blocks import Heading
from patientbook.exports.options import Options
from patientbook.exports.registry import FORMATS
from patientbook.exports.walk import found_in
from tests.exports.paper import letters

CHAPTERS = 7


@pytest.fixture(scope="module")
def readers(made):
    return {name: pypdf.PdfReader(io.BytesIO(content)) for name, content in made.items()}


def test_every_format_was_made(made):
    assert len(made) == 4 + CHAPTERS


def test_no_rule_of_pdf_ua_is_broken(made):
    for name, content in made.items():
        report = page.validate_pdf_bytes(content, profile=page.ValidationProfile.PDF_UA_1)
        assert report.rules.total > 100, name
        assert [(name, each.rule_id, each.message) for each in report.failures] == []


def test_qpdf_finds_no_fault(made):
    for name, content in made.items():
        with pikepdf.open(io.BytesIO(content)) as pdf:
            assert pdf.check_pdf_syntax() == [], name


def test_each_says_its_language_title_author_and_words_to_be_found_by(readers):
    assert readers["pdf"].metadata.title == "Personalised cancer medicine – The whole guide to print"
    assert (
        len({reader.metadata.title for reader in readers.values()}) == len(readers) - 1
    )  # the factsheet has two sizes
    for reader in readers.values():
        assert reader.root_object["/Lang"] == "en"
        assert reader.metadata.author == "The patientbook project"
        assert "Biomarker" in reader.metadata["/Keywords"]
        assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"].value is True


def test_every_letter_comes_from_a_font_within_the_file(made):
    for name, content in made.items():
        with pikepdf.open(io.BytesIO(content)) as pdf:
            described = [each for each in pdf.objects if _is(each, "/FontDescriptor")]
            assert described, name
            assert [each for each in described if not {"/FontFile2", "/FontFile3"} & set(each.keys())] == []


def test_the_letters_are_those_of_the_pages_and_no_others(made):
    with pikepdf.open(io.BytesIO(made["pdf"])) as pdf:
        fonts = {str(each["/FontName"]).partition("+")[2] for each in pdf.objects if _is(each, "/FontDescriptor")}
    assert {name.partition("-")[0] for name in fonts} == {"AtkinsonHyperlegibleNext"}


def _is(thing, kind):
    return isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == kind


def test_the_same_content_gives_the_same_bytes(manuscript, made):
    """The whole guide is made again by another process: see the test of its time."""
    assert FORMATS["factsheet"].write(manuscript, Options()) == made["factsheet"]
    chapter = manuscript.of_kind("chapter")[0].id
    assert FORMATS["handout"].write(manuscript, Options(chapter=chapter)) == made[f"handout {chapter}"]


def test_the_factsheet_has_exactly_two_pages_of_a4(readers):
    pages = readers["factsheet"].pages
    assert len(pages) == 2
    assert {(round(float(each.mediabox.width)), round(float(each.mediabox.height))) for each in pages} == {(595, 842)}


def test_a_handout_has_one_or_two_pages(readers):
    counts = {name: len(reader.pages) for name, reader in readers.items() if name.startswith("handout")}
    assert len(counts) == CHAPTERS
    assert set(counts.values()) <= {1, 2}


@pytest.mark.parametrize("name", ["pdf-large", "factsheet-large"])
def test_the_words_of_large_print_have_18_points_and_notes_16(readers, name):
    sizes: dict[float, int] = {}
    for each in readers[name].pages[:4] if name == "factsheet-large" else readers[name].pages[:40]:
        each.extract_text(visitor_text=lambda text, _cm, _tm, _font, size: _count(sizes, size, text))
    assert min(sizes) >= 16
    assert sum(letters for size, letters in sizes.items() if size >= 18) > sum(sizes.values()) / 2


def _count(sizes, size, text):
    if len(text.strip()) > 2:
        sizes[round(float(size), 1)] = sizes.get(round(float(size), 1), 0) + len(text)


@pytest.mark.parametrize("name", ["pdf", "pdf-large"])
def test_every_part_and_section_has_a_bookmark_that_leads_to_it(papers, manuscript, name):
    bookmarks = papers[name].bookmarks
    for _, title, _, line in bookmarks:
        assert line, title
        assert letters(line) in letters(title), (title, line)
    parts = [*manuscript.of_kind("chapter", "sheet"), *manuscript.of_kind("glossary")]
    wanted = [letters(f"{part.number or ''}{part.title}") for part in parts]
    first = [letters(title) for depth, title, _, _ in bookmarks if depth == 1]
    assert [title for title in first if title in wanted] == wanted
    titles = {letters(title) for _, title, _, _ in bookmarks}
    headings = [each for part in manuscript.of_kind("chapter", "sheet") for each in found_in(part.pieces, Heading)]
    assert len(headings) > 150
    assert [each.text for each in headings if letters(each.text) not in titles] == []
    pages = [number for _, _, number, _ in bookmarks]
    assert pages == sorted(pages)


@pytest.mark.parametrize("name", ["factsheet", "factsheet-large", "handout"])
def test_sheets_have_bookmarks_too(papers, name):
    for file, paper in papers.items():
        if file.partition(" ")[0] == name:
            assert len(paper.bookmarks) > 1, file
