"""A problem in the content, told to its author with place and way out.

The exceptions of the engine::

    PatientbookError          something a person can mend; its text is one clear line, shown without a traceback
    ├── ContentError          the content has errors; carries every Problem
    ├── HandEditedError       a built notebook was edited by hand and would be overwritten
    └── ServeError            the app cannot start (port taken, folder not readable, …)
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import PurePosixPath


class Severity(StrEnum):
    """How bad a problem is: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong at one place.

    ``file`` is relative to the guide's folder, with forward slashes; ``line`` and ``column`` count from 1.
    ``what`` and ``way_out`` are whole sentences. Problems with the same ``about`` have one cause and are told as one.
    ``detail`` has further lines, such as a difference between two texts; few problems have any.
    """

    file: PurePosixPath
    line: int
    column: int
    rule: str
    what: str
    way_out: str
    severity: Severity = field(default=Severity.ERROR, compare=False)
    about: str = field(default="", compare=False, repr=False)
    detail: str = field(default="", compare=False, repr=False)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column} [{self.rule}] {self.what} {self.way_out}".rstrip()


class PatientbookError(Exception):
    """Something a person can mend; the message is the whole explanation."""


class ContentError(PatientbookError):
    """The content has errors; ``problems`` holds them all, sorted by place."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class HandEditedError(PatientbookError):
    """A built notebook was edited by hand."""


class ServeError(PatientbookError):
    """The app cannot start."""
