"""A manuscript has everything in the order of the pages, and every link resolved to what it means."""

import pytest

from patientbook.exports.blocks import Box, Bullets, Heading, Paragraph, Quote
from patientbook.exports.inline import Citation, PartLink, TermLink, WebLink, Words, plain
from patientbook.exports.making import make_manuscript
from patientbook.exports.manuscript import Exercise, Opening, Picture, SourceList, SurvivalFigures, Text
from patientbook.exports.questions import Choosing, Matching, Ordering
from patientbook.exports.walk import found_in
from patientbook.lessons import open_lesson
from patientbook.problems import PatientbookError
from patientbook.reading.guide import load_guide
from tests.frame.project import ROOT
from tests.guides import CHAPTER, replace_in


@pytest.fixture
def chapter(guide):
    return manuscript_of(guide).part("01-bicycles")


def manuscript_of(guide):
    return make_manuscript(load_guide(guide), "en")


def one_paragraph(guide, words):
    """What stands in the manuscript for a paragraph of the chapter."""
    replace_in(guide / CHAPTER, "Look where you want to go.", words)
    blocks = found_in(manuscript_of(guide).part("01-bicycles").pieces, Paragraph)
    return next(block.inside for block in blocks if plain(block.inside).startswith("Here"))


def test_pieces_stand_in_the_order_of_the_chapter(chapter):
    kinds = [type(piece) for piece in chapter.pieces]
    assert kinds == [Text, Opening, Text, Picture, Text, Picture, Exercise, Text, SourceList]
    assert chapter.title == chapter.heading.text == "What is a bicycle?"


def test_sections_named_in_the_settings_are_boxes(chapter):
    boxes = [(box.kind, box.heading.id, len(box.blocks)) for box in found_in(chapter.pieces, Box)]
    assert boxes == [
        ("not_known", "what-is-not-known-yet", 1),
        ("key_points", "key-points", 1),
        ("questions", "questions-to-ask-your-mechanic", 1),
    ]


def test_headings_of_the_same_words_have_ids_of_their_own_as_on_the_page(guide):
    replace_in(guide / CHAPTER, "## How to ride", "## Looking after it")
    headings = [each.id for each in found_in(manuscript_of(guide).part("01-bicycles").pieces, Heading)]
    assert headings[:2] == ["looking-after-it", "looking-after-it-2"]


def test_only_the_first_use_of_a_term_in_a_part_is_its_first(guide):
    inside = one_paragraph(guide, "Here is a [chain](08-words.md#chain) and a [gear](08-words.md#gear).")
    links = {link.term: link.is_first for link in found_in(inside, TermLink)}
    assert links == {"chain": False, "gear": True}  # the chain was linked in the chapter's first sentence


def test_citations_have_the_numbers_of_the_page_and_no_space_before_them(guide):
    inside = one_paragraph(guide, "Here it says so [@chain2019; @wheel2001].")
    assert inside[0] == Words("Here it says so")
    assert inside[1] == Citation((2, 1))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("[see](#how-to-ride)", PartLink("01-bicycles", "how-to-ride", (Words("see"),))),
        ("[see](08-words.md)", PartLink("08-words", "", (Words("see"),))),
        ("[see](08-words.md#all-words)", PartLink("08-words", "all-words", (Words("see"),))),
        ("[see](pages/about.md)", PartLink("about", "", (Words("see"),))),
        ("[see](../en/pages/about.md#where-to-go)", PartLink("about", "where-to-go", (Words("see"),))),
        ("[see](https://example.org/a)", WebLink("https://example.org/a", (Words("see"),))),
    ],
)
def test_a_link_means_what_its_address_means_from_where_it_is_written(guide, written, meant):
    assert meant in one_paragraph(guide, f"Here, {written}.")


def test_a_page_leads_to_chapters_and_terms(guide):
    about = manuscript_of(guide).part("about")
    links = list(found_in(about.pieces, PartLink))
    assert PartLink("01-bicycles", "how-to-ride", (Words("a bicycle"),)) in links
    assert [link.term for link in found_in(about.pieces, TermLink)] == ["chain"]


def test_the_start_page_is_no_part_so_its_link_is_words_alone(guide):
    about = manuscript_of(guide).part("about")
    assert not any(plain(link.inside) == "the start" for link in found_in(about.pieces, PartLink))
    assert any("the start" in plain(block.inside) for block in found_in(about.pieces, Paragraph))


def test_html_and_markup_of_other_languages_stay_words(guide):
    assert (
        "".join(
            each.text for each in one_paragraph(guide, "Here <b>is</b> #panic() $x$ `#y`.") if isinstance(each, Words)
        )
        == "Here <b>is</b> #panic() $x$ ."
    )


def test_call_outs_and_lists_keep_their_blocks(chapter):
    [quote] = found_in(chapter.pieces, Quote)
    assert plain(quote.blocks[0].inside) == "A question that helps: is the chain clean?"
    first = next(found_in(chapter.pieces, Bullets))
    assert [plain(item[0].inside) for item in first.items] == [
        "Dry it first.",
        "Then turn the pedals — slowly, à la main.",
    ]


def test_pictures_are_numbered_and_have_their_labels_filled_in(chapter):
    wheel, riders = found_in(chapter.pieces, Picture)
    assert (wheel.number, riders.number) == (1, 2)
    assert "The rim &amp; more" in wheel.svg
    assert riders.svg.count("pf-person-on") == 7


def test_terms_go_from_a_to_z_with_the_sections_that_use_them(guide):
    manuscript = manuscript_of(guide)
    assert [entry.id for entry in manuscript.terms] == ["bell", "chain", "gear", "hub"]
    chain = manuscript.terms[1]
    assert [(use.part, use.place) for use in chain.uses] == [("01-bicycles", "what-is-a-bicycle")]
    assert chain.meaning[1] == TermLink("gear", (Words("gear"),))


def test_the_date_is_the_newest_of_the_content(guide):
    replace_in(guide / CHAPTER, "written: '2026-01-31'", "reviewed: '2026-03-05'\nwritten: '2026-01-31'")
    assert manuscript_of(guide).date.isoformat() == "2026-03-05"


def test_an_unknown_language_is_told(guide):
    with pytest.raises(PatientbookError, match=r'not written in "xx"\. It has: en\.'):
        make_manuscript(load_guide(guide), "xx")


def test_a_picture_whose_file_is_gone_is_told_in_one_line(guide):
    (guide / "content/figures/wheel.svg").unlink()
    with pytest.raises(PatientbookError, match=r"wheel\.svg cannot be read") as told:
        manuscript_of(guide)
    assert "\n" not in str(told.value)


def test_questions_are_shown_in_the_orders_of_the_page(manuscript):
    """The same shuffles, because both take them from the parts on the wire."""
    part = manuscript.part("01-what-is-personalised-medicine")
    lesson = open_lesson(f"en/{part.id}", ROOT)
    for exercise in found_in(part.pieces, Exercise):
        page = lesson.quiz(exercise.id).questions
        for question, wire in zip(exercise.questions, page, strict=True):
            if isinstance(question, Matching):
                assert list(question.matches) == wire["matches"]
            elif isinstance(question, Ordering):
                assert [wire["items"][index]["id"] for index in question.shown] == wire["shown"]
            elif isinstance(question, Choosing):
                assert [option.is_right for option in question.options] == [each["right"] for each in wire["options"]]


def test_figures_about_survival_are_pieces_of_their_own(manuscript):
    kept = list(found_in(tuple(part.pieces for part in manuscript.parts), SurvivalFigures))
    assert len(kept) > 10
    assert all(figures.blocks and figures.label for figures in kept)
