"""Lines that know where they come from: what a composed file is made of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from patientbook.reading.origins import Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import PurePosixPath


@dataclass(frozen=True)
class Line:
    """A line of a composed file: ``number`` of ``file`` (counted from 1), moved to the right by ``shift`` columns."""

    text: str
    file: PurePosixPath
    number: int
    shift: int = 0

    def moved(self, lead: str, cut: int) -> Line:
        """The line with ``lead`` in place of its first ``cut`` columns; a blank line stays as it is."""
        if not self.text.strip():
            return self
        blanks = min(cut, len(self.text) - len(self.text.lstrip(" "))) if not lead.strip() else cut
        return replace(self, text=lead + self.text[blanks:], shift=self.shift + len(lead) - blanks)


Lines = tuple[Line, ...]


def lines_of(text: str, file: PurePosixPath) -> Lines:
    """The lines of a file's text, which has Unix line ends."""
    return tuple(Line(line, file, number) for number, line in enumerate(text.split("\n"), 1))


def text_of(lines: Iterable[Line]) -> str:
    """The text that the lines make."""
    return "\n".join(line.text for line in lines)


def with_texts(lines: Lines, text: str) -> Lines:
    """The same lines with the lines of ``text``, which has as many."""
    return tuple(replace(line, text=new) for line, new in zip(lines, text.split("\n"), strict=True))


def spliced(lines: Lines, changes: Iterable[tuple[int, int, Sequence[Line]]]) -> Lines:
    """``lines`` with each ``(start, end, new)`` put in place of what stands from start up to end.

    What is only added at a place stands before what is replaced there, and of two additions the first stands first.
    """
    made = list(lines)
    ordered = sorted(enumerate(changes), key=lambda one: (one[1][0], one[1][1] > one[1][0], one[0]), reverse=True)
    for _, (start, end, new) in ordered:
        made[start:end] = new
    return tuple(made)


def runs_of(lines: Iterable[Line]) -> tuple[Run, ...]:
    """Where the lines come from, in runs."""
    runs: list[Run] = []
    before: Line | None = None
    for number, line in enumerate(lines, 1):
        follows = before and (before.file, before.number + 1, before.shift) == (line.file, line.number, line.shift)
        if not follows:
            runs.append(Run(number, line.file.as_posix(), line.number, line.shift))
        before = line
    return tuple(runs)
