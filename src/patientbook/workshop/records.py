"""What the store gives and takes, as immutable data, and what it says when something cannot be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from patientbook.problems import PatientbookError

if TYPE_CHECKING:
    from datetime import datetime

    from .moves import RoomState
    from .plan import Plan

# An option's id, several of them or an order of ids, matches by pair id, or a number: as `wire.ts` says.
Given = str | list[str] | dict[str, str] | int | float
Outcome = Literal["stored", "kept", "unknown"]
AskedState = Literal["new", "approved", "refused", "reported"]


@dataclass(frozen=True)
class Room:
    """A room as it is stored. ``owner`` is its facilitator, as the identity provider names them; times are in UTC."""

    id: str
    owner: str
    code: str
    join_key: str
    plan: Plan
    state: RoomState
    opened_at: datetime
    closes_at: datetime
    deletes_at: datetime


@dataclass(frozen=True)
class Answer:
    """A participant's answer. Of two to the same question the one with the higher ``sequence`` stays."""

    participant: int
    step: str
    question: str
    round: int
    answer: Given
    confidence: str | None
    sequence: int


@dataclass(frozen=True)
class Asked:
    """An anonymous question to the facilitator. ``was_reported``: somebody in the room found it abusive."""

    id: int
    text: str
    state: AskedState
    was_reported: bool


class UnknownRoomError(PatientbookError):
    """There is no such room, or no more."""


class RoomFullError(PatientbookError):
    """As many people are in the room as it takes."""


class StaleError(PatientbookError):
    """The room was changed since; ``room`` is how it is now."""

    def __init__(self, room: Room) -> None:
        self.room = room
        super().__init__("The room has moved on since this was pressed.")


class TooManyAskedError(PatientbookError):
    """This participant has asked as much as one may."""


class WordTakenError(PatientbookError):
    """Somebody else in the room has chosen this word."""
