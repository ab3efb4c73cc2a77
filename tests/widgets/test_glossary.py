"""The glossary in Python: its list of words and its place in a notebook."""

import pytest
from bs4 import BeautifulSoup
from patientbook_widgets import Glossary

from tests.widgets.rewrite_cases import TERMS


def test_without_script_every_word_stands_in_a_closed_list():
    soup = BeautifulSoup(Glossary(TERMS).html, "html.parser")
    assert soup.summary.get_text() == "Words explained in this chapter"
    assert not soup.details.has_attr("open")
    assert [dt.get_text() for dt in soup.select("dl dt")] == ["Biomarker", "Gene"]
    assert "It can tell us about a disease." in soup.select_one("[data-term=biomarker] dd").get_text()


def test_a_term_is_escaped_and_its_meaning_is_html():
    html = Glossary({"p53": {"term": "<p53>", "meaning": 'A <a href="#gene">gene</a>.'}}).html
    assert "&lt;p53&gt;" in html
    assert 'A <a href="#gene">gene</a>.' in html


def test_the_browser_gets_every_key_of_a_term():
    glossary = Glossary({"gene": {"term": "Gene", "meaning": "A plan."}}, page="words")
    assert glossary.terms == {"gene": {"term": "Gene", "meaning": "A plan.", "more": "", "href": "words.md#gene"}}
    assert glossary.page == "words"
    assert Glossary(TERMS).page == "08-glossary"


def test_a_notebook_gets_the_live_view_and_the_same_html():
    glossary = Glossary(TERMS)
    data, _ = glossary._repr_mimebundle_()
    assert data["text/html"] == glossary.html
    assert data["text/plain"] == "Glossary of 2 terms"
    assert "application/vnd.jupyter.widget-view+json" in data


def test_a_term_without_meaning_is_refused():
    with pytest.raises(ValueError, match=r"'gene' needs both 'term' and 'meaning'\. It has: term"):
        Glossary({"gene": {"term": "Gene"}})
