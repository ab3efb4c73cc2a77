"""What can happen to a room: the only code that changes its state. Pure: from state and action to state or refusal."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .plan import Plan, Step

Phase = Literal["waiting", "open", "closed", "discuss", "revealed"]
SHORTEST, LONGEST = 5, 3600  # seconds of a timer


@dataclass(frozen=True)
class Left:
    """How a step was left, and so how it is found again."""

    phase: Phase
    round: int


@dataclass(frozen=True)
class RoomState:
    """Where a room is. ``past`` has how each other step that was shown was left, by its id; times are in UTC.

    In a follow-up the step is `Plan.later`; ``position`` stays where the workshop ended.
    """

    position: int = 0
    phase: Phase = "waiting"
    round: int = 1
    is_blank: bool = False
    timer_ends: datetime | None = None
    revision: int = 1
    is_over: bool = False
    is_follow_up: bool = False
    past: Mapping[str, Left] = field(default_factory=dict)


@dataclass(frozen=True)
class Refusal:
    """Why an action is not possible. ``why`` is one of the whys of docs/architecture.md."""

    why: Literal["stale", "not-now", "not-understood"]
    message: str


@dataclass(frozen=True)
class Details:
    """What an action says besides its name. ``to`` is a position, ``seconds`` of None stops the timer."""

    to: int | None = None
    seconds: int | None = None
    follow_up: bool = False


def move(  # noqa: PLR0913 - what an action can say
    state: RoomState,
    plan: Plan,
    action: str,
    *,
    revision: int | None = None,
    to: int | None = None,
    seconds: int | None = None,
    follow_up: bool = False,
    now: datetime | None = None,
) -> RoomState | Refusal:
    """The room after ``action``, its revision one higher, or why not.

    ``revision`` is the one that the facilitator saw: where the room has moved on since, the action is refused.
    ``to`` is the position that `go` goes to; ``seconds`` how long `timer` runs from ``now`` (None stops it);
    ``follow_up`` makes `reopen` open the check of the follow-up.
    """
    if revision is not None and revision != state.revision:
        return Refusal("stale", "The room has moved on since you pressed this. Please look again.")
    rule = RULES.get(action)
    if rule is None:
        return Refusal("not-understood", f"There is no action “{action}”.")
    if state.is_over and action != "reopen":
        return Refusal("not-now", "The workshop is over. You can open the room again.")
    moved = rule(state, plan, Details(to, seconds, follow_up), now or datetime.now(UTC))
    return moved if isinstance(moved, Refusal) else replace(moved, revision=state.revision + 1)


def current_step(state: RoomState, plan: Plan) -> Step:
    """The step that the room is at."""
    return plan.later if state.is_follow_up and plan.later else plan.steps[state.position]


def possible_actions(state: RoomState, plan: Plan) -> tuple[str, ...]:
    """The names of the actions that would not be refused now, in the order of `RULES`."""
    elsewhere = 1 if state.position == 0 else 0
    now = datetime.now(UTC)
    tried = ((name, move(state, plan, name, to=elsewhere, seconds=LONGEST, now=now)) for name in RULES)
    return tuple(name for name, moved in tried if isinstance(moved, RoomState))


def replan(state: RoomState, plan: Plan, new: Plan) -> RoomState | Refusal:
    """The room with another plan, its revision one higher, or why it cannot have it.

    What people have seen stays: each step that was shown is in the new plan unchanged, in the same order, before what
    is yet to come or between it.
    """
    shown = [step for step in plan.steps if step.id in state.past or step is plan.steps[state.position]]
    if [step for step in new.steps if step.id in {each.id for each in shown}] != shown:
        return Refusal("not-now", "A step that people have already seen cannot be changed, moved or taken out.")
    if (plan.guide, plan.language) != (new.guide, new.language):
        return Refusal("not-now", "This plan is for another guide or another language. Please open a new room for it.")
    if state.is_follow_up and plan.later != new.later:
        return Refusal("not-now", "The questions of the follow-up are those that people have already answered.")
    position = next(at for at, step in enumerate(new.steps) if step.id == plan.steps[state.position].id)
    return replace(state, position=position, revision=state.revision + 1)


def _to(state: RoomState, plan: Plan, position: int) -> RoomState | Refusal:
    """Another step, as it was left or new. What is open closes behind."""
    if state.is_follow_up:
        return Refusal("not-now", "In the follow-up there is only this step.")
    if not 0 <= position < len(plan.steps) or position == state.position:
        return Refusal("not-now", "There is no such step to go to.")
    phase: Phase = "closed" if state.phase in {"open", "discuss"} else state.phase
    past = {**state.past, plan.steps[state.position].id: Left(phase, state.round)}
    found = past.get(plan.steps[position].id, Left("waiting", 1))
    past.pop(plan.steps[position].id, None)
    return replace(
        state, position=position, phase=found.phase, round=found.round, is_blank=False, timer_ends=None, past=past
    )


def _next(state: RoomState, plan: Plan, _details: Details, _now: datetime) -> RoomState | Refusal:
    return _to(state, plan, state.position + 1)


def _back(state: RoomState, plan: Plan, _details: Details, _now: datetime) -> RoomState | Refusal:
    return _to(state, plan, state.position - 1)


def _go(state: RoomState, plan: Plan, details: Details, _now: datetime) -> RoomState | Refusal:
    if details.to is None:
        return Refusal("not-understood", "To which step? Its number is missing.")
    return _to(state, plan, details.to)


def _open(state: RoomState, plan: Plan, _details: Details, _now: datetime) -> RoomState | Refusal:
    step = current_step(state, plan)
    if not step.questions:
        return Refusal("not-now", "There is nothing to answer in this step.")
    if state.phase not in {"waiting", "closed"}:
        return Refusal("not-now", "It is open already, or its answer has been shown.")
    if step.which == "before" and _has_asked_since(state, plan):
        return Refusal("not-now", "The check before cannot be opened once other questions have been asked.")
    return replace(state, phase="open", is_blank=False, timer_ends=None)


def _has_asked_since(state: RoomState, plan: Plan) -> bool:
    """Whether another step's questions have been open: what people learn there must not come into the first check."""
    asked = (step for step in plan.steps if step.questions and step.id != plan.steps[state.position].id)
    return any(state.past.get(step.id, Left("waiting", 1)).phase != "waiting" for step in asked)


def _close(state: RoomState, _plan: Plan, _details: Details, _now: datetime) -> RoomState | Refusal:
    if state.phase != "open":
        return Refusal("not-now", "Nothing is open.")
    return replace(state, phase="closed", timer_ends=None)


def _discuss(state: RoomState, plan: Plan, _details: Details, _now: datetime) -> RoomState | Refusal:
    if current_step(state, plan).kind != "question" or state.phase != "closed" or state.round != 1:
        return Refusal("not-now", "People talk about a question between its first vote and its second.")
    return replace(state, phase="discuss", timer_ends=None)


def _second_vote(state: RoomState, plan: Plan, _details: Details, _now: datetime) -> RoomState | Refusal:
    if current_step(state, plan).kind != "question" or state.phase not in {"closed", "discuss"} or state.round != 1:
        return Refusal(
            "not-now", "There is a second vote once, after the first is closed and before its answer is shown."
        )
    return replace(state, phase="open", round=2, is_blank=False, timer_ends=None)


def _reveal(state: RoomState, plan: Plan, _details: Details, _now: datetime) -> RoomState | Refusal:
    if current_step(state, plan).which in {"before", "later"}:
        return Refusal("not-now", "The answers to this check are not shown: the same questions come again.")
    if state.phase not in {"closed", "discuss"}:
        return Refusal("not-now", "Answers are shown when the question is closed.")
    return replace(state, phase="revealed", is_blank=False, timer_ends=None)


def _blank(state: RoomState, _plan: Plan, _details: Details, _now: datetime) -> RoomState | Refusal:
    return replace(state, is_blank=not state.is_blank)


def _timer(state: RoomState, _plan: Plan, details: Details, now: datetime) -> RoomState | Refusal:
    if details.seconds is None:
        return replace(state, timer_ends=None)
    if not SHORTEST <= details.seconds <= LONGEST:
        return Refusal("not-understood", f"A timer runs for {SHORTEST} seconds to {LONGEST // 60} minutes.")
    if state.phase not in {"open", "discuss"}:
        return Refusal("not-now", "A timer runs while a question is open or people talk about it.")
    return replace(state, timer_ends=now.astimezone(UTC) + timedelta(seconds=details.seconds))


def _end(state: RoomState, _plan: Plan, _details: Details, _now: datetime) -> RoomState | Refusal:
    phase: Phase = "closed" if state.phase in {"open", "discuss"} else state.phase
    return replace(state, phase=phase, is_over=True, is_blank=False, timer_ends=None)


def _reopen(state: RoomState, plan: Plan, details: Details, _now: datetime) -> RoomState | Refusal:
    if not state.is_over:
        return Refusal("not-now", "The room is open.")
    if not (details.follow_up or state.is_follow_up):
        return replace(state, is_over=False)
    if plan.later is None:
        return Refusal("not-now", "This plan has no check afterwards, so there is nothing to compare with.")
    left = {plan.steps[state.position].id: Left(state.phase, state.round)} if not state.is_follow_up else {}
    past = {**state.past, **left}
    return replace(state, is_over=False, is_follow_up=True, phase="open", round=1, past=past)


RULES: Mapping[str, Callable[[RoomState, Plan, Details, datetime], RoomState | Refusal]] = {
    "next": _next,
    "back": _back,
    "go": _go,
    "open": _open,
    "close": _close,
    "discuss": _discuss,
    "second_vote": _second_vote,
    "reveal": _reveal,
    "blank": _blank,
    "timer": _timer,
    "end": _end,
    "reopen": _reopen,
}
