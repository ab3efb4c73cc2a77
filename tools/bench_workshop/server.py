"""The program under test, which can be killed and started again on the same port."""

from __future__ import annotations

import asyncio
import os
import resource
import secrets
import signal
import subprocess
import sysconfig
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

import psutil  # type: ignore[import-untyped] # it carries no types

from tools.bench.processes import free_port

from .line import Line

if TYPE_CHECKING:
    from subprocess import Popen

READY = 120  # seconds: notebooks may have to be run first
_PATIENTBOOK = Path(sysconfig.get_path("scripts")) / "patientbook"


class Server:
    """`patientbook serve --workshops` of the guide in ``root``. What it says goes into a file in ``folder``."""

    def __init__(self, root: Path, database: str, folder: Path, *, room_size: int) -> None:
        self.port = free_port()
        self.token = secrets.token_hex(16)
        self._said = folder / "said"
        held = ("--workshops", "--database", database, "--room-size", str(room_size))
        self._command: list[str | Path] = [_PATIENTBOOK, "serve", root, "--port", str(self.port), *held]
        self._environment = os.environ | {"JUPYTER_TOKEN": self.token, "JUPYTER_RUNTIME_DIR": str(folder)}
        self._process: Popen[bytes] | None = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._process:
            self._process.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(5)
            self.kill()

    async def start(self) -> None:
        """Start it, and return when it answers."""
        with self._said.open("ab") as said:
            self._process = subprocess.Popen(  # noqa: ASYNC220 - nothing else is measured meanwhile
                self._command, stdin=subprocess.DEVNULL, stdout=said, stderr=said, env=self._environment
            )
        async with asyncio.timeout(READY):
            while not await self._answers():
                if self._process.poll() is not None:
                    raise RuntimeError(self.said())
                await asyncio.sleep(0.05)

    def kill(self) -> None:
        """Kill it in the middle of whatever it does."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    def said(self) -> str:
        """All that it has said."""
        return self._said.read_text(encoding="utf-8", errors="replace")

    @property
    def processor_seconds(self) -> float:
        """What it has used of the processor since it was started."""
        assert self._process  # noqa: S101 - it runs
        used = psutil.Process(self._process.pid).cpu_times()
        return float(used.user + used.system)

    async def _answers(self) -> bool:
        try:
            line = await Line().open(self.port)
            reply = await line.ask("GET", "/join")
            line.cut()
        except OSError:
            return False
        return reply.status == 200  # noqa: PLR2004 - HTTP's


def allow_many_connections() -> None:
    """Let this process, and what it starts, have as many connections as the system allows it."""
    _, highest = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (highest, highest))
