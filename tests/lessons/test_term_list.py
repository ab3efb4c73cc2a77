"""The list of all words as a chapter's cell shows it: each with its address, and with the sections that link to it."""

import pytest
from bs4 import BeautifulSoup

from patientbook import open_lesson
from tests.guides import CHAPTER, GLOSSARY, replace_in


def list_of(guide):
    return BeautifulSoup(open_lesson("en/08-words", guide).term_list().html, "html.parser")


def uses(guide, id_):
    """Name and address of each place where a term is used."""
    return [(link.get_text(), link["href"]) for link in list_of(guide).select(f"#{id_} details li a")]


def test_every_word_stands_there_from_a_to_z_with_its_address_and_all_that_is_known_of_it(guide):
    words = list_of(guide)
    assert [each["id"] for each in words.select("dl > div")] == ["bell", "chain", "gear", "hub"]
    chain = words.select_one("#chain")
    assert chain.dt.get_text() == "Chain"
    said = chain.get_text(" ", strip=True)
    for text in ("turns the gear", "It needs oil.", "Also called: drive chain", "Code: NCI Thesaurus C1234"):
        assert text in said
    assert words.find("img") is None


def test_links_between_words_stay_on_the_page(guide):
    replace_in(guide / "content/en/glossary.yaml", "on the [hub](#hub)", "on the [hub](08-words.md#hub)")
    words = list_of(guide)
    assert words.select_one("#chain dd > p a")["href"] == "#gear"
    assert words.select_one("#gear dd > p a")["href"] == "#hub"
    assert words.select_one("#chain details p a")["href"] == "#gear"


def test_a_word_leads_back_to_each_section_that_links_to_it_once(guide):
    replace_in(
        guide / CHAPTER, "Dry it first.", "Dry the [chain](08-words.md#chain), the whole [chain](08-words.md#chain)."
    )
    assert uses(guide, "chain") == [
        ("Chapter 1: What is a bicycle?", "01-bicycles.ipynb#what-is-a-bicycle"),
        ("Chapter 1: Looking after it", "01-bicycles.ipynb#looking-after-it"),
    ]


def test_the_caption_of_a_picture_is_a_use_in_its_section(guide):
    assert uses(guide, "hub") == [("Chapter 1: Looking after it", "01-bicycles.ipynb#looking-after-it")]


def test_a_word_that_only_other_words_use_has_no_places(guide):
    assert uses(guide, "gear") == []
    assert list_of(guide).select_one("#gear details") is None


def test_the_second_heading_of_the_same_words_has_the_address_that_its_page_gives_it(guide):
    replace_in(guide / CHAPTER, "Look where you want to go.", "## Looking after it\n\nOil the [hub](08-words.md#hub).")
    assert uses(guide, "hub")[1] == ("Chapter 1: Looking after it", "01-bicycles.ipynb#looking-after-it-2")


@pytest.mark.parametrize(
    ("place", "address"),
    [("# What is a bicycle?\n", "leaflet.ipynb#what-is-a-bicycle"), ("", "leaflet.ipynb")],
    ids=["with a heading", "before any heading"],
)
def test_a_page_without_a_number_is_named_by_its_title(guide, place, address):
    text = (guide / CHAPTER).read_text(encoding="utf-8")
    leaflet = text.replace("01-bicycles", "leaflet").replace("# What is a bicycle?\n", place, 1)
    (guide / CHAPTER).with_name("leaflet.md").write_text(leaflet, encoding="utf-8")
    replace_in(guide / "content/guide.yaml", "08-words]", "08-words, leaflet]")
    assert ("What is a bicycle? – What is a bicycle?", address) in uses(guide, "chain")


def test_links_of_the_glossarys_own_text_are_no_uses(guide):
    replace_in(guide / GLOSSARY, "## All words", "Such as the [gear](08-words.md#gear).\n\n## All words")
    assert uses(guide, "gear") == []
