"""How long an author waits for a saved sentence to be on the preview's page."""

from __future__ import annotations

import json
import urllib.request
from time import perf_counter
from typing import TYPE_CHECKING

from .processes import free_port, running, wait_until_calm
from .servers import READY, patientbook
from .subject import CHAPTER, edit

if TYPE_CHECKING:
    from http.client import HTTPResponse
    from pathlib import Path

    from .subject import Subject

LONGEST = 30  # seconds


def seconds_to_preview(subject: Subject, cache: Path) -> float:
    """Seconds from saving a sentence to the last byte of the page that has it, as an open page fetches it.

    Raises:
        BenchError: the preview does not start.
    """
    port = free_port()
    command = patientbook("preview", subject.root, "--port", str(port), "--cache", cache)
    address = f"http://127.0.0.1:{port}/"
    with running("patientbook preview", command, subject.root) as program:
        program.wait_for("The guide is open at", READY)
        with urllib.request.urlopen(f"{address}preview.events", timeout=LONGEST) as events:  # noqa: S310 - our own http address
            _next_state(events)
            wait_until_calm(program.pid)
            before = subject.chapter.read_text(encoding="utf-8")
            edit(subject)
            begun = perf_counter()
            _next_state(events)
            with urllib.request.urlopen(f"{address}{CHAPTER}.html", timeout=LONGEST) as page:  # noqa: S310 - as above
                page.read()
            taken = perf_counter() - begun
            subject.chapter.write_text(before, encoding="utf-8")
            return taken


def _next_state(events: HTTPResponse) -> object:
    while not (line := events.readline()).startswith(b"data: "):
        pass
    return json.loads(line.removeprefix(b"data: "))
