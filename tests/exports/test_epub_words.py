"""The EPUB says what the content says, its links lead where they say, and figures about survival stand apart."""

import pytest

from patientbook.exports.inline import TermLink
from patientbook.exports.manuscript import Exercise, SurvivalFigures
from patientbook.exports.walk import found_in
from patientbook.reading.guide import load_guide
from patientbook.reading.spans import parser
from tests.exports import epub_order
from tests.exports.ebook import EPUB, X, letters, words
from tests.frame.project import ROOT

FIGURES = "survival-figures.xhtml"
ADDED = ["kicker", "small", "notes", "sources", "facts", "details", "to-key", "how", "to-letters", "head"]
SHOWN = ("chapter", "sheet", "glossary")


def test_every_chapter_has_the_words_of_the_content_and_no_others(ebook, manuscript):
    letter = {name: root for name, root in ebook.documents.items() if "glossary" not in name}
    for part in manuscript.of_kind("chapter", "sheet"):
        found = letters(words(letter[f"part-{part.id}.xhtml"], ADDED))
        assert found == letters("".join(epub_order.of_part(part, ()))), part.id


def test_every_paragraph_that_an_author_wrote_stands_in_its_chapter_in_order(ebook):
    for chapter in load_guide(ROOT).languages["en"].chapters.values():
        text = letters(words(ebook.documents[f"part-{chapter.id}.xhtml"], [*ADDED, "cite"]))
        at = 0
        for cell in chapter.cells:
            for written in _written(cell.source) if cell.kind == "markdown" else ():
                assert letters(written) in text[at:], (chapter.id, written)
                at = text.index(letters(written), at) + len(letters(written))
        assert at > 0


def _written(source):
    """The lines of a cell as Markdown has them, without the numbers of sources."""
    for token in parser().parse(source, {}):
        if token.type == "inline":
            yield "".join(
                " " if each.type == "softbreak" else each.content for each in token.children if each.type != "citation"
            )


def test_the_glossary_has_every_term_with_its_meaning(ebook, manuscript):
    part = manuscript.of_kind("glossary")[0]
    page = ebook.documents[f"part-{part.id}.xhtml"]
    kept = [each for each in page.iter() if each.tag in {f"{X}dt", f"{X}dd"}]
    found = letters("".join(words(each, ["small"]) for each in kept))
    assert found.startswith(letters("".join(text for entry in manuscript.terms for text in epub_order.of_entry(entry))))
    assert len(list(page.iter(f"{X}dfn"))) == len(manuscript.terms)
    [glossary] = ebook.of_type(f"part-{part.id}.xhtml", "glossary")
    assert glossary.get("role") == "doc-glossary"


def test_every_source_is_listed_with_its_chapter(ebook, manuscript):
    for part in manuscript.of_kind("chapter", "sheet"):
        listed = [letters(words(each, ["back"])) for each in _sources(ebook, part)]
        assert listed == [letters(source.text) for source in part.sources]


def _sources(ebook, part):
    [section] = ebook.of_type(f"part-{part.id}.xhtml", "bibliography")
    return list(section.iter(f"{X}li"))


def test_every_link_within_the_book_leads_to_something(ebook):
    missing = [
        (link.file, link.element.get("href"))
        for link in ebook.links
        if link.to_file not in ebook.documents or (link.to_id and link.to_id not in ebook.ids[link.to_file])
    ]
    assert len(ebook.links) > 2000
    assert missing == []


def test_every_id_is_given_once(ebook):
    for name, root in ebook.documents.items():
        given = [each.get("id") for each in root.iter() if each.get("id")]
        assert len(given) == len(set(given)), name


def test_the_first_use_of_a_word_opens_its_meaning_which_leads_back(ebook, manuscript):
    for part in manuscript.of_kind("chapter", "sheet"):
        name = f"part-{part.id}.xhtml"
        first = [link.term for link in found_in(part.pieces, TermLink) if link.is_first]
        noted = [link for link in ebook.links if link.file == name and link.element.get(f"{EPUB}type") == "noteref"]
        assert [link.to_id for link in noted] == [f"note.{term}" for term in first]
        for link, term in zip(noted, first, strict=True):
            note = ebook.target(link)
            entry = next(each for each in manuscript.terms if each.id == term)
            assert (note.tag, note.get(f"{EPUB}type"), note.get("role")) == (f"{X}aside", "footnote", "doc-footnote")
            assert letters(words(note, ["small"])) == letters(entry.term.term + epub_order.of_line(entry.meaning))
            ways = [each.get("href") for each in note.iter(f"{X}a") if each.get("class") != "term"]
            assert ways == [f"part-08-glossary.xhtml#term.{term}", f"#{link.element.get('id')}"]


def test_every_question_leads_to_its_answer_and_back(ebook, manuscript):
    for part in manuscript.of_kind("chapter"):
        for question in (each for exercise in found_in(part.pieces, Exercise) for each in exercise.questions):
            name, asked = f"part-{part.id}.xhtml", question.asked
            [to] = [link for link in _from(ebook, name, f"question.{asked.id}") if link.to_file == "answers.xhtml"]
            key = ebook.target(to)
            section = next(each for each in ebook.documents["answers.xhtml"].iter(f"{X}section") if key in list(each))
            back = [each.get("href") for each in section.iter(f"{X}a") if each.get("role") == "doc-backlink"]
            assert back == [f"{name}#question.{asked.id}"]
            said = letters(words(section))
            assert [text for text in epub_order.of_answer(question) if letters(text) not in said] == []


def _from(ebook, name, id_):
    inside = set(ebook.ids[name][id_].iter(f"{X}a"))
    return [link for link in ebook.links if link.file == name and link.element in inside]


def test_what_is_right_is_folded_away_below_the_question(ebook):
    for name in ebook.documents:
        for element in ebook.documents[name].iter(f"{X}details"):
            assert element.get("open") is None
    for name, root in ebook.documents.items():
        if name.startswith("part-"):
            assert "Not right" not in words(root, ["details"]), name


@pytest.fixture(scope="module")
def survival(manuscript):
    """Every figure about survival, with its part."""
    return [(part, each) for part in manuscript.parts for each in found_in(part.pieces, SurvivalFigures)]


def test_figures_about_survival_stand_closed_in_their_part_and_nowhere_else(ebook, survival):
    folded = letters("".join(words(each) for each in ebook.documents[FIGURES].iter(f"{X}details")))
    others = {name: letters(words(root)) for name, root in ebook.documents.items() if name != FIGURES}
    assert survival
    for _, figures in survival:
        for line in map(letters, epub_order.of_blocks(figures.blocks)):
            assert line in folded
            assert [name for name, text in others.items() if line in text] == []


def test_only_a_link_that_says_what_they_are_about_leads_to_the_figures(ebook, survival):
    assert [name for name, is_linear in ebook.spine.items() if not is_linear] == [FIGURES]
    for link in (each for each in ebook.links if each.to_file == FIGURES and each.file != FIGURES):
        assert link.file != "nav.xhtml"
        labels = [letters(epub_order.of_line(figures.label)).casefold() for _, figures in survival]
        assert any(label in letters(words(link.element)).casefold() for label in labels)
    for part, figures in survival:
        assert f"survival.{part.id}.{figures.id}" in ebook.ids[FIGURES]
    assert [link for link in ebook.links if link.file == "survival.xhtml"]


def test_the_table_of_contents_and_the_landmarks_lead_through_the_book(ebook, manuscript):
    contents, landmarks = ebook.documents["nav.xhtml"].iter(f"{X}nav")
    said = [words(each) for each in contents.iter(f"{X}a")]
    assert [part.title for part in manuscript.of_kind(*SHOWN) if not any(part.title in each for each in said)] == []
    order = [each.get("href").partition("#")[0] for each in contents.iter(f"{X}a")]
    assert list(dict.fromkeys(order)) == [name for name in ebook.spine if name in order]
    kinds = {each.get(f"{EPUB}type") for each in landmarks.iter(f"{X}a")}
    assert {"cover", "toc", "bodymatter", "glossary"} <= kinds
