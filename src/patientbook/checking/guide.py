"""A whole guide checked: everything that is wrong with it, at once."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from patientbook.reading.guide import read_guide

from .causes import is_in_the_way, without_consequences
from .grades import graded_sections
from .rules import CHECKS
from .subject import Subject

if TYPE_CHECKING:
    from pathlib import Path

    from patientbook.problems import Problem
    from patientbook.reading.guide import Reading

    from .grades import GradedSection


def check_guide(root: Path, today: date | None = None) -> list[Problem]:
    """Every problem of the guide in ``root``, sorted by place; ``today`` decides which reviews are due."""
    return check_reading(read_guide(root), today)


def check_reading(reading: Reading, today: date | None = None) -> list[Problem]:
    """The problems of a guide that was read already, with those that reading found, sorted by place."""
    problems = set(reading.problems)
    if reading.guide:
        day = today or datetime.now(UTC).date()
        for content in reading.guide.languages.values():
            subject = Subject(reading, reading.guide, content, day)
            for check in CHECKS:
                if not check.needs_all:
                    problems.update(check.find(subject))
            if not any(is_in_the_way(problem) for problem in problems):
                for check in CHECKS:
                    if check.needs_all:
                        problems.update(check.find(subject))
    return reading.origins.told(without_consequences(problems))


def grades_of(reading: Reading) -> list[GradedSection]:
    """The reading grade of every section of a guide that was read; empty for languages without a formula."""
    day = datetime.now(UTC).date()
    guide = reading.guide
    subjects = [Subject(reading, guide, content, day) for content in guide.languages.values()] if guide else []
    return [section for subject in subjects for section in graded_sections(subject)]
