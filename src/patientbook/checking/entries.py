"""Quizzes and questions as they are written, broken or not, with the place of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from patientbook.problems import Problem
    from patientbook.reading.places import Document, Path
    from patientbook.reading.rules import Rule


@dataclass(frozen=True)
class Entry:
    """An entry of a YAML file as it is written, broken or not: a quiz or a question, with its path and its id."""

    document: Document
    path: tuple[str | int, ...]
    id: str
    keys: dict[str, object]

    def broken(self, rule: Rule, what: str, way_out: str | None = None, at: Path = ("id",), about: str = "") -> Problem:
        """The problem that ``rule`` is broken at a key of this entry."""
        return rule.broken(self.document.file, self.document.place((*self.path, *at)), what, way_out, about)


def entries_of(document: Document | None, path: tuple[str | int, ...]) -> Iterator[Entry]:
    """The entries of the list at ``path``."""
    found = document.value(path) if document else None
    if document and isinstance(found, list):
        for index, keys in enumerate(found):
            if isinstance(keys, dict):
                yield Entry(document, (*path, index), str(keys.get("id", "")), dict(keys))
