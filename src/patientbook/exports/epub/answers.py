"""What is right about a question, and what is said about each answer."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_uppercase
from typing import TYPE_CHECKING

from patientbook.exports.inline import Words
from patientbook.exports.questions import Choosing, Matching, Ordering, PaperQuestion, Scaling

from .labels import LABELS

if TYPE_CHECKING:
    from patientbook.exports.inline import Inlines

_HOW = {"several": "pick_some", "poll": "pick_poll"}


@dataclass(frozen=True)
class Said:
    """One answer: its letter or number, whether it is right, its words and what is said about it."""

    mark: str
    verdict: str
    is_right: bool
    what: Inlines
    why: Inlines


def letter(index: int) -> str:
    """A to Z, then AA, AB …, as lists with letters count."""
    before, last = divmod(index, len(ascii_uppercase))
    return (letter(before - 1) if before else "") + ascii_uppercase[last]


def how(question: PaperQuestion) -> str:
    """What the reader is to do."""
    if isinstance(question, Choosing):
        return LABELS[_HOW.get(question.asked.type, "pick_one")]
    if isinstance(question, Matching):
        return LABELS["pick_match"]
    if isinstance(question, Ordering):
        return LABELS["pick_order"]
    return LABELS["pick_number"].format(low=question.low, high=question.high)


def said(question: PaperQuestion) -> tuple[Said, ...]:
    """Every answer of a question, those that are right first."""
    if isinstance(question, Choosing):
        found = [_chosen(question, index) for index in range(len(question.options))]
        return tuple(sorted(found, key=lambda each: not each.is_right))
    if isinstance(question, Matching):
        letters = {match: letter(index) for index, match in enumerate(question.matches)}
        return tuple(
            Said(letters[each.match], "", True, (*each.text, Words(f": {each.match}")), each.explanation)
            for each in question.pairs
        )
    if isinstance(question, Ordering):
        return tuple(
            Said(str(number), "", is_right=True, what=item.text, why=item.explanation)
            for number, item in enumerate(question.items, 1)
        )
    return _scaled(question)


def _chosen(question: Choosing, index: int) -> Said:
    option = question.options[index]
    verdict = {True: LABELS["right"], False: LABELS["not_right"], None: ""}[option.is_right]
    return Said(letter(index), verdict, option.is_right is True, option.text, option.explanation)


def _scaled(question: Scaling) -> tuple[Said, ...]:
    low, high = question.right_from, question.right_to
    one = LABELS["number_with_unit"].format(number=low, unit=question.unit)
    right = one if low == high else LABELS["number_between"].format(low=low, high=high, unit=question.unit)
    return (
        Said("", LABELS["right"], is_right=True, what=(Words(right),), why=question.just_right),
        Said("", "", is_right=False, what=(Words(LABELS["too_low"]),), why=question.too_low),
        Said("", "", is_right=False, what=(Words(LABELS["too_high"]),), why=question.too_high),
    )
