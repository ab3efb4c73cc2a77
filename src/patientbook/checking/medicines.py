"""Medicines: what is said about one has a source. How their names end, the guide says in `words.yaml`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from patientbook.problems import Severity
from patientbook.reading.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from patientbook.problems import Problem

    from .chapter import Section
    from .subject import Subject

# A warning: a question to ask may name a medicine and needs no source, and only a person can tell.
MEDICINE_WITHOUT_SOURCE = Rule(
    "medicine-without-source",
    "A section names a medicine and cites no source, and no section of the chapter that names it does.",
    "Add a citation such as [@key] to what is said about it.",
    Severity.WARNING,
)


def medicine_without_source(subject: Subject) -> Iterator[Problem]:
    """The first use of each medicine in a chapter where no section that names it cites a source."""
    if not subject.content.medicines:
        return
    ends = "|".join(map(re.escape, subject.content.medicines))
    pattern = re.compile(rf"(?<![\w-])[^\W\d_]{{3,20}}(?:{ends})\b", re.IGNORECASE)
    for chapter in subject.chapters:
        sourced = {name for section in chapter.sections if _cites(section) for name in _medicines(section, pattern)}
        told: set[str] = set()
        for section in chapter.sections:
            for name, problem in _medicines(section, pattern).items():
                if name not in sourced | told:
                    told.add(name)
                    yield problem


def _cites(section: Section) -> bool:
    return any(span.kind == "citation" for passage in section.passages for span in passage.block.spans)


def _medicines(section: Section, pattern: re.Pattern[str]) -> dict[str, Problem]:
    """The medicines that a section names, with the problem if nothing is cited."""
    found: dict[str, Problem] = {}
    for passage in section.passages:
        for match in pattern.finditer(passage.block.prose) if passage.is_prose else ():
            what = f"'{match[0]}' stands in this chapter without a source."
            place = passage.place(match.start())
            found.setdefault(match[0].lower(), MEDICINE_WITHOUT_SOURCE.broken(passage.text.file, place, what))
    return found
