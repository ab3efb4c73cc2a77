"""Whether an answer is right, in Python, by the same rules as in the browser (`widgets/src/questions/`).

`tests/widgets/cases/questions.yaml` holds the two together. A new question type is a new pair of functions here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from patientbook_widgets.questions import plain_text
from patientbook_widgets.questions.matching import Matching
from patientbook_widgets.questions.ordering import Ordering
from patientbook_widgets.questions.poll import Poll
from patientbook_widgets.questions.scale import Scale
from patientbook_widgets.questions.several import Several
from patientbook_widgets.questions.single import Single
from patientbook_widgets.questions.true_false import TrueFalse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from patientbook_widgets.questions import BaseQuestion

    from .records import Given


def accepts(question: BaseQuestion, answer: object) -> bool:
    """Whether this can be an answer to the question. What is stored holds nothing else, whatever a phone sends."""
    is_possible, _ = _rules(question)
    return is_possible(question, answer)


def judge(question: BaseQuestion, answer: Given) -> bool | None:
    """Whether an accepted answer is right; None where nothing is right or wrong."""
    _, is_right = _rules(question)
    return is_right(question, answer)


def choices(question: BaseQuestion) -> tuple[str, ...]:
    """The ids that an answer chooses from: options, pairs or items, in their order; none for a scale."""
    if isinstance(question, TrueFalse):
        return "true", "false"
    if isinstance(question, Matching):
        return tuple(pair.id for pair in question.pairs)
    if isinstance(question, Ordering):
        return tuple(item.id for item in question.items)
    return tuple(option.id for option in question.options) if isinstance(question, Single | Several | Poll) else ()


def _rules(question: BaseQuestion) -> _Rules:
    return next(rules for type_, rules in RULES.items() if isinstance(question, type_))


def _is_choice(question: BaseQuestion, answer: Any) -> bool:  # noqa: ANN401 - any JSON that a phone sends
    return isinstance(answer, str) and answer in choices(question)


def _are_choices(question: BaseQuestion, answer: Any) -> bool:  # noqa: ANN401 - as above
    return (
        _is_list(answer)
        and len(answer) > 0
        and set(answer) <= set(choices(question))
        and len(set(answer)) == len(answer)
    )


def _is_order(question: BaseQuestion, answer: Any) -> bool:  # noqa: ANN401 - as above
    return _is_list(answer) and sorted(answer) == sorted(choices(question))


def _are_matches(question: Matching, answer: Any) -> bool:  # noqa: ANN401 - as above
    is_whole = isinstance(answer, dict) and set(answer) == set(choices(question))
    matches = question.matches()
    return is_whole and all(isinstance(match, str) and match in matches for match in answer.values())


def _is_number(question: Scale, answer: Any) -> bool:  # noqa: ANN401 - as above
    return isinstance(answer, int | float) and not isinstance(answer, bool) and question.min <= answer <= question.max


def _is_list(answer: object) -> bool:
    return isinstance(answer, list) and all(isinstance(each, str) for each in answer)


def _is_right_option(question: Single, answer: str) -> bool:
    return answer in question.right_ids()


def _is_right_of_two(question: TrueFalse, answer: str) -> bool:
    return answer == ("true" if question.right else "false")


def _are_right_options(question: Several, answer: list[str]) -> bool:
    return set(answer) == set(question.right_ids())


def _are_right_matches(question: Matching, answer: Mapping[str, str]) -> bool:
    return all(answer[pair.id] == plain_text(pair.match) for pair in question.pairs)


def _is_right_order(question: Ordering, answer: list[str]) -> bool:
    return tuple(answer) == choices(question)


def _is_right_number(question: Scale, answer: float) -> bool:
    return question.right.from_ <= answer <= question.right.to


_Rules = tuple[Callable[[Any, Any], bool], Callable[[Any, Any], bool | None]]

# Whether something can be an answer, and whether it is right.
RULES: Mapping[type[BaseQuestion], _Rules] = {
    Single: (_is_choice, _is_right_option),
    Several: (_are_choices, _are_right_options),
    TrueFalse: (_is_choice, _is_right_of_two),
    Matching: (_are_matches, _are_right_matches),
    Ordering: (_is_order, _is_right_order),
    Scale: (_is_number, _is_right_number),
    Poll: (_is_choice, lambda _question, _answer: None),
}
