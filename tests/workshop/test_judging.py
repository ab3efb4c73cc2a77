"""Python judges answers as the browser does: `widgets/tests/questions.test.ts` reads the same cases."""

import pytest

from patientbook.workshop.judging import RULES, accepts, judge
from tests.widgets.rewrite_cases import question_cases, question_of

CASES = question_cases()
ANSWERS = [(type_, case["answer"], case["right"]) for type_, each in CASES.items() for case in each["answers"]]
NO_ANSWERS = [(type_, answer) for type_, each in CASES.items() for answer in each["none"]]


def test_every_question_type_can_be_judged():
    assert {type(question_of(CASES[type_])) for type_ in CASES} == set(RULES)


@pytest.mark.parametrize(("type_", "answer", "right"), ANSWERS)
def test_an_answer_is_judged_as_in_the_browser(type_, answer, right):
    question = question_of(CASES[type_])
    assert accepts(question, answer)
    assert judge(question, answer) is right


@pytest.mark.parametrize(("type_", "answer"), NO_ANSWERS)
def test_what_is_no_answer_in_the_browser_is_none_here(type_, answer):
    assert not accepts(question_of(CASES[type_]), answer)


@pytest.mark.parametrize(
    "answer",
    [None, True, 12, "", "x" * 100_000, "<script>", ["a", "a"], [[]], {}, {"a": {}}, float("nan"), float("inf")],
)
@pytest.mark.parametrize("type_", CASES)
def test_nothing_else_that_a_phone_can_send_is_an_answer(type_, answer):
    wanted = type_ == "scale" and answer == 12
    assert accepts(question_of(CASES[type_]), answer) is wanted
