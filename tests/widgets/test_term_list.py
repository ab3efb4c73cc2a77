"""The list of terms in Python: its order, its letters, and what each term says."""

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given
from hypothesis import strategies as st
from patientbook_widgets import TermList
from patientbook_widgets.alphabet import folded

from tests.widgets.rewrite_cases import LISTED


def soup_of(*words):
    terms = [{"id": f"t{number}", "term": word, "meaning": "A word."} for number, word in enumerate(words)]
    return BeautifulSoup(TermList(terms).html, "html.parser")


def texts(soup, selector):
    return [each.get_text() for each in soup.select(selector)]


def test_words_stand_from_a_to_z_whatever_their_case_accents_and_dots():
    soup = soup_of("zebra", "Éclair", "eclipse", "apple", "Øre", "orange", "5-FU", "BRCA2", "BRCA 1", "Ähre")
    expected = ["5-FU", "Ähre", "apple", "BRCA 1", "BRCA2", "Éclair", "eclipse", "orange", "Øre", "zebra"]
    assert texts(soup, "dt") == expected
    assert texts(soup, "h3") == ["0-9", "A", "B", "E", "O", "Z"]


def test_words_that_differ_by_case_alone_have_one_order():
    assert texts(soup_of("Arm", "arm"), "dt") == texts(soup_of("arm", "Arm"), "dt")


def test_every_letter_is_there_and_leads_to_its_words_if_it_has_any():
    soup = soup_of("Gene", "bone")
    assert soup.nav["aria-label"] == "Letters"
    assert texts(soup, "nav li") == list("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    assert [link["href"] for link in soup.select("nav a")] == ["#letter-b", "#letter-g"]
    assert {heading["id"] for heading in soup.select("h3")} == {"letter-b", "letter-g"}


def test_other_alphabets_have_their_letters_too():
    assert texts(soup_of("Ген", "gene"), "nav li")[-1] == "Г"


@example(["٣", "alpha", "3"])  # digits that come after the letters in Unicode
@given(st.lists(st.text(min_size=1).filter(str.strip), max_size=6))
def test_every_word_is_there_once_under_a_letter_that_its_link_leads_to(words):
    soup = soup_of(*words)
    assert sorted(re.sub(r"\s", "", text) for text in texts(soup, "dt")) == sorted(re.sub(r"\s", "", w) for w in words)
    assert [link["href"] for link in soup.select("nav a")] == [f"#{heading['id']}" for heading in soup.select("h3")]


@example("𝕊 Ǆ ΐ")
@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert folded(folded(text)) == folded(text)


def test_a_term_says_what_is_known_of_it_the_rest_in_one_closed_part():
    soup = BeautifulSoup(TermList(LISTED).html, "html.parser")
    her2 = soup.select_one("#her2")
    assert "Also called: HER-2, ERBB2" in her2.get_text()
    assert her2.select_one("dd > p a")["href"] == "#gene"
    assert len(soup.select("#her2 details")) == 1
    assert not her2.details.has_attr("open")
    assert her2.summary.get_text() == "Related words, and where it is used: HER2"
    assert [link["href"] for link in her2.details.select("a")] == ["#gene", "04-tests.ipynb#the-sample"]
    assert "Code: NCI Thesaurus C17319" in her2.details.get_text()


def test_a_term_of_which_no_more_is_known_has_nothing_to_open():
    assert soup_of("Gene").find("details") is None


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ({"see_also": [{"href": "#b", "label": "B"}]}, "Related words: Gene"),
        ({"uses": [{"href": "x", "label": "X"}]}, "Where it is used: Gene"),
        ({"code": "C1"}, "In other lists of words: Gene"),
    ],
)
def test_what_can_be_opened_is_named_by_what_is_in_it(more, name):
    term = {"id": "gene", "term": "Gene", "meaning": "A plan.", **more}
    assert BeautifulSoup(TermList([term]).html, "html.parser").summary.get_text() == name


def test_no_field_is_there_before_the_script_runs_but_the_place_where_its_finds_are_said():
    soup = BeautifulSoup(TermList(LISTED).html, "html.parser")
    assert soup.find(["input", "button"]) is None
    assert soup.select_one("[role=status]").get_text() == ""


def test_the_browser_gets_the_names_and_not_the_list_again():
    made = TermList(LISTED)
    assert made.names["her2"] == ["HER2", "HER-2", "ERBB2"]
    data, _ = made._repr_mimebundle_()
    assert data["text/html"] == made.html
    assert data["text/plain"] == f"List of {len(LISTED)} terms"
    assert set(made.trait_names(sync=True)) >= {"names", "labels", "html"}


def test_words_are_escaped_and_meanings_are_html():
    html = TermList([{"id": "p53", "term": "<p53>", "meaning": "A <b>gene</b>.", "aliases": ["a<b"]}]).html
    assert "&lt;p53&gt;" in html
    assert "A <b>gene</b>." in html
    assert "a&lt;b" in html


def test_what_is_missing_or_twice_is_told():
    with pytest.raises(ValueError, match=r"This one has no meaning: \{'id': 'gene', 'term': 'Gene'\}"):
        TermList([{"id": "gene", "term": "Gene"}])
    twice = [{"id": "gene", "term": word, "meaning": "A plan."} for word in ("Gene", "Genes")]
    with pytest.raises(ValueError, match="Two terms of this list have the same id"):
        TermList(twice)
