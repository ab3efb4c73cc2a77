"""The rules of a room, as a pure function: whatever is pressed in whatever order, some things stay true."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from patientbook.workshop.moves import RULES, Left, Refusal, RoomState, current_step, move, possible_actions, replan
from patientbook.workshop.plan import Plan, Step
from patientbook.workshop.state_json import state_from_json, state_to_json
from tests.workshop.rooms import NOW, PLAN, ROUND

AT = {step.id: position for position, step in enumerate(PLAN.steps)}
PRESSES = some.lists(
    some.tuples(some.sampled_from(sorted(RULES)), some.integers(-1, len(PLAN.steps)), some.booleans()), max_size=40
)


def walked(*actions, state=None):
    """The state after actions that are possible, each a name or a name with what it says."""
    state = state or RoomState()
    for action in actions:
        name, more = action if isinstance(action, tuple) else (action, {})
        state = move(state, PLAN, name, now=NOW, **more)
        assert isinstance(state, RoomState), (action, state)
    return state


def go(step):
    return "go", {"to": AT[step]}


@given(PRESSES)
def test_whatever_is_pressed_the_room_stays_one_that_can_be(presses):
    state = RoomState()
    for name, to, follow_up in presses:
        moved = move(state, PLAN, name, to=to, seconds=60, follow_up=follow_up, now=NOW)
        if isinstance(moved, Refusal):
            assert moved.message
            continue
        assert moved.revision == state.revision + 1
        assert 0 <= moved.position < len(PLAN.steps)
        assert moved.round in {1, 2}
        step = current_step(moved, PLAN)
        assert moved.phase == "waiting" or step.questions or moved.is_over
        assert moved.phase != "revealed" or step.which not in {"before", "later"}
        assert moved.timer_ends is None or moved.phase in {"open", "discuss"}
        assert all(left.phase not in {"open", "discuss"} for left in moved.past.values())
        assert state_from_json(state_to_json(moved)) == moved
        state = moved


@given(PRESSES)
def test_what_is_said_to_be_possible_is_what_is_not_refused(presses):
    state = RoomState()
    for name, to, follow_up in presses:
        moved = move(state, PLAN, name, to=to, seconds=60, follow_up=follow_up, now=NOW)
        if isinstance(moved, RoomState):
            state = moved
    for name in RULES:
        to = 1 if state.position == 0 else 0
        is_done = isinstance(move(state, PLAN, name, to=to, seconds=60, now=NOW), RoomState)
        assert is_done == (name in possible_actions(state, PLAN)), name


def test_a_question_goes_through_two_votes_and_is_shown():
    state = walked(go("wheels"), "open", "close", "discuss", "second_vote", "close", "reveal")
    assert (state.phase, state.round) == ("revealed", 2)


@pytest.mark.parametrize(
    ("actions", "refused"),
    [
        ((), "open"),
        ((), "reveal"),
        ((), "back"),
        ((), "timer"),
        ((), "reopen"),
        ((go("thanks"),), "next"),
        ((go("wheels"),), "close"),
        ((go("wheels"), "open"), "open"),
        ((go("wheels"), "open"), "reveal"),
        ((go("wheels"), "open"), "second_vote"),
        ((go("wheels"), "open", "close", "second_vote", "close"), "second_vote"),
        ((go("wheels"), "open", "close", "second_vote", "close"), "discuss"),
        ((go("wheels"), "open", "close", "reveal"), "open"),
        ((go("before"), "open", "close"), "reveal"),
        ((go("before"), "open", "close"), "second_vote"),
        ((go("wheels"), "open", go("before")), "open"),
        (("end",), "next"),
        (("end",), "open"),
        (("end", ("reopen", {"follow_up": True})), "next"),
        (("end", ("reopen", {"follow_up": True}), "close"), "reveal"),
    ],
)
def test_what_cannot_be_done_now_is_refused_in_words(actions, refused):
    answer = move(walked(*actions), PLAN, refused, seconds=60, now=NOW)
    assert isinstance(answer, Refusal)
    assert answer.why == "not-now"


def test_a_step_that_is_left_open_closes_and_is_found_again_as_it_was_left():
    state = walked(go("wheels"), "open", "next")
    assert state.past["wheels"] == Left("closed", 1)
    assert walked("back", state=state).phase == "closed"


def test_an_old_revision_is_refused_before_anything_else():
    assert move(RoomState(revision=5), PLAN, "next", revision=4).why == "stale"
    assert move(RoomState(revision=5), PLAN, "nothing", revision=4).why == "stale"


def test_the_follow_up_asks_the_check_after_again_and_ends_where_the_workshop_ended():
    state = walked(go("thanks"), "end", ("reopen", {"follow_up": True}))
    step = current_step(state, PLAN)
    assert (step.id, step.which, state.phase) == ("after-later", "later", "open")
    assert step.questions == PLAN.steps[AT["after"]].questions
    over = walked("end", "reopen", state=state)
    assert (over.is_follow_up, over.phase) == (True, "open")


def test_a_new_plan_keeps_what_people_have_seen():
    state = walked(go("wheels"), "open")
    added = Plan(**{**vars_of(PLAN), "steps": (*PLAN.steps, Step("more", "question", "More", questions=(ROUND,)))})
    assert replan(state, PLAN, added).position == AT["wheels"]
    first = Plan(**{**vars_of(PLAN), "steps": (Step("new", "welcome", "New"), *PLAN.steps)})
    assert replan(state, PLAN, first).position == AT["wheels"] + 1
    for steps in (PLAN.steps[1:], tuple(step for step in PLAN.steps if step.id != "wheels"), PLAN.steps[::-1]):
        refused = replan(state, PLAN, Plan(**{**vars_of(PLAN), "steps": steps}))
        assert isinstance(refused, Refusal)


def vars_of(plan):
    return {name: getattr(plan, name) for name in ("guide", "language", "chapters", "title", "steps")}
