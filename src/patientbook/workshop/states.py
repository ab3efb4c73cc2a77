"""The state of a room as phones, the control and the projector have it (docs/architecture.md, "The workshop").

The state for phones is the same for all, so that it is made once. What is right, explanations and what others answered
are in it only when the step is revealed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .moves import current_step, possible_actions
from .results import result_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from .bank import Bank
    from .plan import Step
    from .records import Asked, Room
    from .tally import Tally

_SHOWN_TO_ALL = "approved"


@dataclass(frozen=True)
class Present:
    """All that a room's state is made from."""

    room: Room
    bank: Bank
    tally: Tally
    asked: Sequence[Asked]

    @property
    def step(self) -> Step:
        """The step that the room is at."""
        return current_step(self.room.state, self.room.plan)


def for_phones(present: Present) -> dict[str, Any]:
    """The state for participants, all but `now`, which is the moment in which it is sent."""
    room, state = present.room, present.room.state
    is_revealed = state.phase == "revealed"
    return {
        "revision": state.revision,
        "room": {
            "id": room.id,
            "title": room.plan.title,
            "code": room.code,
            "language": room.plan.language,
            "chapter": present.bank.chapter(present.step.chapter or room.plan.chapters[0]),
            "follow_up": room.plan.later is not None and not state.is_follow_up,
        },
        "is_over": state.is_over,
        "position": state.position,
        "steps": len(room.plan.steps),
        "is_blank": state.is_blank,
        "timer_ends": state.timer_ends.isoformat() if state.timer_ends else None,
        "phase": state.phase,
        "round": state.round,
        "step": _step(present),
        "questions": _questions(present, with_answers=is_revealed),
        "results": results(present) if is_revealed else None,
        "asked": [{"id": str(each.id), "text": each.text} for each in present.asked if each.state == _SHOWN_TO_ALL],
    }


def for_projector(present: Present, people: Mapping[str, int], trouble: str | None) -> dict[str, Any]:
    """The state for the projector: what all may see, and numbers that give nothing away."""
    plan, state = present.room.plan, present.room.state
    return for_phones(present) | {
        "people": dict(people),
        "answered": _answered(present),
        "plan": [_planned(step) for step in plan.steps],
        "can": list(possible_actions(state, plan)),
        "trouble": trouble,
        "understanding": _understanding(present),
    }


def for_control(present: Present, people: Mapping[str, int], trouble: str | None) -> dict[str, Any]:
    """The state for the facilitator: results as soon as the question is closed, and all that was asked."""
    has_results = present.room.state.phase in {"closed", "discuss", "revealed"}
    return for_projector(present, people, trouble) | {
        "results": results(present) if has_results else None,
        "asked": [
            {"id": str(each.id), "text": each.text, "state": "waiting" if each.state == "new" else each.state}
            for each in present.asked
        ],
    }


def results(present: Present) -> list[dict[str, Any]]:
    """What the room answered to the step's questions, round by round."""
    return [
        result_of(question, round_, present.tally.answers(present.step.id, name, round_).values())
        for name in present.step.questions
        if (question := present.bank.question(name))
        for round_ in range(1, present.room.state.round + 1)
    ]


def _step(present: Present) -> dict[str, Any]:
    step = present.step
    told: dict[str, Any] = {
        "id": step.id,
        "kind": step.kind,
        "title": step.title,
        "chapter": step.chapter,
        "section": step.section,
        "confidence": step.confidence,
    }
    if step.which:
        told["which"] = step.which
    if step.kind == "section" and step.chapter and step.section:
        told["html"] = present.bank.passage(step.chapter, step.section)
    return told


def _planned(step: Step) -> dict[str, Any]:
    return {
        "id": step.id,
        "kind": step.kind,
        "title": step.title,
        "which": step.which,
        "chapter": step.chapter,
        "section": step.section,
        "questions": list(step.questions),
        "confidence": step.confidence,
    }


def _questions(present: Present, *, with_answers: bool) -> list[dict[str, Any]]:
    asked = (present.bank.question(name) for name in present.step.questions)
    return [
        {"name": each.name, "wire": each.full if with_answers else each.wire, "html": each.html}
        for each in asked
        if each
    ]


def _answered(present: Present) -> dict[str, int]:
    step, round_ = present.step, present.room.state.round
    return {name: present.tally.count(step.id, name, round_) for name in step.questions}


def _understanding(present: Present) -> list[dict[str, Any]]:
    """For each section whose questions are revealed, how many answers were right at the last vote."""
    found: dict[str, dict[str, Any]] = {}
    sections = {step.section: step.title for step in present.room.plan.steps if step.kind == "section"}
    for step, round_ in _revealed(present):
        heading = sections.get(step.section, step.title)
        title = found.setdefault(step.section or step.id, {"title": heading, "right": 0, "answered": 0})
        for name in step.questions:
            question = present.bank.question(name)
            if question and question.full["type"] != "poll":
                result = result_of(question, round_, present.tally.answers(step.id, name, round_).values())
                title["right"] += result["right"]
                title["answered"] += result["answered"]
    return [each for each in found.values() if each["answered"]]


def _revealed(present: Present) -> Iterator[tuple[Step, int]]:
    state, plan = present.room.state, present.room.plan
    for step in plan.steps:
        if step.kind != "question":
            continue
        if step.id == present.step.id and state.phase == "revealed":
            yield step, state.round
        elif (left := state.past.get(step.id)) and left.phase == "revealed":
            yield step, left.round
