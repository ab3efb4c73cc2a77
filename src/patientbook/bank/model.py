"""A question with its place in a guide, and what reading a file of questions gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from patientbook.reading.rules import Place, Rule

if TYPE_CHECKING:
    from patientbook_widgets.questions import Question

    from patientbook.problems import Problem

BANK_FILE = PurePosixPath("questions")  # how problems call the file until whoever read it says its name

TABLE_FORM = Rule(
    "table-form", "A table of questions is not in the form that can be read.", "Compare it with an export."
)
GIFT_FORM = Rule("gift-form", "A question is not in Moodle's GIFT format.", "Compare it with an export.")
QUESTION_PLACE = Rule(
    "question-place",
    "A question has no place in the guide: its chapter, quiz, heading or words are not there.",
    "Correct it, or name another one.",
)
QUESTION_TAKEN = Rule(
    "question-taken",
    "A question has an id that the chapter, or the file, has already.",
    "Give it another id, or import with --replace to put it in the place of the one that is there.",
)
BANK_RULES = (TABLE_FORM, GIFT_FORM, QUESTION_PLACE, QUESTION_TAKEN)


@dataclass(frozen=True)
class BankQuestion:
    """A question with the chapter and the quiz that it belongs to; either may be empty in a file from elsewhere.

    ``line`` is where it begins in the file that it was read from, 0 when it was not.
    """

    chapter: str
    quiz: str
    language: str
    question: Question
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class FromFile:
    """The questions that a file holds, and what is wrong with the others."""

    questions: tuple[BankQuestion, ...]
    problems: tuple[Problem, ...]


def told(rule: Rule, line: int, what: str, way_out: str | None = None) -> Problem:
    """A problem at a line of a file of questions."""
    return rule.broken(BANK_FILE, Place(line, 1), what, way_out)
