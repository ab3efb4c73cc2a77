"""The program that makes downloads, started beside the app: what it says is heard here, and it ends with the app."""

from __future__ import annotations

import json
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING

from patientbook.exports.press import command

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from patientbook.pages.workplace import Workplace

_PATIENCE = 2  # seconds that it has to end in order


@dataclass(frozen=True)
class Said:
    """What was said of one download, or of all where ``path`` is None; ``why`` it could not be made, or None."""

    path: str | None
    why: str | None


class Press:
    """One run of the program for the downloads of one guide."""

    def __init__(self, hear: Callable[[Said | None], None], place: Workplace, digest: str, folder: Path) -> None:
        """``hear`` is called from a thread with all that is said, and at the end with None.

        Raises:
            OSError: the machine can start no program.
        """
        self._hear = hear
        self._program = subprocess.Popen(  # noqa: S603 - our own program
            command(place, digest, folder), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        Thread(target=self._listen, daemon=True).start()

    def stop(self, *, is_end: bool) -> None:
        """Let it end in order: it leaves no half file. ``is_end``: the app ends, so there is little time for it."""
        if self._program.poll() is None:
            self._program.terminate()
            if is_end:
                try:
                    self._program.wait(_PATIENCE)
                except subprocess.TimeoutExpired:
                    self._program.kill()

    def _listen(self) -> None:
        program = self._program
        for line in program.stdout or ():
            with suppress(ValueError, TypeError, KeyError):
                said = json.loads(line)
                self._hear(Said(said["path"], said["why"]))
        trouble = program.stderr.read().decode(errors="replace").strip() if program.stderr else ""
        if program.wait() and trouble:
            self._hear(Said(None, trouble.splitlines()[-1]))
        self._hear(None)
