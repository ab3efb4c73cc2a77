"""Where the lines of a composed guide come from, so that every problem is told where somebody can mend it.

A folder that an edition was composed into has `.origins.json` beside `content/`; all other guides have none, and then
nothing here changes a problem. The format: `edition` (its name), `files` (by composed file the runs of lines that
follow one another in one file: first line there, file, first line in it, columns moved to the right), and `problems`
(what composing found, as the fields of `Problem`).
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

from patientbook.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

ORIGINS_FILE = ".origins.json"
# What the guide has and the edition does not use is no mistake of either.
_ONLY_IN_GUIDE = frozenset({"unused-term", "unused-quiz", "unused-source", "unused-figure", "unused-survival"})
_PLACE = re.compile(r"(?<![\w/.-])(content/[^\s:]+):(\d+)")


class Run(NamedTuple):
    """Lines of a composed file that follow one another in ``file`` too. Lines count from 1."""

    first: int
    file: str
    line: int
    shift: int


@dataclass(frozen=True)
class Origins:
    """Where the lines of each composed file come from; ``problems`` are those of composing itself."""

    edition: str
    files: Mapping[str, tuple[Run, ...]]
    problems: tuple[Problem, ...] = ()

    def told(self, problems: Iterable[Problem]) -> list[Problem]:
        """The problems of the composed guide at the places they come from, and those of composing, sorted."""
        if not self.edition:
            return list(problems)
        moved = (self._moved(problem) for problem in problems)
        kept = [one for one in moved if self._is_own(one) or one.rule not in _ONLY_IN_GUIDE]
        return sorted({*self.problems, *kept})

    def _is_own(self, problem: Problem) -> bool:
        return problem.file.parts[:1] == ("editions",)

    def _moved(self, problem: Problem) -> Problem:
        file, line, shift = self._place(problem.file.as_posix(), problem.line)
        way_out = _PLACE.sub(lambda match: "{}:{}".format(*self._place(match[1], int(match[2]))), problem.way_out)
        moved = replace(
            problem, file=PurePosixPath(file), line=line, column=max(1, problem.column - shift), way_out=way_out
        )
        if self._is_own(moved) or problem.severity is not Severity.ERROR:
            return moved
        why = f"It may come from what the edition '{self.edition}' leaves out or replaces: then change it there."
        return replace(moved, way_out=f"{way_out} {why}".strip())

    def _place(self, file: str, line: int) -> tuple[str, int, int]:
        run = next((run for run in reversed(self.files.get(file, ())) if run.first <= line), None)
        return (run.file, run.line + line - run.first, run.shift) if run else (file, line, 0)


NO_ORIGINS = Origins("", {})


def read_origins(root: Path) -> Origins:
    """The origins of the guide in ``root``; none when it is no composed one."""
    try:
        data = json.loads((root / ORIGINS_FILE).read_text(encoding="utf-8"))
        files = {file: tuple(Run(*run) for run in runs) for file, runs in data["files"].items()}
        return Origins(data["edition"], files, tuple(_problem(one) for one in data["problems"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return NO_ORIGINS


def written_origins(origins: Origins) -> bytes:
    """The file that ``read_origins`` reads."""
    problems = [{**asdict(one), "file": one.file.as_posix()} for one in origins.problems]
    data = {"edition": origins.edition, "files": origins.files, "problems": problems}
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def _problem(fields: Mapping[str, Any]) -> Problem:
    severity = Severity(fields["severity"])
    return Problem(**{**fields, "file": PurePosixPath(fields["file"]), "severity": severity})
