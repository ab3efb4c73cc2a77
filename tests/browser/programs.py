"""Servers that the tests start. Each is ready when it says so, and is stopped with everything it started."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from time import monotonic

import psutil

SCRIPTS = Path(sys.executable).parent
READY = 120  # seconds that a server may take to start on a busy machine
GRACE = 10  # seconds between asking a server to stop and stopping it


class Program:
    """A running program. ``pid`` is that of its first process."""

    def __init__(self, command: list[str | Path], folder: Path, environment: dict[str, str] | None = None) -> None:
        self._popen = subprocess.Popen(
            [str(part) for part in command],
            cwd=folder,
            env=os.environ | (environment or {}),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
        )
        self.pid = self._popen.pid
        self._lines: Queue[str | None] = Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def wait_for(self, words: str) -> str:
        """The next line with ``words`` in it; AssertionError when the program ends or stays silent instead."""
        until, said = monotonic() + READY, ""
        while (left := until - monotonic()) > 0:
            with suppress(Empty):
                line = self._lines.get(timeout=left)
                if line is None:
                    break
                if words in line:
                    return line
                said += line
        raise AssertionError(f"It did not say '{words}'. It said:\n{said}")

    def kernels(self) -> list[psutil.Process]:
        """The kernels among what it started."""
        return [each for each in self._children() if "ipykernel_launcher" in " ".join(each.cmdline())]

    def stop(self) -> None:
        """Stop it and everything it started."""
        children = self._children()
        with suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGTERM)
        try:
            self._popen.wait(GRACE)
        except subprocess.TimeoutExpired:
            self._popen.kill()
            self._popen.wait()
        for each in children:
            with suppress(psutil.NoSuchProcess):
                each.kill()
        psutil.wait_procs(children, timeout=GRACE)
        self._reader.join(GRACE)

    def _children(self) -> list[psutil.Process]:
        with suppress(psutil.NoSuchProcess):
            return psutil.Process(self.pid).children(recursive=True)
        return []

    def _read(self) -> None:
        assert self._popen.stdout is not None
        with self._popen.stdout as said:
            for line in said:
                self._lines.put(line)
        self._lines.put(None)


def free_port() -> int:
    """A port of this machine that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
