"""The facilitator: opens a room, presses buttons, and looks at the projector."""

from __future__ import annotations

import asyncio
import http.client
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .line import HOST, Stream

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .server import Server


@dataclass(frozen=True)
class Shown:
    """What the projector showed at a moment of the loop's clock."""

    at: float
    revision: int
    here: int
    answered: int
    step: str
    round: int


class Leader:
    """The facilitator of a new room."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self.shown: list[Shown] = []
        self.trouble: list[tuple[float, str | None]] = []
        self.room = ""
        self._control: Stream | None = None
        self._projector: Stream | None = None

    async def open(self, asked: Mapping[str, Any]) -> str:
        """Open a room, and return the path in its QR code."""
        made = await self._ask("POST", "workshop/rooms", asked)
        self.room = made["id"]
        return f"/join/{made['code']}?key={made['key']}"

    async def follow(self) -> None:
        """Watch the projector."""
        path = f"/workshop/rooms/{self.room}/events?view=projector"
        self._projector = await Stream(path, self._look, lambda: None, self._server.token).open(self._server.port)

    async def state(self) -> dict[str, Any]:
        """What the control shows."""
        state: dict[str, Any] = await self._ask("GET", f"workshop/rooms/{self.room}/state")
        return state

    async def report(self) -> dict[str, Any]:
        """The room's report, as data."""
        report: dict[str, Any] = await self._ask("GET", f"workshop/rooms/{self.room}/report.json")
        return report

    async def press(self, action: str, **details: Any) -> tuple[float, int]:  # noqa: ANN401 - of the action
        """Press a button; the moment it was pressed, and the room's revision after it."""
        revision = (await self.state())["revision"]
        begun = asyncio.get_running_loop().time()
        asked = {"action": action, "revision": revision, **details}
        after = await self._ask("POST", f"workshop/rooms/{self.room}/actions", asked)
        return begun, int(after["revision"])

    async def go_to_question(self) -> int:
        """Go on to the next step that asks one question; the revision after it."""
        state = await self.state()
        ahead = enumerate(state["plan"])
        position = next(at for at, step in ahead if at > state["position"] and step["kind"] == "question")
        return (await self.press("go", position=position))[1]

    def _look(self, revision: int, data: bytes) -> None:
        state = json.loads(data)
        now = asyncio.get_running_loop().time()
        answered = max(state["answered"].values(), default=0)
        self.shown.append(Shown(now, revision, state["people"]["here"], answered, state["step"]["id"], state["round"]))
        if not self.trouble or self.trouble[-1][1] != state["trouble"]:
            self.trouble.append((now, state["trouble"]))

    async def _ask(self, method: str, path: str, body: Any = None) -> Any:  # noqa: ANN401 - JSON
        return json.loads(await asyncio.to_thread(self._send, method, path, body))

    def _send(self, method: str, path: str, body: Any) -> bytes:  # noqa: ANN401 - JSON
        connection = http.client.HTTPConnection(HOST, self._server.port, timeout=60)
        try:
            named = {"Authorization": f"token {self._server.token}", "Content-Type": "application/json"}
            connection.request(method, f"/{path}", json.dumps(body) if body is not None else None, named)
            reply = connection.getresponse()
            content = reply.read()
            assert reply.status < 300, content  # noqa: S101, PLR2004 - a bench that goes wrong ends
            return content
        finally:
            connection.close()
