"""What the facilitator's pages ask for and send: the state, every button, the plan, questions to let through."""

from __future__ import annotations

import json
from typing import Any

from .database import StorageAwayError
from .handlers_facilitator import Facilitator
from .plan import PlanError, plan_from_json, plan_to_json
from .refusals import Refused
from .speaking import NO_STORE, Speaking
from .streams import stream_head

_JUDGED = {"approved", "refused"}


class LedState(Facilitator):
    """`/workshop/rooms/<id>/state[?view=projector]`."""

    async def get(self, id_: str) -> None:
        """The state once."""
        live = await self.whole_room(id_)
        self.give_json(live.led_state(is_projector=is_projector(self)))


class LedEvents(Facilitator):
    """`/workshop/rooms/<id>/events[?view=projector]`."""

    async def get(self, id_: str) -> None:
        """The state now, and whenever it changes."""
        live = await self.whole_room(id_)
        head = stream_head(dict(self.settings["workshop_headers"]) | NO_STORE)
        streams = live.projectors if is_projector(self) else live.controls
        streams.add(self.detach(), object(), head, live.led_event(is_projector=is_projector(self)))


class Actions(Facilitator):
    """`POST /workshop/rooms/<id>/actions`: `{action, revision, …}`."""

    async def post(self, id_: str) -> None:
        """Do it, and answer with the state; also when it cannot be done, with why."""
        live = await self.whole_room(id_)
        asked = self.json_body()
        details = _details(asked)
        try:
            if asked.get("action") != "blank" or asked.get("on") in {None, not live.room.state.is_blank}:
                await self.service.rooms.act(live, str(asked.get("action")), _whole(asked, "revision"), **details)
        except Refused as refused:
            refused.more["state"] = live.led_state(is_projector=False)
            raise
        except StorageAwayError as error:
            raise Refused("storage-away", "", {"state": live.led_state(is_projector=False)}) from error
        self.give_json(live.led_state(is_projector=False))


class PlanFile(Facilitator):
    """`/workshop/rooms/<id>/plan.json`."""

    def get(self, id_: str) -> None:
        """The plan as a file."""
        live = self.own_room(id_)
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.set_header("Content-Disposition", f'attachment; filename="workshop-{live.room.plan.language}.json"')
        self.finish(json.dumps(plan_to_json(live.room.plan), ensure_ascii=False, indent=2) + "\n")

    async def put(self, id_: str) -> None:
        """Another plan for what has not been shown yet."""
        live = await self.whole_room(id_)
        try:
            plan = plan_from_json(self.request.body, self.service.guide)
        except PlanError as error:
            raise Refused("not-understood", str(error), {"problems": [str(each) for each in error.problems]}) from error
        try:
            await self.service.rooms.change_plan(live, plan)
        except Refused as refused:
            refused.more["state"] = live.led_state(is_projector=False)
            raise
        self.give_json(live.led_state(is_projector=False))


class JudgeAsked(Facilitator):
    """`POST /workshop/rooms/<id>/asked/<n>`: `{state: approved | refused}`."""

    async def post(self, id_: str, number: str) -> None:
        """Show a question to all, or do not."""
        live = await self.whole_room(id_)
        state = self.field("state")
        if state not in _JUDGED:
            raise Refused("not-understood")
        await self.service.rooms.asking.judge(live, int(number), "approved" if state == "approved" else "refused")
        self.give_json(live.led_state(is_projector=False))


class DeleteRoom(Facilitator):
    """`POST /workshop/rooms/<id>/delete`."""

    async def post(self, id_: str) -> None:
        """Delete it now."""
        await self.service.rooms.delete(self.own_room(id_))
        if self.is_form:
            self.go_to("workshop")
        else:
            self.give_json({})


def is_projector(handler: Speaking) -> bool:
    """Whether this is for all eyes: the projector is told less than the control."""
    return handler.get_query_argument("view", "") == "projector"


def _details(asked: dict[str, Any]) -> dict[str, Any]:
    """What an action says besides its name, as `moves.move` takes it."""
    match asked.get("action"):
        case "go":
            return {"to": _whole(asked, "position")}
        case "timer":
            return {"seconds": _whole(asked, "seconds") or None}
        case "reopen":
            return {"follow_up": asked.get("follow_up") is True}
        case _:
            return {}


def _whole(asked: dict[str, Any], name: str) -> int | None:
    value = asked.get(name)
    if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
        raise Refused("not-understood")
    return value
