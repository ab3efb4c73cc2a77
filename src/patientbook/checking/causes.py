"""One mistake, one problem: what only follows from another mistake is not told as a mistake of its own."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from patientbook.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import PurePosixPath

    from patientbook.problems import Problem

# Where a rule on the left is broken in a file, those on the right say nothing about that file.
_NO_CELLS = {"cell-code", "unknown-call", "cell-slip"}
_NO_TEXT = {"front-matter", "cell-slip", "heading-slip"}
_NO_LINK = {"unknown-term", "dead-link", "link-slip"}
_HIDDEN_BY: dict[str, set[str]] = {
    "missing-call": _NO_CELLS | _NO_TEXT,
    "long-cell": _NO_CELLS | _NO_TEXT,
    "cell-code": {"cell-slip"},
    "raw-html": {"cell-slip"},
    "wrong-lesson": _NO_TEXT,
    "missing-section": _NO_TEXT,
    "missing-steps": _NO_TEXT,
    "heading-skips": _NO_TEXT,
    "section-too-long": _NO_TEXT,
    "title-differs": _NO_TEXT,
    "unlinked-first-use": _NO_LINK | _NO_TEXT,
    "unexplained-first-use": _NO_LINK | _NO_TEXT,
}

# Of problems with one cause, the first of these is told, or else the first by place.
_CAUSES = (
    "missing-file",
    "bad-id",
    "missing-figure",
    "unknown-quiz",
    "title-differs",
    "unlisted-chapter",
    "unlisted-page",
)
_MOST_PLACES = 8


def is_in_the_way(problem: Problem) -> bool:
    """Whether a use of something may be hidden by this, so that nobody can say that it is not used."""
    return problem.severity is Severity.ERROR or problem.rule == "unlisted-chapter"


def without_consequences(problems: Iterable[Problem]) -> list[Problem]:
    """The problems, sorted by place, without those that vanish when another one is mended."""
    told = set(problems)
    broken = {(problem.file, problem.rule) for problem in told}
    lost = {problem.file.as_posix() for problem in told if problem.rule in _NO_TEXT}
    kept = [one for one in told if not _is_hidden(one, broken, lost)]
    alone = [problem for problem in kept if not problem.about]
    together = sorted((problem for problem in kept if problem.about), key=lambda problem: (problem.about, problem))
    groups = [list(group) for _, group in groupby(together, key=lambda problem: problem.about)]
    return sorted({*alone, *(_as_one(group) for group in groups)})


def _is_hidden(problem: Problem, broken: set[tuple[PurePosixPath, str]], lost: set[str]) -> bool:
    file, hash_, _ = problem.about.partition("#")
    if hash_ and file in lost:  # a heading of a text that cannot be read as it is meant
        return True
    return any((problem.file, rule) in broken for rule in _HIDDEN_BY.get(problem.rule, ()))


def _as_one(problems: list[Problem]) -> Problem:
    """The problem that is the cause of the others, which are named as further places."""
    first = min(problems, key=lambda one: (_CAUSES.index(one.rule) if one.rule in _CAUSES else len(_CAUSES), one))
    others = [f"{one.file}:{one.line}" for one in sorted(problems) if (one.file, one.line) != (first.file, first.line)]
    others = list(dict.fromkeys(others))
    if not others:
        return first
    more = f" and {len(others) - _MOST_PLACES} more" if len(others) > _MOST_PLACES else ""
    way_out = f"{first.way_out} The same mistake shows in {', '.join(others[:_MOST_PLACES])}{more}."
    severity = Severity.ERROR if any(one.severity is Severity.ERROR for one in problems) else first.severity
    return replace(first, way_out=way_out, severity=severity)
