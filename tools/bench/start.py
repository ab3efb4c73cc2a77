"""How long an author and a server wait: from the command to the first page, and to finished pages."""

from __future__ import annotations

import sys
import urllib.request
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from .large import CHAPTERS, HALF, make_large
from .preview import seconds_to_preview
from .problems import BenchError
from .processes import running
from .servers import ours, patientbook
from .subject import edit

if TYPE_CHECKING:
    from pathlib import Path

    from .subject import Subject

LONGEST = 120  # seconds for one program


@dataclass(frozen=True)
class StartFigures:
    """Seconds; the first two are medians of runs that took turns, the last is one of runs in a row."""

    to_first_page: float
    to_import_voila: float
    first_start: float
    build: float
    build_after_edit: float
    check: float
    book: float
    preview: float
    check_large: float
    check_half: float


def measure_start(subject: Subject, folder: Path, cache: Path, times: int) -> StartFigures:
    """Start our app with the empty ``cache``, then from it; build from nothing and after an edit; check; preview; book.

    Raises:
        BenchError: a program failed or took too long.
    """
    first_start = _seconds_to_first_page(subject, cache)
    starts, imports = [], []
    for _ in range(times):
        starts.append(_seconds_to_first_page(subject, cache, is_warm=True))
        imports.append(_seconds_of("Python", [sys.executable, "-c", "import voila.app"], folder))
    command = patientbook("build", subject.root, "--cache", folder / "built")
    build = _seconds_of("patientbook build", command, subject.root)
    previews = [seconds_to_preview(subject, cache) for _ in range(times)]
    edit(subject)
    again = _seconds_of("patientbook build", command, subject.root)
    check = patientbook("check", subject.root)
    checks = [_seconds_of("patientbook check", check, subject.root) for _ in range(times)]
    book = patientbook("export", "pdf", "--root", subject.root, "--out", folder / "book.pdf")
    books = [_seconds_of("patientbook export pdf", book, subject.root) for _ in range(times)]
    typical = [median(each) for each in (checks, books, previews)]
    typical += [_seconds_to_check(make_large(folder / f"large-{count}", count), times) for count in (CHAPTERS, HALF)]
    return StartFigures(median(starts), median(imports), first_start, build, again, *typical)


def _seconds_to_first_page(subject: Subject, cache: Path, *, is_warm: bool = False) -> float:
    begun = perf_counter()
    with ours(subject, cache) as server, urllib.request.urlopen(server.page, timeout=30) as answer:  # noqa: S310 - our own http address
        answer.read()
        taken = perf_counter() - begun
        if is_warm and server.program.heard[1:]:
            raise BenchError(f"The cache was not warm; has a file of the program changed? {server.program.heard}")
        return taken


def _seconds_to_check(guide: Path, times: int) -> float:
    command = patientbook("check", guide)
    return median(_seconds_of("patientbook check", command, guide) for _ in range(times))


def _seconds_of(name: str, command: list[str | Path], folder: Path) -> float:
    begun = perf_counter()
    with running(name, command, folder) as program:
        code = program.wait(LONGEST)
        taken = perf_counter() - begun
        if code:
            raise BenchError(f"{name} ended with {code}. It said: {program.said()}")
        return taken
