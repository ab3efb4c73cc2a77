"""A room's state as the JSON data that is stored."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from .moves import Left, RoomState

if TYPE_CHECKING:
    from collections.abc import Mapping


def state_to_json(state: RoomState) -> dict[str, Any]:
    """The state as JSON data."""
    return {
        "position": state.position,
        "phase": state.phase,
        "round": state.round,
        "is_blank": state.is_blank,
        "timer_ends": state.timer_ends.astimezone(UTC).isoformat() if state.timer_ends else None,
        "revision": state.revision,
        "is_over": state.is_over,
        "is_follow_up": state.is_follow_up,
        "past": {id_: [left.phase, left.round] for id_, left in state.past.items()},
    }


def state_from_json(stored: Mapping[str, Any]) -> RoomState:
    """The state that ``state_to_json`` wrote."""
    ends = stored["timer_ends"]
    return RoomState(
        **{key: stored[key] for key in ("position", "phase", "round", "is_blank", "revision", "is_over")},
        is_follow_up=stored["is_follow_up"],
        timer_ends=datetime.fromisoformat(ends) if ends else None,
        past={id_: Left(phase, round_) for id_, (phase, round_) in stored["past"].items()},
    )
