"""Files that are too large to be read on a phone or over a slow line."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from patientbook.reading.root import GUIDE_FILE
from patientbook.reading.rules import START, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from patientbook.problems import Problem

    from .subject import Subject

MOST_BYTES = 2_000_000  # a whole chapter with its pictures should not be heavier
LARGE_FILE = Rule(
    "large-file",
    "A file is too large for readers on a phone or on a slow line.",
    "Save it smaller, for example at 1,600 pixels across.",
)
_PICTURES = frozenset({".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"})


def large_file(subject: Subject) -> Iterator[Problem]:
    """Pictures among the content that are larger than two megabytes."""
    root = subject.guide.root
    for path in sorted((root / GUIDE_FILE.parent).rglob("*")):
        if path.suffix.lower() in _PICTURES and path.is_file() and path.stat().st_size > MOST_BYTES:
            file = PurePosixPath(path.relative_to(root).as_posix())
            megabytes = path.stat().st_size / 1_000_000
            yield LARGE_FILE.broken(file, START, f"The picture has {megabytes:.0f} MB; at most 2 are carried well.")
