"""What was learnt: the check before and the check after, of the same people, and the follow-up.

The normalised gain <g> is (after - before) / (100 % - before), of the shares of right answers in the whole group: how
much of what could still be learnt was learnt. R. R. Hake, "Interactive-engagement versus traditional methods: A
six-thousand-student survey of mechanics test data for introductory physics courses", American Journal of Physics 66,
64-74 (1998), doi 10.1119/1.18809. It is low below 0.3, high from 0.7 on, medium between.
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING

from patientbook_widgets.questions import Question, plain_text

from patientbook.workshop.judging import judge

from .hiding import FEWEST, Count, protected, protected_sum
from .model import Compared, Gain, Later, Learning

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from patientbook.workshop.records import Answer

    from .model import Band, WhyNone

MEDIUM, HIGH = Fraction(3, 10), Fraction(7, 10)
Rights = dict[int, dict[str, bool]]  # of each participant, whether each question that they answered was right


def rights_in(answers: Sequence[Answer], step: str, questions: Mapping[str, Question]) -> Rights:
    """What each person who took part in a check had right."""
    found: Rights = {}
    for each in answers:
        if each.step == step and each.round == 1 and each.question in questions:
            is_right = bool(judge(questions[each.question], each.answer))
            found.setdefault(each.participant, {})[each.question] = is_right
    return found


def learning_of(before: Rights, after: Rights, questions: Mapping[str, Question]) -> Learning | WhyNone:
    """Before and after, of those who took part in both. A question that somebody left out is not right."""
    people = before.keys() & after.keys()
    if len(people) < FEWEST:
        return "too-few"
    compared = tuple(
        Compared(
            name,
            plain_text(question.stem),
            _told(_right(before, people, name), len(people)),
            _told(_right(after, people, name), len(people)),
        )
        for name, question in questions.items()
    )
    sums = _sum(before, people, questions), _sum(after, people, questions)
    return Learning(len(people), compared, *sums, gain_of(*sums))


def later_of(before: Rights, after: Rights, later: Rights, questions: Mapping[str, Question]) -> Later | WhyNone:
    """All answers of those in the comparison who came back.

    What they had right before and after is told only where what the others had right, which is then known too, may be.
    """
    compared = before.keys() & after.keys()
    people = compared & later.keys()
    others = compared - people
    if len(people) < FEWEST:
        return "too-few"

    def earlier(rights: Rights) -> Count | None:
        is_safe = not others or (len(others) >= FEWEST and _sum(rights, others, questions).exact is not None)
        return _sum(rights, people, questions) if is_safe else None

    return Later(len(people), _sum(later, people, questions), earlier(before), earlier(after))


def _sum(rights: Rights, people: set[int], questions: Mapping[str, Question]) -> Count:
    """How many of all their answers were right."""
    counts = [_right(rights, people, name) for name in questions]
    return protected_sum(counts, [_told(count, len(people)) for count in counts])


def gain_of(before: Count, after: Count) -> Gain:
    """The normalised gain, or why there is none. What is undefined or negative has no number."""
    if before.is_unknown or after.is_unknown:
        return Gain(why_none="unclear")
    if before.low == before.of:
        return Gain(why_none="all-right")
    if after.high < before.low:
        return Gain(why_none="lost")
    low, high = _gain(before.high, after.low, before.of), _gain(before.low, after.high, before.of)
    if low is None or high is None or low < 0:
        return Gain(why_none="unclear")
    bands: list[Band] = [name for name, least, most in _BANDS if low < most and high >= least]
    return Gain(_two_places(low), _two_places(high), tuple(bands))


_BANDS: tuple[tuple[Band, Fraction, Fraction], ...] = (
    ("low", Fraction(0), MEDIUM),
    ("medium", MEDIUM, HIGH),
    ("high", HIGH, Fraction(2)),
)


def _gain(before: int, after: int, of: int) -> Fraction | None:
    return Fraction(after - before, of - before) if before < of else None


def _two_places(gain: Fraction) -> float:
    """Cut off, not rounded: 0.299 is low, and must not read 0.30."""
    return math.floor(gain * 100) / 100


def _right(rights: Rights, people: set[int], name: str) -> int:
    return sum(rights[each].get(name, False) for each in people)


def _told(right: int, of: int) -> Count:
    return protected([of - right, right])[1]
