"""Questions as paper and e-readers ask them: one class for each way of answering, everything in its order to show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from patientbook_widgets.labels import LABELS
from patientbook_widgets.questions.base import canonical
from patientbook_widgets.questions.writing import Writing, as_written, content_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from patientbook_widgets.questions import BaseQuestion

    from .inline import Inlines, PartLink, TermLink

Read: TypeAlias = "Callable[[str], Inlines]"


@dataclass(frozen=True)
class Asked:
    """What every question has. ``number`` counts from 1 in its part; ``read_again`` leads to what explains it."""

    id: str
    number: int
    type: str
    stem: Inlines
    hints: tuple[Inlines, ...]
    terms: tuple[TermLink, ...]
    read_again: PartLink


@dataclass(frozen=True)
class Choice:
    """Something to choose, or to put in order. ``is_right`` is None where nothing is right or wrong."""

    text: Inlines
    explanation: Inlines
    is_right: bool | None = None


@dataclass(frozen=True)
class Choosing:
    """Single choice, several choices, true or false, and polls: `asked.type` tells which."""

    asked: Asked
    options: tuple[Choice, ...]


@dataclass(frozen=True)
class Pair:
    """Two things that belong together. ``match`` is one of the question's matches."""

    text: Inlines
    match: str
    explanation: Inlines


@dataclass(frozen=True)
class Matching:
    """What belongs together. ``matches`` are in the order to show."""

    asked: Asked
    pairs: tuple[Pair, ...]
    matches: tuple[str, ...]


@dataclass(frozen=True)
class Ordering:
    """Things to be put in order. ``items`` are in the right order; ``shown`` has their indexes in the order to show."""

    asked: Asked
    items: tuple[Choice, ...]
    shown: tuple[int, ...]


@dataclass(frozen=True)
class Scaling:
    """A number on a scale. Those from ``right_from`` to ``right_to`` are right."""

    asked: Asked
    low: int
    high: int
    step: int
    unit: str
    right_from: int
    right_to: int
    too_low: Inlines
    too_high: Inlines
    just_right: Inlines


PaperQuestion: TypeAlias = Choosing | Matching | Ordering | Scaling


def paper_question(question: BaseQuestion, asked: Asked, read: Read) -> PaperQuestion:
    """The question on paper; ``read`` resolves inline Markdown.

    Orders are those of the page: both take them from the parts on the wire, here with Markdown in them instead of HTML.
    """
    parts = question.wire_parts(Writing(content_key(canonical(question)), as_written, LABELS))
    if "options" in parts:
        return Choosing(asked, _choices(parts["options"], read))
    if "pairs" in parts:
        pairs = tuple(Pair(read(each["text"]), each["match"], read(each["explanation"])) for each in parts["pairs"])
        return Matching(asked, pairs, tuple(parts["matches"]))
    if "items" in parts:
        ids = [each["id"] for each in parts["items"]]
        return Ordering(asked, _choices(parts["items"], read), tuple(ids.index(id_) for id_ in parts["shown"]))
    return _scaling(asked, parts, read)


def _scaling(asked: Asked, parts: dict[str, Any], read: Read) -> Scaling:
    return Scaling(
        asked=asked,
        low=parts["min"],
        high=parts["max"],
        step=parts["step"],
        unit=parts["unit"],
        right_from=parts["right_from"],
        right_to=parts["right_to"],
        too_low=read(parts["too_low"]),
        too_high=read(parts["too_high"]),
        just_right=read(parts["just_right"]),
    )


def _choices(choices: list[dict[str, Any]], read: Read) -> tuple[Choice, ...]:
    return tuple(Choice(read(each["text"]), read(each["explanation"]), each.get("right")) for each in choices)
