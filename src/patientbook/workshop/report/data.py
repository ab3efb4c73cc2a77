"""What `report.json` holds, and reading it back: the way from a workshop to the evaluation notebook.

Errors, all `PatientbookError`: `NoReportError` says in words what was chosen instead, and what to choose.
"""

from __future__ import annotations

import json
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from patientbook.problems import PatientbookError

from .as_json import REPORT_FORMAT

_WHAT_TO_DO = "Open the report of your room, choose “As data (JSON)”, and load that file."


class NoReportError(PatientbookError):
    """A file is not the data of a report that can be shown here."""


class _Data(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True)


class CountData(_Data):
    """How many of ``of``; ``count`` is null where the number is hidden and lies from ``low`` to ``high``."""

    count: int | None
    low: int
    high: int
    of: int

    @property
    def in_words(self) -> str:
        """`18 of 24`, the range of a hidden number, or `hidden` where nothing is known of it."""
        if self.count is not None:
            return f"{self.count} of {self.of}"
        if (self.low, self.high) == (0, self.of):
            return f"hidden, of {self.of}"
        return f"{self.low} to {self.high} of {self.of}"


class GroupData(CountData):
    """People who gave the same answer, or had the same part right."""

    id: str
    text: str
    is_right: bool | None


class VoteData(_Data):
    """One vote on one question."""

    round: int
    answered: int | None
    groups: list[GroupData]
    parts: list[GroupData]
    right: CountData | None
    sure_but_wrong: CountData | None


class AskedData(_Data):
    """A question that was asked live."""

    step: str
    question: str
    stem: str
    section: str
    votes: list[VoteData]


class ComparedData(_Data):
    """A question of the checks."""

    question: str
    stem: str
    before: CountData
    after: CountData


class GainData(_Data):
    """The normalised gain."""

    low: float | None
    high: float | None
    bands: list[Literal["low", "medium", "high"]]
    why_none: str | None
    words: str


class LearningData(_Data):
    """Before and after, of the same people."""

    people: int
    questions: list[ComparedData]
    before: CountData
    after: CountData
    gain: GainData


class LaterData(_Data):
    """The follow-up."""

    people: int
    before: CountData | None
    after: CountData | None
    later: CountData


class ReportData(_Data):
    """All of `report.json`; docs/workshop-report.md says what each part is."""

    format: int
    guide: str
    language: str
    title: str
    day: str
    chapters: list[dict[str, str]]
    people: int | None
    hidden_under: int
    learning: LearningData | None
    why_no_learning: str | None
    later: LaterData | None
    questions: list[AskedData]
    source: str


def report_from_json(content: bytes) -> ReportData:
    """The report in a file, checked from end to end.

    Raises:
        NoReportError: it is something else, or damaged, or of a newer version.
    """
    try:
        read: Any = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise NoReportError(_no_json(content)) from error
    if not isinstance(read, dict) or not {"learning", "questions"} <= read.keys():
        what = "the plan of a workshop, and not its report" if _is_plan(read) else "not the report of a workshop"
        raise NoReportError(f"This file is {what}. {_WHAT_TO_DO}")
    version = read.get("format")
    if isinstance(version, int) and version > REPORT_FORMAT:
        raise NoReportError(
            "This report was made by a newer version of the program. Update the program that you use here, or open the "
            "report in the other one."
        )
    try:
        return ReportData.model_validate(read)
    except ValidationError as error:
        raise NoReportError(f"This report is damaged, or somebody has changed it. {_WHAT_TO_DO}") from error


def _is_plan(read: object) -> bool:
    return isinstance(read, dict) and "steps" in read


def _no_json(content: bytes) -> str:
    if not content.strip():
        return f"This file is empty. {_WHAT_TO_DO}"
    kind = "the report as a PDF" if content.startswith(b"%PDF") else "not the data of a report"
    return f"This file is {kind}. {_WHAT_TO_DO}"
