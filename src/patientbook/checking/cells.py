"""Code cells: one readable line each, that calls what there is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from patientbook.problems import Severity
from patientbook.reading.rules import START, Place, Rule
from patientbook.reading.value_words import did_you_mean

from .calls import parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from patientbook.problems import Problem

    from .calls import Call
    from .subject import Subject

CELL_CODE = Rule("cell-code", "A code cell is not Python.", "Compare it with a cell that works.")
UNKNOWN_CALL = Rule(
    "unknown-call",
    "A cell calls something on `lesson` that there is not, or calls it in another way.",
    'Write it as in lesson.quiz("name") or lesson.opening().',
)
WRONG_LESSON = Rule(
    "wrong-lesson",
    "A chapter does not open its own lesson before it uses it.",
    "Write a cell with open_lesson and the name of this chapter before the others.",
)
MISSING_CALL = Rule(
    "missing-call",
    "A chapter has no cell for its opening, the pop-ups of its terms, or its list of sources.",
    "Add the cell.",
    Severity.WARNING,
)
LONG_CELL = Rule(
    "long-cell",
    "A code cell that uses the lesson has more than one line.",
    "Make a cell of each line, so that authors can read and move it.",
    Severity.WARNING,
)

# What a lesson can show, and how many names each takes.
METHODS = {"opening": 0, "glossary": 0, "figure": 1, "quiz": 1, "survival": 1, "term_list": 0, "sources": 0}


_NOT_CALLED = re.compile(r"\s*lesson\.(\w+)\s*$")


def cell_code(subject: Subject) -> Iterator[Problem]:
    """Code cells that Python cannot read."""
    for chapter in subject.chapters:
        for cell in chapter.cells:
            wrong = parsed(cell) if cell.kind == "code" else None
            if isinstance(wrong, SyntaxError):
                lines = cell.source.split("\n")
                line = min(max(wrong.lineno or 1, 1), len(lines))
                place = Place(cell.line + line - 1, max(wrong.offset or 1, 1))
                what = f"The cell is not Python ({wrong.msg or 'no reason given'})."
                yield CELL_CODE.broken(chapter.file, place, what, _way_out(cell.source))


def _way_out(source: str) -> str | None:
    """The way out where the slip is a common one."""
    if any(mark in source for mark in "“”„‘’«»"):
        return 'Write straight quotation marks, as in lesson.quiz("name").'
    return "Close the round bracket at the end of the line." if source.count("(") > source.count(")") else None


def unknown_call(subject: Subject) -> Iterator[Problem]:
    """Calls on `lesson` that do not exist, or with other arguments than they take."""
    for chapter in subject.chapters:
        for call in chapter.calls:
            wrong = None if call.method == "open_lesson" else _wrong(call)
            if wrong:
                yield UNKNOWN_CALL.broken(chapter.file, call.place, *wrong)
        for cell in chapter.cells:
            if cell.kind == "code" and (match := _NOT_CALLED.match(cell.source)) and match[1] in METHODS:
                what = f"lesson.{match[1]} has no brackets, so it shows nothing."
                name = '"name"' if METHODS[match[1]] else ""
                yield UNKNOWN_CALL.broken(chapter.file, Place(cell.line, 1), what, f"Write lesson.{match[1]}({name}).")


def _wrong(call: Call) -> tuple[str, str | None] | None:
    if call.method not in METHODS:
        known = ", ".join(f"lesson.{method}" for method in METHODS)
        return f"There is no lesson.{call.method}.", did_you_mean(call.method, METHODS) or f"There are {known}."
    names = [name for name in call.arguments if isinstance(name, str)]
    if len(call.arguments) == len(names) == METHODS[call.method]:
        return None
    if METHODS[call.method]:
        return f"lesson.{call.method} takes one name.", f'Write lesson.{call.method}("name").'
    return f"lesson.{call.method} takes no name.", f"Write lesson.{call.method}()."


def wrong_lesson(subject: Subject) -> Iterator[Problem]:
    """Chapters that open the lesson of another chapter, or none before they use it."""
    for chapter in subject.chapters:
        name = f"{subject.content.settings.code}/{chapter.id}"
        is_open = False
        for call in chapter.calls:
            if call.method == "open_lesson":
                is_open = True
                if call.arguments[:1] != (name,):
                    what = "The cell opens another lesson than this chapter's."
                    yield WRONG_LESSON.broken(chapter.file, call.place, what, f'Write open_lesson("{name}").')
            elif not is_open:
                is_open = True
                what = f"The cell uses lesson.{call.method} before the lesson is open."
                way_out = f'Write a cell with lesson = open_lesson("{name}") before it.'
                yield WRONG_LESSON.broken(chapter.file, call.place, what, way_out)


def missing_call(subject: Subject) -> Iterator[Problem]:
    """Chapters without a cell that they need."""
    for chapter in subject.chapters:
        called = {call.method for call in chapter.calls}
        kinds = {reference.kind for reference in chapter.references}
        needed = {
            "opening": (not chapter.is_glossary, "does not show its purpose and objectives"),
            "glossary": ("term" in kinds, "links to terms but has no pop-ups for them"),
            "sources": ("citation" in kinds, "cites sources but does not list them"),
            "term_list": (chapter.is_glossary, "is the glossary but does not list the terms"),
        }
        for method, (is_needed, what) in needed.items():
            if is_needed and method not in called:
                place = Place(chapter.headings[0].line, 1) if chapter.headings else START
                way_out = f"Add a cell with lesson.{method}()."
                yield MISSING_CALL.broken(chapter.file, place, f"The chapter {what}.", way_out)


def long_cell(subject: Subject) -> Iterator[Problem]:
    """Code cells with more than one line, if they use the lesson."""
    for chapter in subject.chapters:
        for cell in chapter.cells:
            lines = [line for line in cell.source.split("\n") if line.strip()]
            if cell.kind == "code" and len(lines) > 1 and "lesson" in cell.source:
                what = f"The cell has {len(lines)} lines."
                yield LONG_CELL.broken(chapter.file, Place(cell.line, 1), what)
