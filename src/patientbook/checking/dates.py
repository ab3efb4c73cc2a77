"""Dates of a chapter: written, then reviewed, then reviewed again in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from patientbook.problems import Severity
from patientbook.reading.rules import START, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from patientbook.problems import Problem

    from .subject import Subject

REVIEW_DATE = Rule(
    "review-date",
    "The dates in a front matter are not in order: written, reviewed, next review.",
    "Correct the date that is wrong.",
)
REVIEW_DUE = Rule(
    "review-due",
    "The day of a chapter's next review has passed.",
    "Read the chapter again with its sources, then set 'next_review:' anew.",
    Severity.WARNING,
)
REVIEWED_BY_NOBODY = Rule(
    "reviewed-by-nobody",
    "A chapter says when it was reviewed but not by whom, or the other way round.",
    "Write both 'reviewed:' and 'reviewed_by:', or neither.",
)


def review_date(subject: Subject) -> Iterator[Problem]:
    """Reviews before the chapter was written, and next reviews before the last one."""
    for chapter in subject.chapters:
        if chapter.chapter is None:
            continue
        front = chapter.chapter.front
        pairs = (
            ("reviewed", front.reviewed, "written", front.written),
            ("next_review", front.next_review, "written", front.written),
            ("next_review", front.next_review, "reviewed", front.reviewed),
        )
        for key, day, earlier, other in pairs:
            if day and other and day < other:
                place = chapter.front.place((key,)) if chapter.front else START
                what = f"'{key}' ({day}) is before '{earlier}' ({other})."
                yield REVIEW_DATE.broken(chapter.file, place, what)
                break


def review_due(subject: Subject) -> Iterator[Problem]:
    """Chapters whose next review is past."""
    for chapter in subject.chapters:
        if chapter.chapter and chapter.chapter.front.next_review < subject.today:
            place = chapter.front.place(("next_review",)) if chapter.front else START
            what = f"The review of this chapter was due on {chapter.chapter.front.next_review}."
            yield REVIEW_DUE.broken(chapter.file, place, what)


def reviewed_by_nobody(subject: Subject) -> Iterator[Problem]:
    """Chapters with a day of review but no reviewer, or with a reviewer but no day."""
    for chapter in subject.chapters:
        if chapter.chapter is None:
            continue
        front = chapter.chapter.front
        if bool(front.reviewed) != bool(front.reviewed_by):
            there, missing = ("reviewed", "reviewed_by") if front.reviewed else ("reviewed_by", "reviewed")
            place = chapter.front.key_place((there,)) if chapter.front else START
            yield REVIEWED_BY_NOBODY.broken(chapter.file, place, f"There is '{there}:' but no '{missing}:'.")
