"""A guide served by the real program on a free port, and requests to it, byte for byte."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from tests.guides import PATIENTBOOK

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PATIENCE = 60  # seconds; a machine with other work to do may need many of them
# Prefixes of what a test runner's environment could change in the program.
FOREIGN = ("PYTEST", "JUPYTER", "PATIENTBOOK", "COVERAGE")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def eventually(what: str, is_so: Callable[[], object], seconds: float = PATIENCE) -> object:
    """Ask until there is an answer that is not false, and return it."""
    end = time.monotonic() + seconds
    while not (answer := is_so()):
        assert time.monotonic() < end, f"after {seconds} seconds it is still not so that {what}"
        time.sleep(0.05)
    return answer


def start(root: Path, *options: str, port: int | None = None, **environment: str) -> subprocess.Popen[str]:
    """The program, just started."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)}
    return subprocess.Popen(
        [PATIENTBOOK, "serve", str(root), "--port", str(port or free_port()), *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=kept | environment,
    )


@dataclass(frozen=True)
class Reply:
    """What came back. ``headers`` are by lower-case name."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()


class Server:
    """The program, ready to answer; stopped when the block ends."""

    def __init__(self, root: Path, *options: str, base: str = "/", **environment: str) -> None:
        self.base = base
        self.port = free_port()
        self.process = start(root, *options, "--base-url", base, port=self.port, **environment)

    def __enter__(self) -> Self:
        eventually("the server answers", self._is_ready)
        return self

    def __exit__(self, *_: object) -> None:
        with self.process:
            try:
                if self.process.poll() is None:
                    self.stop(signal.SIGINT)
            finally:
                self.process.kill()

    def ask(self, path: str, method: str = "GET", **headers: str) -> Reply:
        """The reply to a request for ``path``, which is sent as it is. Underscores in header names become hyphens."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.putrequest(method, path, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            reply = connection.getresponse()
            return Reply(reply.status, {name.lower(): value for name, value in reply.getheaders()}, reply.read())
        finally:
            connection.close()

    def send(self, content: bytes, *, is_all: bool = True) -> bytes:
        """What comes back on a connection of its own until the server closes it, be it in the middle of ``content``.

        ``is_all``: say at once that nothing follows. Who waits for an answer to a request that stands alone does not.
        """
        parts: list[bytes] = []
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)
        with connection, suppress(OSError):
            connection.sendall(content)
            if is_all:
                connection.shutdown(socket.SHUT_WR)
            for part in iter(lambda: connection.recv(65536), b""):
                parts.append(part)  # one by one, so that what came before an end like this is kept
        return b"".join(parts)

    def stop(self, how: signal.Signals) -> tuple[int, str]:
        """Stop the program and return its exit code and all it said."""
        self.process.send_signal(how)
        said, _ = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, said

    def _is_ready(self) -> bool:
        assert self.process.poll() is None, self.process.communicate()[0]
        try:
            return self.ask(f"{self.base}healthz").status == 200
        except OSError:
            return False
