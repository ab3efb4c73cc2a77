"""What search looks through leads somewhere, and holds back what a reader has to open or find out."""

import json
from urllib.parse import unquote

import pytest

from patientbook.pages.sections import sections_of

SURVIVAL = """
<h2 id="trial">The trial</h2><p>It was about a tablet<span class="pb-cites">[<a class="pb-cite">3</a>]</span>.</p>
<details class="pb-survival"><summary><span>Figures about survival:</span> after <b>five years</b></summary>
<div><p>About 94 of 100 people lived.</p><details><summary>More</summary>About 87.</details></div></details>
<ul><li>Ask about it</li><li>Take notes</li></ul><h3 id="next">Next</h3><p>And so on.</p>
"""


@pytest.fixture(scope="module")
def documents(site):
    [path] = [path for path in site.files if path.startswith("assets/search-en.")]
    script = site.files[path].content.decode()
    return json.loads(script.partition("search:")[2].removesuffix("});\n"))


def test_every_document_leads_to_a_place_in_a_page(documents, site, trees):
    assert len(documents) > 10
    for document in documents:
        page, _, fragment = document["href"].partition("#")
        assert unquote(page) in site.files
        ids = {each.attrib.get("id") for each in trees[unquote(page)].iter()}
        assert fragment in ids, document["href"]


def test_every_section_term_and_question_is_a_document(documents):
    names = {kind: [each["heading"] for each in documents if each["kind"] == kind] for kind in ("term", "question")}
    assert names["term"] == ["Chain", "Gear", "hub", "Bell </script><img src=x onerror=alert(2)>"]
    assert names["question"] == ["How many wheels has a bicycle? See gear.", "Wheels are square."]
    sections = [(each["heading"], each.get("number")) for each in documents if each["kind"] == "section"]
    assert ("What is a bicycle?", 1) in sections
    assert ("How to ride", 1) in sections
    assert ("Words", None) in sections


def test_a_term_is_found_under_its_other_names(documents):
    [chain] = [each for each in documents if each["heading"] == "Chain"]
    assert (chain["aliases"], chain["text"]) == (["drive chain"], "A row of links that turns the gear. It needs oil.")


def test_a_question_does_not_tell_its_answer(documents):
    questions = [each for each in documents if each["kind"] == "question"]
    assert [each["text"] for each in questions] == ["One · Two", ""]
    assert "right" not in {key for each in documents for key in each}
    assert not [each for each in documents if "unicycle" in each["text"]]


def test_pages_that_load_data_are_told_where_they_are_and_no_other_changes_with_their_names(site, trees):
    for path, tree in trees.items():
        for block in (each for each in tree.iter("script") if each.attrib.get("id") == "pb-page"):
            about = json.loads(block.text)
            assert (about["data"]["search"] in site.files) == (about["kind"] == "search"), path
            assert (about["data"]["questions"] in site.files) == (about["kind"] == "my-pages"), path
            assert ("search_none" in about["words"]) == (about["kind"] == "search")


def test_figures_about_survival_are_left_out_and_only_what_stands_on_them_is_searched():
    before, trial, after = sections_of(SURVIVAL)
    assert before.text == ""
    assert (trial.id, trial.text) == ("trial", "It was about a tablet. Ask about it · Take notes")
    assert trial.closed == ["Figures about survival: after five years"]
    assert (after.heading, after.text, after.closed) == ("Next", "And so on.", [])
