"""Answers as they arrive: which of them can be stored, and what is said of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .judging import accepts
from .moves import current_step
from .records import Answer
from .refusals import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .live_room import LiveRoom

MOST_AT_ONCE = 100
_LARGEST = 2**53  # what JavaScript counts to
_CONFIDENCES = (None, "not_sure", "fairly_sure", "very_sure")
_NAMED = ("step", "question", "round", "sequence")


def named(given: Mapping[str, Any]) -> dict[str, Any]:
    """`{step, question, round, sequence}`: how an answer is named to the phone that it came from."""
    return {name: given.get(name) for name in _NAMED}


def read_answers(sent: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - whatever came
    """What was sent as a list of answers, each with the names that one has, not yet looked at.

    Raises:
        Refused: it is no such list.
    """
    if not isinstance(sent, list) or not 0 < len(sent) <= MOST_AT_ONCE:
        raise Refused("not-understood")
    if not all(isinstance(each, dict) and _is_named(each) for each in sent):
        raise Refused("not-understood")
    return sent


def read_answer(live: LiveRoom, participant: int, given: Mapping[str, Any]) -> Answer:
    """An answer to a question that is open now.

    Raises:
        Refused: it is not open, or this is no answer to it.
    """
    state, plan = live.state, live.room.plan
    step = current_step(state, plan)
    question = live.bank.question(given["question"]) if given["question"] in plan.questions else None
    if question is None:
        raise Refused("not-understood")
    if state.is_over:
        raise Refused("room-closed")
    is_open = state.phase == "open" and given["step"] == step.id and given["round"] == state.round
    if not is_open or given["question"] not in step.questions:
        raise Refused("step-closed")
    confidence = given.get("confidence")
    if confidence not in _CONFIDENCES or not accepts(question.question, given.get("answer")):
        raise Refused("not-understood")
    return Answer(
        participant=participant,
        step=step.id,
        question=question.name,
        round=state.round,
        answer=given["answer"],
        confidence=confidence if step.confidence else None,
        sequence=given["sequence"],
    )


def _is_named(given: Mapping[str, Any]) -> bool:
    numbers = (given.get("round"), given.get("sequence"))
    return all(isinstance(given.get(name), str) for name in ("step", "question")) and all(
        isinstance(number, int) and not isinstance(number, bool) and 0 <= number <= _LARGEST for number in numbers
    )
