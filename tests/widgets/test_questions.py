"""Questions as authors write them, and what they are told about their mistakes."""

from copy import deepcopy

import pytest
from patientbook_widgets.questions import QUESTION_TYPES, Question
from pydantic import TypeAdapter, ValidationError

from tests.widgets.rewrite_cases import question_cases, question_of

CASES = question_cases()
QUESTION = TypeAdapter(Question)


def author(type_, **changes):
    return {**deepcopy(CASES[type_]["author"]), **changes}


def option(id_, text, **more):
    return {"id": id_, "text": text, "explanation": "Because.", **more}


def told(raw):
    """What an author is told: rule id, place inside the question, message."""
    with pytest.raises(ValidationError) as caught:
        QUESTION.validate_python(raw)
    return [(error["type"], error["loc"][1:], error["msg"]) for error in caught.value.errors()]


def test_the_cases_have_every_question_type():
    assert set(CASES) == set(QUESTION_TYPES)


@pytest.mark.parametrize("type_", CASES)
def test_each_type_is_read_as_its_own_model(type_):
    assert type(question_of(CASES[type_])) is QUESTION_TYPES[type_]


@pytest.mark.parametrize(
    ("raw", "rule", "place", "names"),
    [
        (author("single", options=[option("a", "A"), option("b", "B")]), "question-has-answer", ("options",), []),
        (author("several", options=[option("a", "A"), option("b", "B")]), "question-has-answer", ("options",), []),
        (
            author("single", options=[option("a", "A", right=True), option("b", "B", right=True)]),
            "one-right-answer",
            ("options",),
            ["a, b"],
        ),
        (
            author("single", options=[option("a", "A", right=True), option("a", "B")]),
            "duplicate-id",
            ("options", 1, "id"),
            ["'a'"],
        ),
        (
            author("poll", options=[option("a", "Tea"), option("b", " Tea ")]),
            "same-option-text",
            ("options", 1, "text"),
            ["'Tea'"],
        ),
        (
            author("ordering", items=[option("a", "A"), option("b", "B"), option("a", "C")]),
            "duplicate-id",
            ("items", 2, "id"),
            ["'a'"],
        ),
        (
            author("matching", pairs=[option("a", "A", match="x"), option("b", "A", match="y")]),
            "same-option-text",
            ("pairs", 1, "text"),
            ["'A'"],
        ),
        (author("matching", also=["Looks at the *sample*"]), "same-option-text", ("also", 0), ["Looks at the sample"]),
        (
            author("matching", pairs=[option("a", "A", match="x"), option("b", "B", match="x")], also=[]),
            "same-option-text",
            ("pairs",),
            ["'x'"],
        ),
        (author("scale", min=100), "scale-range", ("max",), ["100"]),
        (author("scale", step=7), "scale-range", ("step",), ["7"]),
        (author("scale", right={"from": 17, "to": 8}), "scale-range", ("right", "from"), ["17", "8"]),
        (author("scale", right={"from": 90, "to": 101}), "scale-range", ("right",), ["101", "100"]),
        (author("scale", right={"from": 11, "to": 14}), "scale-range", ("right",), ["11", "14"]),
    ],
)
def test_a_mistake_between_the_parts_is_told_with_its_rule_place_and_way_out(raw, rule, place, names):
    ((type_, loc, message),) = told(raw)
    assert (type_, loc) == (rule, place)
    assert f"Question '{raw['id']}'" in message
    assert all(name in message for name in names)
    what, _, way_out = message.partition(". ")
    assert what
    assert way_out.endswith(".")


def test_all_mistakes_of_a_question_are_told_at_once():
    raw = author("single", options=[option("a", "A"), option("a", "A"), option("b", "B")])
    assert [rule for rule, _, _ in told(raw)] == ["duplicate-id", "same-option-text", "question-has-answer"]


@pytest.mark.parametrize(
    ("change", "type_"),
    [
        ({"stem": ""}, "string_pattern_mismatch"),
        ({"id": "No Marker"}, "string_pattern_mismatch"),
        ({"hint": "one"}, "extra_forbidden"),
        ({"options": [option("a", "A", right=True)]}, "too_short"),
        ({"options": [option("a", "A", right=True), {"id": "b", "text": "B"}]}, "missing"),
    ],
)
def test_a_part_that_is_missing_misspelt_or_empty_is_told(change, type_):
    assert type_ in [rule for rule, _, _ in told(author("single", **change))]


def test_an_unknown_type_is_told_with_the_types_there_are():
    with pytest.raises(ValidationError, match="'single', 'several', 'true_false'"):
        QUESTION.validate_python(author("single", type="essay"))


def test_a_question_cannot_be_changed():
    question = question_of(CASES["single"])
    with pytest.raises(ValidationError, match="frozen"):
        question.stem = "Another?"


def described(schema):
    """Every named part of a JSON Schema, with whether it has a description."""
    for model in schema["$defs"].values():
        for name, part in model["properties"].items():
            yield f"{model['title']}.{name}", "description" in part


def test_an_editor_can_explain_every_key():
    undescribed = [name for name, has_description in described(QUESTION.json_schema()) if not has_description]
    assert undescribed == []
