"""Rules: each kind of mistake an author can make has an id, a meaning and a way to mend it.

Here are the rules that reading itself finds; `patientbook.checking.rules` adds those that compare files.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from patientbook.problems import Problem, Severity

if TYPE_CHECKING:
    from pathlib import PurePosixPath


@dataclass(frozen=True, order=True)
class Place:
    """A place in a file; both count from 1."""

    line: int
    column: int


START = Place(1, 1)


@dataclass(frozen=True)
class Rule:
    """What one rule id stands for, shown by `patientbook check --rules`."""

    id: str
    meaning: str
    mend: str
    severity: Severity = Severity.ERROR

    def broken(
        self, file: PurePosixPath, place: Place, what: str, way_out: str | None = None, about: str = ""
    ) -> Problem:
        """The problem that this rule is broken at a place; the rule's own way out is used when none is given."""
        return Problem(file, place.line, place.column, self.id, what, way_out or self.mend, self.severity, about)


def _warning(id_: str, meaning: str, mend: str) -> Rule:
    return Rule(id_, meaning, mend, Severity.WARNING)


_FILES = (
    Rule("missing-file", "A file that the guide needs is not there.", "Write the file, or take its name out."),
    Rule("unreadable-file", "A file is there but cannot be opened.", "Check that it is a file you may read."),
    Rule("empty-file", "A file has nothing in it.", "Fill it, or delete it."),
    Rule("not-utf-8", "A file is not saved as UTF-8.", "Save it with the encoding UTF-8."),
    Rule("byte-order-mark", "A file starts with an invisible mark.", "Save it as UTF-8 without a byte order mark."),
    _warning("windows-lines", "A file has Windows line ends.", "Save it with Unix line ends (LF)."),
    Rule("odd-character", "A file has an invisible control character.", "Delete the character."),
    Rule(
        "merge-mark",
        "A file has the marks of an unfinished merge.",
        "Choose one of the two versions; delete the marks.",
    ),
)

_YAML = (
    Rule("yaml-tab", "A line is indented with a tab.", "Indent with spaces."),
    Rule(
        "yaml-quote",
        "A quotation mark is not closed, or closed too early.",
        "Put one mark before and one after the text.",
    ),
    Rule("yaml-colon", "A colon and a space stand inside a text.", "Put the whole text in quotation marks."),
    Rule("yaml-indent", "A line is indented too much or too little.", "Begin it in the column of its neighbours."),
    Rule("yaml-tag", "A value starts with '!', which means something special.", "Put the text in quotation marks."),
    Rule("yaml-alias", "A value starts with '*' or '&', which means something special.", "Put it in quotation marks."),
    Rule("yaml-duplicate-key", "The same key stands twice in one place.", "Rename or delete one of the two."),
    Rule("yaml-too-big", "A file is nested too deeply or repeats itself too often.", "Make it flatter or smaller."),
    Rule("yaml-syntax", "A line is not YAML.", "Compare it with a neighbour that works."),
)

_VALUES = (
    Rule("missing-key", "A key that must be there is missing.", "Add it."),
    Rule("unknown-key", "A key is not known at this place.", "Correct its spelling, or delete it."),
    Rule("empty-text", "A text is empty.", "Write the text, or delete its key."),
    Rule("empty-list", "A list has too few entries.", "Add entries."),
    Rule(
        "bad-id", "An id has other characters than a-z, 0-9 and hyphens.", "Use lower-case letters, digits and hyphens."
    ),
    Rule("bad-pattern", "A text has not the form it must have.", "Write it in the form that is described."),
    Rule("wrong-type", "A value is of another kind than it must be.", "Write a value of the right kind."),
    Rule("wrong-number", "A number is too small, too large, or not a number.", "Write a number that fits."),
    Rule("wrong-date", "A date is not one.", "Write it as '2026-11-23', with the quotation marks."),
    Rule(
        "unquoted-date",
        "A date has no quotation marks; JupyterLab could not save the chapter.",
        "Write it as '2026-11-23'.",
    ),
    Rule("unknown-choice", "A value is not one of those that are allowed.", "Choose one that is."),
    Rule("wrong-value", "A value does not fit.", "Correct it."),
)

_QUESTIONS = (
    Rule("question-has-answer", "A question has no right answer.", "Add 'right: true' to the option that is right."),
    Rule(
        "one-right-answer", "A single-choice question has several right answers.", "Keep one, or write 'type: several'."
    ),
    Rule("duplicate-id", "Two parts of a question have the same id.", "Give each its own id."),
    Rule("same-option-text", "Two answers say the same.", "Reword one of the two, or take it out."),
    Rule(
        "scale-range",
        "The numbers of a scale do not fit together.",
        "Correct the smallest, largest, step or right number.",
    ),
)

_CHAPTERS = (
    Rule("front-matter", "A chapter or page does not start with front matter between two lines '---'.", "Add it."),
    Rule("cell-syntax", "A cell's start cannot be read.", "Compare it with a cell that works."),
    Rule(
        "unlisted-glossary",
        "guide.yaml names a glossary that is not one of its chapters.",
        "List it under 'chapters:'.",
    ),
    Rule("chapter-listed-twice", "guide.yaml lists a chapter twice.", "Delete one of the two."),
    Rule(
        "page-name-taken",
        "guide.yaml lists a page twice, or under a name that something else has.",
        "Delete it from 'pages:', or give the page another name.",
    ),
)

_SOURCES = (
    Rule("bib-syntax", "An entry of sources.bib cannot be read.", "Check its braces and commas."),
    Rule("duplicate-source", "Two sources have the same key.", "Rename or delete one of the two."),
    Rule("duplicate-field", "A source has the same field twice.", "Delete one of the two."),
    Rule("source-without-title", "A source has no title.", "Add 'title = {…}', or describe the source there."),
    _warning("source-without-year", "A source that is no web page has no year.", "Add 'year = {…}'."),
)

READING_RULES: tuple[Rule, ...] = (*_FILES, *_YAML, *_VALUES, *_QUESTIONS, *_CHAPTERS, *_SOURCES)
BY_ID = {rule.id: rule for rule in READING_RULES}
