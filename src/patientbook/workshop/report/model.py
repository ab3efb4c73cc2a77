"""A workshop's report, as immutable data. Nothing in it is about one person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

    from .hiding import Count

Band = Literal["low", "medium", "high"]


@dataclass(frozen=True)
class Group:
    """People who gave the same answer. ``is_right`` is None in a poll."""

    id: str
    text: str
    is_right: bool | None
    count: Count


@dataclass(frozen=True)
class Vote:
    """What people answered in one round. ``answered`` is None where they were fewer than five: then there is nothing.

    ``groups`` are people by what they answered, each person in one; ``parts`` how many had each part of the question
    right, or chose each of several options: none where that could give a small group away. ``right`` is None in a poll,
    ``sure_but_wrong`` where nobody was asked how sure they were.
    """

    round: int
    answered: int | None
    groups: tuple[Group, ...] = ()
    parts: tuple[Group, ...] = ()
    right: Count | None = None
    sure_but_wrong: Count | None = None


@dataclass(frozen=True)
class AskedQuestion:
    """A question that the workshop asked live."""

    step: str
    name: str
    stem: str
    section: str
    votes: tuple[Vote, ...]


@dataclass(frozen=True)
class Compared:
    """A question of the checks: how many of the same people had it right before and after."""

    name: str
    stem: str
    before: Count
    after: Count


@dataclass(frozen=True)
class Gain:
    """The normalised gain <g> (Hake 1998), from ``low`` to ``high`` where the numbers it is made from are hidden.

    Where there is none, ``why_none`` says why: `all-right` before, or `lost`: fewer answers were right afterwards.
    """

    low: float | None = None
    high: float | None = None
    bands: tuple[Band, ...] = ()
    why_none: Literal["all-right", "lost", "unclear"] | None = None


@dataclass(frozen=True)
class Learning:
    """The check before and the check after, of the same ``people``. The sums count answers, not people."""

    people: int
    questions: tuple[Compared, ...]
    before: Count
    after: Count
    gain: Gain


@dataclass(frozen=True)
class Later:
    """The follow-up: of those in the comparison who came back, all their answers, before, after and later.

    ``before`` and ``after`` are None where those who did not come back are so few that they could be found.
    """

    people: int
    later: Count
    before: Count | None
    after: Count | None


WhyNone = Literal["no-checks", "too-few"]


@dataclass(frozen=True)
class Report:
    """``people`` is None where they were fewer than five; ``learning`` is then, or without two checks, a reason."""

    guide: str
    guide_title: str
    language: str
    title: str
    chapters: tuple[tuple[str, str], ...]
    day: date
    people: int | None
    learning: Learning | WhyNone
    later: Later | WhyNone | None
    questions: tuple[AskedQuestion, ...]
