"""What is said when something cannot be done: an id, a kind sentence (`labels.WHYS`) and an HTTP status."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from .labels import WHYS

if TYPE_CHECKING:
    from collections.abc import Mapping

SECONDS_TO_WAIT = 3  # for a database that does not answer

STATUS: Mapping[str, HTTPStatus] = {
    "unknown-code": HTTPStatus.NOT_FOUND,
    "too-many-tries": HTTPStatus.TOO_MANY_REQUESTS,
    "room-full": HTTPStatus.CONFLICT,
    "room-closed": HTTPStatus.GONE,
    "unknown-room": HTTPStatus.NOT_FOUND,
    "step-closed": HTTPStatus.CONFLICT,
    "not-understood": HTTPStatus.BAD_REQUEST,
    "too-long": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "too-many": HTTPStatus.TOO_MANY_REQUESTS,
    "nothing-chosen": HTTPStatus.BAD_REQUEST,
    "word-taken": HTTPStatus.CONFLICT,
    "word-unknown": HTTPStatus.NOT_FOUND,
    "log-in": HTTPStatus.UNAUTHORIZED,
    "wrong-word": HTTPStatus.UNAUTHORIZED,
    "stale": HTTPStatus.CONFLICT,
    "not-now": HTTPStatus.CONFLICT,
    "storage-away": HTTPStatus.SERVICE_UNAVAILABLE,
    "elsewhere": HTTPStatus.FORBIDDEN,
}


class Refused(Exception):  # noqa: N818 - it is what somebody is told, not a fault
    """Something that cannot be done. ``more`` goes with it, such as the state that it met."""

    def __init__(self, why: str, message: str = "", more: Mapping[str, Any] | None = None) -> None:
        self.why = why
        self.status = STATUS.get(why, HTTPStatus.CONFLICT)
        self.message = message or WHYS.get(why, "")
        self.more = dict(more or {})
        super().__init__(why)

    def as_json(self) -> dict[str, Any]:
        """`{why, message, …}`."""
        return {"why": self.why, "message": self.message, **self.more}

    def headers(self) -> dict[str, str]:
        """Headers that go with it."""
        waits = {"storage-away": SECONDS_TO_WAIT, "too-many-tries": 60}
        return {"Retry-After": str(waits[self.why])} if self.why in waits else {}
