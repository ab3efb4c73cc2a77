"""Every link within the book goes where it says, and glossary and chapters lead to each other."""

import re

import pytest

from patientbook.exports.inline import PartLink, TermLink, plain
from patientbook.exports.manuscript import Exercise
from patientbook.exports.walk import found_in
from tests.exports.paper import letters

PAGE = re.compile(r"page\s*(\d+)\W*$")
DOTS = re.compile(r"^(.+?)[\s.]*\W(\d+)$", re.DOTALL)


@pytest.fixture(scope="module")
def words_of_terms(manuscript):
    """By term, the letters of all words that lead to it."""
    found = {entry.id: {letters(entry.term.term)} for entry in manuscript.terms}
    for link in found_in(manuscript.parts + manuscript.terms, TermLink):
        found[link.term].add(letters(plain(link.inside)))
    for entry in manuscript.terms:
        for other, word in entry.see_also:
            found[other].add(letters(word))
    return found


@pytest.fixture(scope="module")
def headings(manuscript):
    """By the letters of what is said to lead there, the headings it may lead to."""
    found: dict[str, set[str]] = {}
    for part in manuscript.parts:
        for link in found_in(part.pieces, PartLink):  # also those of questions: what to read again
            found.setdefault(letters(plain(link.inside)), set()).add(letters(_heading(manuscript, link)))
    return found


def _heading(manuscript, link):
    part = manuscript.part(link.part)
    blocks = [each for each in found_in(part.pieces, type(part.heading)) if each.id == link.place]
    return blocks[0].text if blocks else part.title


def test_there_are_links_of_every_kind(book):
    assert len(book.links) > 2500
    assert [link for link in book.links if not link.words] == []


def test_every_page_number_that_is_told_is_the_page_it_leads_to(book):
    told = [(link, int(number[1])) for link in book.links if (number := PAGE.search(link.words))]
    assert len(told) > 400
    assert [link for link, number in told if link.to_page != number] == []


def test_contents_lead_to_the_headings_they_name(book):
    contents = range(book.page_of("How to use this guide") + 1, book.page_of("What is personalised medicine?"))
    lines = [(link, DOTS.match(link.words)) for link in book.links if link.page in contents]
    assert len(lines) > 100
    for link, line in lines:
        assert line, link
        assert int(line[2]) == link.to_page, link
        assert re.sub(r"^\d", "", letters(line[1])).startswith(letters(link.to_line)), link


def test_numbers_lead_to_the_source_or_the_page_of_that_number(book):
    numbers = [link for link in book.links if link.words.isdigit()]
    assert len(numbers) > 900
    wrong = [
        link
        for link in numbers
        if not re.match(rf"{link.words}\.", link.to_line)  # a source
        and int(link.words) != link.to_page  # a page, in the index
    ]
    assert wrong == []


def test_words_of_the_glossary_lead_to_their_entry(book, manuscript, words_of_terms):
    first, last = book.page_of("Glossary of terms"), book.page_of("Sources")
    entries = {letters(entry.term.term): entry.id for entry in manuscript.terms}
    checked = 0
    for link in book.links:
        if first <= link.to_page < last and not PAGE.search(link.words) and not link.words.isdigit():
            line = letters(link.to_line)
            ids = [id_ for word, id_ in entries.items() if line.startswith(word)]
            if ids:
                words = letters(link.words).removeprefix("see")
                # A link over two lines is two links, each with the words of its line.
                assert any(words in known for id_ in ids for known in words_of_terms[id_]), link
                checked += 1
    assert checked > 900


def test_links_between_parts_lead_to_their_heading(book, headings):
    """In the text, and in the answer key, which says what to read again."""
    links = [link for link in book.links if letters(link.words) in headings]
    terms = range(book.page_of("Glossary of terms"), book.page_of("Sources"))
    to_headings = [link for link in links if link.page > book.page_of("Contents") and link.to_page not in terms]
    assert len(to_headings) > 40
    for link in to_headings:
        assert any(each.startswith(letters(link.to_line)) for each in headings[letters(link.words)]), link


def test_each_question_and_its_answer_lead_to_each_other(book, manuscript):
    key = book.page_of("Answer key")
    count = sum(
        len(exercise.questions)
        for part in manuscript.of_kind("chapter", "sheet")
        for exercise in found_in(part.pieces, Exercise)
    )
    there = [link for link in book.links if link.words.startswith("Answer:")]
    back = [link for link in book.links if link.page >= key and re.match(r"Question \d+ \(page", link.words)]
    assert len(there) == len(back) == count
    asked = {(link.page, letters(link.to_line)[:20]) for link in there}
    assert len(asked) == count
    for link in back:
        number = re.match(r"Question (\d+)", link.words)[1]
        assert link.to_line.startswith(number), link
    assert sorted((link.page, link.to_page) for link in there) == sorted((link.to_page, link.page) for link in back)


def test_the_glossary_leads_back_to_the_first_use_in_each_chapter(book, manuscript):
    pages = range(book.page_of("Glossary of terms"), book.page_of("Sources"))
    lines = {(link.to_page, letters(link.to_line)) for link in book.links if link.page in pages}
    texts = {page: book.text(page, page) for page, _ in lines}
    first = [
        letters(plain(link.inside))
        for part in manuscript.of_kind("chapter", "sheet")
        for link in found_in(part.pieces, TermLink)
        if link.is_first
    ]
    assert len(first) > 200
    back = [link for link in book.links if link.page in pages and PAGE.search(link.words)]
    assert len(back) == len(first)
    missing = [words for words in first if not any(_begins_in(words, line, texts[page]) for page, line in lines)]
    assert missing == []


def _begins_in(words, line, text):
    """Whether the words stand in the line, begin at its end, or follow it."""
    begun = any(line.endswith(words[:count]) for count in range(3, len(words)))
    return words in line or begun or (len(line) > 3 and line + words in text)


def test_a_box_leads_to_its_figures_about_survival_and_back(book):
    appendix = book.page_of("Figures about survival")
    there = [link for link in book.links if link.words.startswith("Figures about survival, page")]
    back = [link for link in book.links if link.page > appendix and link.to_page < appendix and PAGE.search(link.words)]
    back = [link for link in back if link.to_line.startswith("Figures about survival")]
    assert len(there) == len(back) > 10
    assert sorted((link.page, link.to_page) for link in there) == sorted((link.to_page, link.page) for link in back)
