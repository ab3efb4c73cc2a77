"""Questions as they cross from Python to the browser."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from patientbook_widgets.questions import QUESTION_TYPES, plain_text, wire
from patientbook_widgets.questions.writing import Writing

from tests.widgets.rewrite_cases import question_cases, question_of

CASES = question_cases()

EVERY = {"id", "key", "type", "stem", "hints", "terms", "read_again", "ask_confidence"}
OPTIONS = {"options"}
BY_TYPE = {
    "single": OPTIONS,
    "several": OPTIONS,
    "true_false": OPTIONS,
    "matching": {"pairs", "matches"},
    "ordering": {"items", "shown"},
    "scale": {"min", "max", "step", "unit", "right_from", "right_to", "too_low", "too_high", "just_right"},
    "poll": OPTIONS,
}


def question(type_, **changes):
    return QUESTION_TYPES[type_].model_validate({**CASES[type_]["author"], **changes})


@pytest.mark.parametrize("type_", CASES)
def test_a_question_has_on_the_wire_what_the_contract_says(type_):
    written = wire(question_of(CASES[type_]))
    assert set(written) == EVERY | BY_TYPE[type_]
    assert {name: written[name] for name in CASES[type_]["wire"]} == CASES[type_]["wire"]
    assert json.loads(json.dumps(written)) == written


def test_links_are_passed_on_and_addresses_rewritten():
    term = {"href": "08-glossary.html#gene", "label": "Gene"}
    again = {"href": "#the-idea", "label": "The idea"}
    asked = question("single", stem="What is a [gene](08-glossary.md#gene)?")
    written = wire(asked, link=lambda href: href.replace(".md", ".html"), terms=[term], read_again=again)
    assert written["stem"] == 'What is a <a href="08-glossary.html#gene">gene</a>?'
    assert (written["terms"], written["read_again"]) == ([term], again)


def test_raw_html_is_shown_and_not_obeyed():
    written = wire(question("single", stem='Is <script>alert("x")</script> *safe*?', hints=["<b>Yes</b>"]))
    assert written["stem"] == "Is &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; <em>safe</em>?"
    assert written["hints"] == ["&lt;b&gt;Yes&lt;/b&gt;"]


def test_a_link_that_runs_code_is_no_link():
    assert "<a" not in wire(question("single", stem="[press](javascript:alert(1))?"))["stem"]


def test_the_key_follows_the_content_and_nothing_else():
    key = wire(question("single"))["key"]
    assert len(key) == 16
    assert key == wire(question("single", ask_confidence=False), link=str.upper)["key"]
    assert key != wire(question("single", stem="Another question?"))["key"]


def test_a_key_never_changes_between_versions_of_ours():
    assert wire(question("single"))["key"] == "b032ae5e422fcce0"


def test_labels_name_true_and_false():
    options = wire(question("true_false"), labels={"true": "Stimmt", "false": "Stimmt nicht"})["options"]
    assert [option["text"] for option in options] == ["Stimmt", "Stimmt nicht"]


def test_a_match_that_serves_two_pairs_is_offered_once():
    pairs = [
        {"id": id_, "text": id_.upper(), "match": match, "explanation": "Because."}
        for id_, match in [("a", "test"), ("b", "*test*"), ("c", "treatment")]
    ]
    written = wire(question("matching", pairs=pairs, also=[]))
    assert sorted(written["matches"]) == ["test", "treatment"]
    assert {pair["match"] for pair in written["pairs"]} == set(written["matches"])


@given(st.lists(st.text(min_size=1), min_size=2, unique=True), st.text())
def test_a_shuffle_is_the_same_each_time_and_never_the_right_order(values, key):
    writing = Writing(key=key, html=str, labels={})
    shuffled = writing.shuffled(values)
    assert sorted(shuffled) == sorted(values)
    assert shuffled != values
    assert shuffled == writing.shuffled(values)


@given(st.integers(min_value=2, max_value=6), st.integers(min_value=0, max_value=3), st.text(alphabet="abc"))
def test_the_matches_of_the_pairs_are_never_in_the_right_order(pairs, more, hint):
    asked = question(
        "matching",
        pairs=[{"id": f"p{n}", "text": f"P{n}", "match": f"M{n}", "explanation": "x"} for n in range(pairs)],
        also=[f"X{n}" for n in range(more)],
        hints=[f"Hint {hint}"],
    )
    shown = wire(asked)["matches"]
    assert sorted(shown) == sorted([f"M{n}" for n in range(pairs)] + [f"X{n}" for n in range(more)])
    assert [match for match in shown if match.startswith("M")] != [f"M{n}" for n in range(pairs)]


def test_a_menu_gets_plain_words():
    assert plain_text("The *small* [gene](#gene) `BRCA1` & more") == "The small gene BRCA1 & more"
