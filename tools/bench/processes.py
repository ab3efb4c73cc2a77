"""Programs that a measurement starts: their lines are read as they come, and each is stopped with all its children."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import threading
from collections import deque
from contextlib import contextmanager, suppress
from queue import Empty, Queue
from time import monotonic, sleep
from typing import TYPE_CHECKING

import psutil  # type: ignore[import-untyped] # it carries no types

from .problems import BenchError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

GRACE = 5  # seconds between asking a program to stop and stopping it
LOOK, IDLE, CALM_BY = 0.25, 0.15, 60  # seconds between two looks; share of one core that idle programs use; seconds


class Program:
    """A running program, and what it says on either output; ``heard`` are the lines that somebody waited through."""

    def __init__(self, name: str, popen: subprocess.Popen[str]) -> None:
        self.name = name
        self.pid = popen.pid
        self._popen = popen
        self._lines: Queue[str | None] = Queue()
        self._last: deque[str] = deque(maxlen=5)
        self.heard: list[str] = []
        threading.Thread(target=self._read, daemon=True).start()

    def wait_for(self, words: str, seconds: float) -> None:
        """Return once the program says a line with ``words`` in it; each line is heard once.

        Raises:
            BenchError: it ended, or did not say so in time.
        """
        until = monotonic() + seconds
        while (left := until - monotonic()) > 0:
            try:
                line = self._lines.get(timeout=left)
            except Empty:
                break
            if line is None:
                raise BenchError(f"{self.name} ended by itself. It last said: {' / '.join(self._last)}")
            self.heard.append(line)
            if words in line:
                return
        raise BenchError(f"{self.name} did not say “{words}” in {seconds:g} s. It last said: {' / '.join(self._last)}")

    def wait(self, seconds: float) -> int:
        """The exit code, once the program has ended by itself.

        Raises:
            BenchError: it ran for too long.
        """
        try:
            return self._popen.wait(seconds)
        except subprocess.TimeoutExpired as error:
            raise BenchError(f"{self.name} was not done in {seconds:g} s.") from error

    def said(self) -> str:
        """Everything it has said that nobody waited for; to be asked once it has ended."""
        return "\n".join(iter(self._lines.get, None))

    def _read(self) -> None:
        assert self._popen.stdout is not None  # noqa: S101 - it was started with a pipe
        with self._popen.stdout as said:
            for line in said:
                self._last.append(line.strip())
                self._lines.put(line.rstrip("\n"))
        self._lines.put(None)


@contextmanager
def running(
    name: str, command: Sequence[str | Path], folder: Path, environment: Mapping[str, str] | None = None
) -> Iterator[Program]:
    """Start a program in a process group of its own; at the end it and its children are gone."""
    popen = subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | (environment or {}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    )
    try:
        yield Program(name, popen)
    finally:
        stop_with_children(popen.pid)
        popen.wait()


def family(pid: int) -> list[psutil.Process]:
    """A process and all it started, also in process groups of their own, as kernels are; empty when it has gone."""
    try:
        parent = psutil.Process(pid)
        return [parent, *parent.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def processor_seconds(pid: int) -> float:
    """What a process and its children, those that run, have used of the processor."""
    used = 0.0
    for each in family(pid):
        with suppress(psutil.NoSuchProcess):
            times = each.cpu_times()
            used += times.user + times.system
    return used


def wait_until_calm(pid: int) -> None:
    """Return when a process and its children have all but stopped computing.

    Raises:
        BenchError: they compute on and on.
    """
    until, before = monotonic() + CALM_BY, processor_seconds(pid)
    while monotonic() < until:
        sleep(LOOK)  # nothing tells when a kernel or a browser has become idle but its processor time
        now = processor_seconds(pid)
        if abs(now - before) < LOOK * IDLE:
            return
        before = now
    raise BenchError(f"A program is still computing after {CALM_BY} s, which would disturb what is measured next.")


def stop_with_children(pid: int) -> None:
    """Ask a process group and all children to stop, and stop those that do not; Ctrl-C does nothing meanwhile."""
    with _undisturbed():
        found = family(pid)
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(pid, signal.SIGTERM)
        _stop(found)


def stop_own_children() -> None:
    """Stop whatever this process has started and not stopped yet, as a browser after Ctrl-C."""
    with _undisturbed():
        _stop(family(os.getpid())[1:])


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _stop(found: list[psutil.Process]) -> None:
    for each in found:
        with suppress(psutil.NoSuchProcess):
            each.terminate()
    for each in {late for one in _still_alive(found) for late in (one, *family(one.pid))}:
        with suppress(psutil.NoSuchProcess):
            each.kill()
    _still_alive(found)


def _still_alive(found: list[psutil.Process]) -> list[psutil.Process]:
    """Those that run on after the time of grace. One that has ended and waits to be reaped is gone."""
    until = monotonic() + GRACE
    while (alive := [each for each in found if _is_alive(each)]) and monotonic() < until:
        sleep(0.05)  # a system tells only a parent when a process ends, and most of these are not our children
    return alive


def _is_alive(process: psutil.Process) -> bool:
    try:
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


@contextmanager
def _undisturbed() -> Iterator[None]:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
