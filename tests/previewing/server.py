"""A preview served by the real program, and what it tells an open page."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
from typing import TYPE_CHECKING, Any, Self

from tests.app.server import FOREIGN, PATIENCE, eventually, free_port
from tests.guides import PATIENTBOOK

if TYPE_CHECKING:
    from pathlib import Path


class PreviewServer:
    """The program, ready to answer; stopped when the block ends."""

    def __init__(self, root: Path) -> None:
        self.port = free_port()
        kept = {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)}
        self.process = subprocess.Popen(
            [PATIENTBOOK, "preview", str(root), "--port", str(self.port)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=kept,
        )

    def __enter__(self) -> Self:
        eventually("the preview answers", self._is_ready)
        self._stream = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        self._stream.request("GET", "/preview.events")
        self._events = self._stream.getresponse()
        return self

    def __exit__(self, *_: object) -> None:
        with self.process:
            if self.process.poll() is None:
                self.stop()
            self.process.kill()
        self._events.close()
        self._stream.close()

    def next_state(self) -> dict[str, Any]:
        """What an open page is told next."""
        while not (line := self._events.readline()).startswith(b"data: "):
            assert line, "the stream ended"
        state: dict[str, Any] = json.loads(line.removeprefix(b"data: "))
        return state

    def ask(self, path: str) -> tuple[int, str]:
        """Status and text of a page."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", path)
            reply = connection.getresponse()
            return reply.status, reply.read().decode()
        finally:
            connection.close()

    def stop(self) -> tuple[int, str]:
        """Press Ctrl-C; the exit code and all that was said."""
        self.process.send_signal(signal.SIGINT)
        said, _ = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, said

    def _is_ready(self) -> bool:
        assert self.process.poll() is None, self.process.communicate()[0]
        try:
            return self.ask("/healthz")[0] == 200
        except OSError:
            return False
