"""A report, counted by hand."""

import json
from dataclasses import replace

import pytest

from patientbook.workshop.moves import RoomState
from patientbook.workshop.report import make_report, report_to_json
from patientbook.workshop.report.hiding import Count
from patientbook.workshop.report.model import Gain, Later
from tests.workshop.rooms import PLAN, ROUND, WHEELS, bicycle_guide, room_at, votes

# Twelve people took part in both checks; one came late and one left early.
BEFORE = [
    *votes("before", WHEELS, {"two": 5, "one": 7}),  # 5 of 12 right
    *votes("before", ROUND, {"false": 6, "true": 6}),  # 6 of 12
    *votes("before", WHEELS, {"two": 1}, first=13),
]
AFTER = [
    *votes("after", WHEELS, {"one": 5, "two": 7}),  # 7 of 12
    *votes("after", ROUND, {"false": 7, "true": 5}),  # 7 of 12
    *votes("after", ROUND, {"true": 1}, first=14),
]


@pytest.fixture(scope="module")
def guide(tmp_path_factory):
    return bicycle_guide(tmp_path_factory.mktemp("guide"))


@pytest.fixture
def report(guide):
    """The report of these answers; ``people`` joined."""

    def made(*answers, people=14, state=None, plan=PLAN):
        return make_report(guide, room_at(state, plan), [each for some in answers for each in some], people)

    return made


def exactly(count, of):
    return Count(of, count, count)


def test_before_and_after_are_counted_of_the_same_people(report):
    learning = report(BEFORE, AFTER).learning
    assert learning.people == 12
    assert [(each.name, each.before, each.after) for each in learning.questions] == [
        (WHEELS, exactly(5, 12), exactly(7, 12)),
        (ROUND, exactly(6, 12), exactly(7, 12)),
    ]
    assert (learning.before, learning.after) == (exactly(11, 24), exactly(14, 24))


def test_the_gain_is_what_was_learnt_of_what_could_be(report):
    # 11 of 24 before, 14 of 24 after: 3 of the 13 that were missing, 0.2307…
    assert report(BEFORE, AFTER).learning.gain == Gain(0.23, 0.23, ("low",))


def test_a_question_that_somebody_left_out_is_not_right(report):
    left_out = [each for each in AFTER if (each.participant, each.question) != (12, WHEELS)]
    learning = report(BEFORE, left_out).learning
    assert learning.people == 12
    assert learning.questions[0].after == exactly(6, 12)


def test_only_the_first_round_of_a_check_counts(report):
    again = [replace(each, round=2, answer="two") for each in AFTER if each.question == WHEELS]
    assert report(BEFORE, AFTER, again).learning == report(BEFORE, AFTER).learning


def test_four_people_are_too_few_to_compare(report):
    few = votes("before", WHEELS, {"two": 4}), votes("after", WHEELS, {"two": 4})
    assert report(*few, people=4).learning == "too-few"
    assert report(*few, people=4).people is None


def test_without_two_checks_there_is_nothing_to_compare(report):
    plan = replace(PLAN, steps=tuple(step for step in PLAN.steps if step.which != "after"))
    assert report(BEFORE, plan=plan).learning == "no-checks"


def test_who_was_sure_and_wrong_is_counted(report):
    sure = votes("wheels", WHEELS, {"one": 6}, confidence="very_sure")
    others = votes("wheels", WHEELS, {"two": 8, "one": 5}, confidence="not_sure", first=7)
    [asked] = report(sure, others, people=20).questions
    [vote] = asked.votes
    assert (vote.answered, vote.right, vote.sure_but_wrong) == (19, exactly(8, 19), exactly(6, 19))
    assert [(group.id, group.is_right, group.count) for group in vote.groups] == [
        ("one", False, exactly(11, 19)),
        ("two", True, exactly(8, 19)),
    ]


def test_how_many_were_wrong_but_not_sure_cannot_be_had_by_subtraction(report):
    sure = votes("wheels", WHEELS, {"one": 9}, confidence="very_sure")
    others = votes("wheels", WHEELS, {"two": 8, "one": 2}, confidence="not_sure", first=10)
    [vote] = report(sure, others, people=20).questions[0].votes
    assert vote.right == exactly(8, 19)  # so that 11 were wrong
    assert vote.sure_but_wrong == Count(19, 7, 10)


def test_nobody_is_said_to_be_sure_where_nobody_was_asked(report):
    [vote] = report(votes("round", ROUND, {"false": 6, "true": 6})).questions[0].votes
    assert vote.sure_but_wrong is None


def test_the_second_vote_stands_beside_the_first(report):
    first = votes("wheels", WHEELS, {"two": 5, "one": 9})
    second = votes("wheels", WHEELS, {"two": 9, "one": 5}, round_=2)
    [asked] = report(first, second).questions
    assert [(vote.round, vote.right) for vote in asked.votes] == [(1, exactly(5, 14)), (2, exactly(9, 14))]


def test_four_answers_are_not_shown_at_all(report):
    [vote] = report(votes("round", ROUND, {"false": 2, "true": 2}), people=9).questions[0].votes
    assert (vote.answered, vote.groups, vote.right) == (None, (), None)


def test_two_wrong_answers_are_hidden_and_the_right_ones_with_them(report):
    [vote] = report(votes("round", ROUND, {"false": 12, "true": 2})).questions[0].votes
    assert vote.right == Count(14, 10, 13)


def test_an_answer_that_the_guide_does_not_offer_any_more_is_left_out(report):
    [vote] = report(votes("wheels", WHEELS, {"two": 6, "one": 6, "three": 2})).questions[0].votes
    assert vote.answered == 12
    assert report(votes("wheels", "01-bicycles#gone", {"two": 6})).questions == ()


# The follow-up: of the twelve, some came back after three weeks.

FOLLOW_UP = RoomState(is_follow_up=True, position=6)


def came_back(right, wrong):
    wheels = votes("after-later", WHEELS, {"two": right, "one": wrong})
    return [*wheels, *votes("after-later", ROUND, {"false": right, "true": wrong})]


def test_all_came_back(report):
    later = report(BEFORE, AFTER, came_back(6, 6), state=FOLLOW_UP).later
    assert later == Later(12, exactly(12, 24), exactly(11, 24), exactly(14, 24))


def test_where_two_did_not_come_back_what_they_knew_cannot_be_had_by_subtraction(report):
    later = report(BEFORE, AFTER, came_back(5, 5), state=FOLLOW_UP).later
    assert later == Later(10, exactly(10, 20), None, None)


def test_where_half_came_back_they_are_compared_with_themselves(report):
    # The first six: before 5 + 6 right, after 1 + 6.
    later = report(BEFORE, AFTER, came_back(3, 3), state=FOLLOW_UP).later
    assert later is not None
    assert later.people == 6


def test_four_who_came_back_are_not_shown(report):
    assert report(BEFORE, AFTER, came_back(2, 2), state=FOLLOW_UP).later == "too-few"


def test_without_a_follow_up_nothing_is_said_of_one(report):
    assert report(BEFORE, AFTER).later is None


def test_nothing_in_the_report_says_who_or_in_which_room(report):
    text = json.dumps(report_to_json(report(BEFORE, AFTER)))
    room = room_at()
    for personal in (room.id, room.owner, room.code, room.join_key, "participant"):
        assert personal not in text
