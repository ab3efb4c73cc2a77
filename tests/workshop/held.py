"""A workshop in the real program: its facilitator and its phones, by HTTP."""

from __future__ import annotations

import http.client
import json
import re
import socket
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlencode

from tests.app.server import PATIENCE, Server

if TYPE_CHECKING:
    from pathlib import Path

CHAPTER = "01-bicycles"
WHEELS, ROUND = f"{CHAPTER}#how-many", f"{CHAPTER}#round"
TOKEN = "a token for tests, 5ec2e7"  # noqa: S105 - of servers that live for a test
TICKET = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class Reply:
    """What came back. ``headers`` are by lower-case name, those that came twice joined."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def why(self) -> str:
        return self.json["why"]

    @property
    def place(self) -> str:
        """Where it leads to."""
        return self.headers["location"]


class Held(Server):
    """The program with workshops on. ``database`` is as `--database` takes it."""

    def __init__(self, root: Path, database: str, *options: str, base: str = "/", **environment: str) -> None:
        at = ("--workshops", "--database", database)
        super().__init__(root, *at, *options, base=base, **{"JUPYTER_TOKEN": TOKEN, **environment})

    def send(self, method: str, path: str, body: Any = None, **headers: str) -> Reply:
        """The reply to a request under the base; a mapping is sent as a form where the headers say so, else as JSON."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        if isinstance(body, dict | list):
            kind = named.setdefault("Content-Type", "application/json")
            body = json.dumps(body) if kind == "application/json" else urlencode(body, doseq=True)
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, self.base + path, body, named)
            reply = connection.getresponse()
            return Reply(reply.status, _joined(reply.getheaders()), reply.read())
        finally:
            connection.close()

    def form(self, path: str, fields: dict[str, Any], **headers: str) -> Reply:
        """The reply to a form, as a page without script sends it."""
        return self.send("POST", path, fields, Content_Type="application/x-www-form-urlencoded", **headers)

    def open(self, **asked: Any) -> Room:
        """A new room of the chapter."""
        reply = self.lead("POST", "workshop/rooms", {"chapters": [CHAPTER], "language": "en", **asked})
        assert reply.status == 201, reply.text
        return Room(self, **reply.json)

    def lead(self, method: str, path: str, body: Any = None, **headers: str) -> Reply:
        """The reply to the facilitator."""
        return self.send(method, path, body, **{"Authorization": f"token {TOKEN}", **headers})

    def stop_hard(self) -> None:
        """Kill it in the middle of whatever it does."""
        self.process.kill()
        self.process.communicate()


@dataclass(frozen=True)
class Room:
    """A room, as its facilitator has it."""

    held: Held
    id: str
    code: str
    key: str

    @property
    def path(self) -> str:
        return f"workshop/rooms/{self.id}"

    @property
    def state(self) -> Any:
        return self.held.lead("GET", f"{self.path}/state").json

    def press(self, action: str, **details: Any) -> Reply:
        """What comes of a button; by default pressed on what is shown now."""
        asked = {"action": action, "revision": details.pop("revision", None) or self.state["revision"], **details}
        return self.held.lead("POST", f"{self.path}/actions", asked)

    def do(self, *actions: str) -> Any:
        """Press buttons that work, and return the state after the last."""
        for action in actions:
            reply = self.press(action)
            assert reply.status == 200, reply.text
        return reply.json

    def go_to(self, step: str, *actions: str) -> Any:
        """Go to the step with an id, and press buttons there."""
        state = self.state
        position = [each["id"] for each in state["plan"]].index(step)
        if position != state["position"]:
            assert self.press("go", position=position).status == 200
        return self.do(*actions) if actions else self.state

    def join(self) -> Phone:
        """Somebody comes in."""
        reply = self.held.form(f"join/{self.code}", {})
        assert reply.status == 303, reply.text
        return Phone(self, reply.place.rpartition("/")[2])


@dataclass(frozen=True)
class Phone:
    """A participant, by their ticket."""

    room: Room
    ticket: str

    @property
    def path(self) -> str:
        return f"room/{self.ticket}"

    @property
    def state(self) -> Any:
        return self.room.held.send("GET", f"{self.path}/state").json

    @property
    def page(self) -> str:
        return self.room.held.send("GET", self.path).text

    def send(self, *answers: dict[str, Any]) -> Reply:
        """The reply to answers as they are sent."""
        return self.room.held.send("POST", f"{self.path}/answers", {"answers": list(answers)})

    def answer(self, question: str, answer: Any, sequence: int = 1, **more: Any) -> Reply:
        """The reply to one answer to what is open now."""
        state = self.state
        now = {"step": state["step"]["id"], "round": state["round"]}
        return self.send({**now, "question": question, "answer": answer, "sequence": sequence, **more})

    def follow(self) -> Stream:
        """The event stream."""
        return Stream(self.room.held, f"{self.path}/events")


class Stream:
    """An event stream, event by event; closed when the block ends. ``seen`` is every byte that came."""

    def __init__(self, held: Held, path: str, **headers: str) -> None:
        self.seen = b""
        self._left = b""
        self._line = socket.create_connection(("127.0.0.1", held.port), timeout=PATIENCE)
        named = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        self._line.sendall(f"GET {held.base}{path} HTTP/1.1\r\nHost: here\r\n{named}\r\n".encode())
        self.head = self._until(b"\r\n\r\n")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._line.close()

    def state(self) -> Any:
        """The next state that comes."""
        while True:
            event = self._until(b"\n\n").decode()
            if "event: state" in event:
                return json.loads(next(line[6:] for line in event.splitlines() if line.startswith("data: ")))

    def _until(self, end: bytes) -> bytes:
        while end not in self._left:
            came = self._line.recv(65536)
            assert came, "the stream ended"
            self.seen += came
            self._left += came
        part, _, self._left = self._left.partition(end)
        return part


def _joined(headers: list[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in headers:
        found[name.lower()] = f"{found[name.lower()]}\n{value}" if name.lower() in found else value
    return found
