"""A plan and its steps, as immutable data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

StepKind = Literal["welcome", "check", "section", "question", "thanks"]
CheckOf = Literal["before", "after", "later"]
PLAN_FORMAT = 1


@dataclass(frozen=True)
class Step:
    """One step of a workshop.

    ``which`` says what a check measures. ``section`` is the id of a heading in ``chapter``. ``questions`` are names,
    `<chapter>#<question id>`. ``confidence``: whether people are asked how sure they are.
    """

    id: str
    kind: StepKind
    title: str
    chapter: str | None = None
    section: str | None = None
    questions: tuple[str, ...] = ()
    confidence: bool = False
    which: CheckOf | None = None


@dataclass(frozen=True)
class Plan:
    """What happens in a workshop, in order. ``guide`` is the guide's id."""

    guide: str
    language: str
    chapters: tuple[str, ...]
    title: str
    steps: tuple[Step, ...]

    @cached_property
    def later(self) -> Step | None:
        """The check of the follow-up: the questions of the check afterwards again. It is no step of the workshop."""
        after = next((step for step in self.steps if step.which == "after"), None)
        return replace(after, id=f"{after.id}-later", which="later") if after else None

    @cached_property
    def questions(self) -> tuple[str, ...]:
        """The names of all questions, each once, in the order of the steps."""
        return tuple(dict.fromkeys(name for step in self.steps for name in step.questions))

    def step(self, id_: str) -> Step | None:
        """The step with this id, that of the follow-up too; None where there is none."""
        steps = (*self.steps, self.later) if self.later else self.steps
        return next((step for step in steps if step.id == id_), None)


def plan_to_json(plan: Plan) -> dict[str, Any]:
    """The plan as JSON data: what is saved as a file."""
    return {
        "format": PLAN_FORMAT,
        "guide": plan.guide,
        "language": plan.language,
        "chapters": list(plan.chapters),
        "title": plan.title,
        "steps": [_step_to_json(step) for step in plan.steps],
    }


def _step_to_json(step: Step) -> dict[str, Any]:
    written: dict[str, Any] = {"id": step.id, "kind": step.kind, "title": step.title}
    for name in ("which", "chapter", "section"):
        if value := getattr(step, name):
            written[name] = value
    if step.questions:
        written["questions"] = list(step.questions)
    if step.confidence:
        written["confidence"] = True
    return written


def plan_from_stored(stored: Mapping[str, Any]) -> Plan:
    """The plan that ``plan_to_json`` wrote into the database. A file is read by `plan_from_json`, which checks all."""
    steps = tuple(Step(**{**step, "questions": tuple(step.get("questions", ()))}) for step in stored["steps"])
    return Plan(stored["guide"], stored["language"], tuple(stored["chapters"]), stored["title"], steps)
