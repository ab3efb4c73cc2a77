"""What a room answered to one question, as bars need it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from .judging import judge

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .bank import RoomQuestion
    from .records import Answer

SURE = "very_sure"


def result_of(question: RoomQuestion, round_: int, answers: Iterable[Answer]) -> dict[str, Any]:
    """`{question, round, answered, counts | pairs | numbers, right, sure_but_wrong}`.

    ``right`` and ``sure_but_wrong`` are numbers of people, None for a poll. For a matching ``pairs`` says how often
    each match was chosen, for an ordering how often each item stood at each place, counted from 1.
    """
    given = list(answers)
    judged = [(each, judge(question.question, each.answer)) for each in given]
    is_poll = question.full["type"] == "poll"
    return {
        "question": question.name,
        "round": round_,
        "answered": len(given),
        **_counted(question.full, [each.answer for each in given]),
        "right": None if is_poll else sum(bool(right) for _, right in judged),
        "sure_but_wrong": None if is_poll else sum(not right and each.confidence == SURE for each, right in judged),
    }


def _counted(wire: Mapping[str, Any], answers: list[Any]) -> dict[str, Any]:
    match wire["type"]:
        case "scale":
            return {"numbers": [list(pair) for pair in sorted(Counter(answers).items())]}
        case "matching":
            ids = [pair["id"] for pair in wire["pairs"]]
            return {"pairs": {id_: dict(Counter(each[id_] for each in answers if id_ in each)) for id_ in ids}}
        case "ordering":
            places = {item["id"]: Counter[str]() for item in wire["items"]}
            for each in answers:
                for place, id_ in enumerate(each, 1):
                    places[id_][str(place)] += 1
            return {"pairs": {id_: dict(counted) for id_, counted in places.items()}}
        case _:
            chosen = Counter(id_ for each in answers for id_ in (each if isinstance(each, list) else [each]))
            return {"counts": {option["id"]: chosen[option["id"]] for option in wire["options"]}}
