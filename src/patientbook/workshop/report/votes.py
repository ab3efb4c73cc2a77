"""What people answered to one question in one vote, as far as it may be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from patientbook_widgets.questions import Question, plain_text
from patientbook_widgets.questions.matching import Matching
from patientbook_widgets.questions.ordering import Ordering
from patientbook_widgets.questions.poll import Poll
from patientbook_widgets.questions.scale import Scale
from patientbook_widgets.questions.several import Several
from patientbook_widgets.questions.true_false import TrueFalse

from patientbook.workshop.judging import judge

from .hiding import FEWEST, Count, protected, unknown
from .labels import LABELS
from .model import Group, Vote

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from patientbook.workshop.records import Answer

SURE = "very_sure"
_Kind = tuple[str, str, bool | None]  # id, text and whether it is right, of a group


def vote_of(question: Question, round_: int, answers: Sequence[Answer]) -> Vote:
    """The vote of these people, one answer each."""
    if len(answers) < FEWEST:
        return Vote(round_, None)
    kinds = _kinds(question)
    counts = {id_: 0 for id_, _, _ in kinds}
    for each in answers:
        counts[_kind_of(question, each.answer)] += 1
    # Wrong answers are hidden together with small groups rather than right ones: `protected` takes the first.
    in_turn = sorted(kinds, key=lambda kind: bool(kind[2]))
    told = dict(zip((id_ for id_, _, _ in in_turn), protected([counts[id_] for id_, _, _ in in_turn]), strict=True))
    groups = tuple(Group(id_, text, is_right, told[id_]) for id_, text, is_right in kinds)
    is_open = all(group.count.exact is not None for group in groups)
    return Vote(
        round_,
        len(answers),
        groups,
        _parts(question, answers) if is_open else (),
        next((group.count for group in groups if group.is_right), None),
        _sure_but_wrong(question, answers, is_open=is_open),
    )


def _sure_but_wrong(question: Question, answers: Sequence[Answer], *, is_open: bool) -> Count | None:
    """How many were very sure and wrong; of those who were wrong, the others must not be too few either."""
    if isinstance(question, Poll) or not any(each.confidence for each in answers):
        return None
    wrong = [each for each in answers if not judge(question, each.answer)]
    sure = sum(each.confidence == SURE for each in wrong)
    if sure == 0:
        return Count(len(answers), 0, 0)
    if not is_open:
        return unknown(len(answers))
    told = protected([len(wrong) - sure, sure])[1]
    return Count(len(answers), told.low, told.high) if not told.is_unknown else unknown(len(answers))


def _kinds(question: Question) -> list[_Kind]:
    """The groups into which people fall by their answers."""
    if isinstance(question, TrueFalse):
        return [("true", LABELS["true"], question.right), ("false", LABELS["false"], not question.right)]
    if isinstance(question, Scale):
        low, high = question.right.from_, question.right.to
        right = f"{low}" if low == high else LABELS["from_to"].format(low=low, high=high)
        below, above = (LABELS[key].format(number=number) for key, number in (("below", low), ("above", high)))
        return [("too-low", below, False), ("right", right, True), ("too-high", above, False)]
    if isinstance(question, Several | Matching | Ordering):
        return [("right", LABELS["all_right"], True), ("not-right", LABELS["not_all_right"], False)]
    if isinstance(question, Poll):
        return [(option.id, plain_text(option.text), None) for option in question.options]
    return [(option.id, plain_text(option.text), option.right) for option in question.options]


def _kind_of(question: Question, answer: Any) -> str:  # noqa: ANN401 - by the question's type
    if isinstance(question, Scale):
        return "too-low" if answer < question.right.from_ else "too-high" if answer > question.right.to else "right"
    if isinstance(question, Several | Matching | Ordering):
        return "right" if judge(question, answer) else "not-right"
    return str(answer)


def _parts(question: Question, answers: Sequence[Answer]) -> tuple[Group, ...]:
    """How many had each part right, or chose each option; nothing where one of these groups is small.

    Parts are not told in ranges: what several of them have in common could be had from the others.
    """
    given: list[Any] = [each.answer for each in answers]
    if isinstance(question, Several):
        found = [(option.id, plain_text(option.text), option.right, sum(option.id in each for each in given))
                 for option in question.options]  # fmt: skip
    elif isinstance(question, Matching):
        found = [(pair.id, f"{plain_text(pair.text)}: {plain_text(pair.match)}", True,
                  sum(each[pair.id] == plain_text(pair.match) for each in given))
                 for pair in question.pairs]  # fmt: skip
    elif isinstance(question, Ordering):
        found = [(item.id, f"{place + 1}. {plain_text(item.text)}", True, sum(each[place] == item.id for each in given))
                 for place, item in enumerate(question.items)]  # fmt: skip
    else:
        return ()
    groups = tuple(Group(id_, text, is_right, protected([len(given) - n, n])[1]) for id_, text, is_right, n in found)
    return groups if all(group.count.exact is not None for group in groups) else ()
