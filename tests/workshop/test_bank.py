"""Every question of the shipped guide, as a phone has it before the reveal."""

import hashlib
import json

import pytest

from patientbook.reading.guide import load_guide
from patientbook.workshop.bank import Bank
from patientbook.workshop.forms import answer_from_form
from patientbook.workshop.judging import accepts, judge
from patientbook.workshop.plan import PlanError, default_plan, plan_from_json, plan_to_json
from tests.guides import ROOT

MAY_HAVE = {"id", "type", "stem", "options", "pairs", "matches", "items", "shown", "min", "max", "step", "unit"}


@pytest.fixture(scope="module")
def guide():
    return load_guide(ROOT)


@pytest.fixture(scope="module")
def questions(guide):
    """All questions of the first language, as the bank has them."""
    code, content = next(iter(guide.languages.items()))
    bank = Bank(guide, code, "/base/")
    names = [
        f"{chapter}#{question.id}"
        for chapter, quizzes in content.quizzes.items()
        for quiz in quizzes.values()
        for question in quiz.questions
    ]
    return [bank.question(name) for name in names]


def explanations(value):
    """Every sentence that explains something in a question with all it has."""
    telling = {"explanation", "too_low", "too_high", "just_right"}
    if isinstance(value, dict):
        for key, each in value.items():
            if key in telling:
                yield each
            else:
                yield from explanations(each)
    elif isinstance(value, list):
        for each in value:
            yield from explanations(each)


def test_the_guide_asks_in_every_way(questions):
    assert {each.full["type"] for each in questions} == {
        "single", "several", "true_false", "matching", "ordering", "scale", "poll",
    }  # fmt: skip


def test_before_the_reveal_a_question_has_nothing_that_tells_the_answer(questions):
    for question in questions:
        assert set(question.wire) <= MAY_HAVE, question.name
        for parts in ("options", "pairs", "items"):
            assert all(set(part) == {"id", "text"} for part in question.wire.get(parts, ())), question.name
        told = json.dumps(question.wire, ensure_ascii=False) + question.html
        for words in (*explanations(question.full), *question.full["hints"]):
            assert words not in told, (question.name, words)


def test_the_order_in_which_things_are_shown_depends_on_the_things_alone(questions):
    for question in questions:
        for shown in ("shown", "matches"):
            things = question.wire.get(shown, [])
            assert things == sorted(set(things), key=lambda thing: hashlib.sha256(thing.encode()).digest())
        if "shown" in question.wire:
            assert [item["id"] for item in question.wire["items"]] == question.wire["shown"]


def test_ids_are_unique_in_the_whole_language_and_links_lead_to_whole_paths(questions):
    ids = [each.id for each in questions]
    assert len(set(ids)) == len(ids)
    for each in questions:
        assert 'href="0' not in each.html
        assert 'href="#' not in each.html


def test_a_form_gives_the_same_answers_as_the_script(questions):
    for question in questions:
        wire, name = question.wire, f"pb-q-{question.wire['id']}"
        match wire["type"]:
            case "several":
                fields, right = {name: [o["id"] for o in question.full["options"] if o["right"]]}, True
            case "matching":
                fields, right = {f"{name}-{pair['id']}": [pair["match"]] for pair in question.full["pairs"]}, True
            case "ordering":
                ids = [item["id"] for item in question.full["items"]]
                fields, right = {f"{name}-{id_}": [str(at)] for at, id_ in enumerate(ids, 1)}, True
            case "scale":
                fields, right = {name: [str(question.full["right_from"])]}, True
            case "poll":
                fields, right = {name: [wire["options"][0]["id"]]}, None
            case _:
                fields, right = {name: [next(o["id"] for o in question.full["options"] if o["right"])]}, True
        answer = answer_from_form(wire, fields)
        assert accepts(question.question, answer), question.name
        assert judge(question.question, answer) is right, question.name
        assert answer_from_form(wire, {}) is None, question.name


def test_every_chapter_with_questions_makes_a_plan_that_is_a_file(guide):
    for code, content in guide.languages.items():
        for chapter in content.quizzes:
            plan = default_plan(guide, code, [chapter])
            before, after = (next(step for step in plan.steps if step.which == which) for which in ("before", "after"))
            assert before.questions == after.questions
            assert 1 <= len(before.questions) <= 5
            assert (plan.steps[0].kind, plan.steps[-1].kind) == ("welcome", "thanks")
            assert plan_from_json(json.dumps(plan_to_json(plan)), guide) == plan


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"format": 2}, ""),
        ({"guide": "another"}, "guide"),
        ({"language": "xx"}, "language"),
        ({"title": " "}, "title"),
        ({"chapters": ["99-none"]}, "chapter 1"),
        ({"steps": []}, "steps"),
        ({"steps": ["text"]}, "step 1"),
        ({"steps": [{"id": "A b", "kind": "welcome", "title": "Hello"}]}, "step 1, id"),
        ({"steps": [{"id": "a", "kind": "dance", "title": "Hello"}]}, "step 1, kind"),
        ({"steps": [{"id": "a", "kind": "check", "title": "Hello", "questions": ["x#y"]}]}, "step 1, which"),
        ({"steps": [{"id": "a", "kind": "question", "title": "Hello", "questions": ["x#y"]}]}, "step 1, question 1"),
        ({"steps": [{"id": "a", "kind": "section", "title": "Hello"}]}, "step 1, section"),
        ({"steps": [{"id": "a", "kind": "welcome", "title": "Hello", "colour": "red"}]}, "step 1"),
        ({"steps": [{"id": "a", "kind": "welcome", "title": "Hello"}] * 2}, "steps"),
    ],
)
def test_what_is_wrong_in_a_plan_is_told_by_its_place(guide, change, place):
    plan = plan_to_json(default_plan(guide, next(iter(guide.languages)), [next(iter(guide.languages["en"].quizzes))]))
    with pytest.raises(PlanError) as told:
        plan_from_json(plan | change, guide)
    assert place in [problem.place for problem in told.value.problems]
    assert all(problem.what for problem in told.value.problems)


@pytest.mark.parametrize("written", ["", "{", "[]", "null", "[" * 50_000, b"\xff", '"plan"'])
def test_what_is_no_plan_is_told_kindly(guide, written):
    with pytest.raises(PlanError, match="This is no plan"):
        plan_from_json(written, guide)
