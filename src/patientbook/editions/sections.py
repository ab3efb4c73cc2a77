"""The sections of a chapter: replaced by those of another file, or taken out. A section goes by its heading's id."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from patientbook.reading.chapter import read_cells
from patientbook.reading.markdown import find_headings
from patientbook.reading.rules import Place
from patientbook.reading.value_words import nearest

from .entries import Change, Merged, Replaced
from .lines import Line, Lines, spliced, text_of
from .rules import NO_PLACE, UNKNOWN_PART

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from patientbook.problems import Problem

_CELL = re.compile(r"^(`{3,}|~{3,})\{code-cell\}")
_AT_THE_END = "lesson.sources("  # stands after the last section, and belongs to none


class Section(NamedTuple):
    """The lines of a section, from its heading at ``start`` up to ``end``; both count from 0."""

    id: str
    level: int
    start: int
    end: int


def sections_of(lines: Lines) -> list[Section]:
    """The sections of a chapter, those within others too; the title is none."""
    text = text_of(lines)
    cells, _ = read_cells(text, lines[0].file)
    if cells is None:
        return []
    ends = [cell.line - 1 for cell in cells if cell.kind == "code" and cell.source.startswith(_AT_THE_END)]
    last = _cell_start(lines, ends[0]) if ends else len(lines)
    headings = find_headings(cells)
    found = []
    for index, heading in enumerate(headings):
        if heading.level > 1:
            following = (each.line - 1 for each in headings[index + 1 :] if each.level <= heading.level)
            end = next(following, last if last >= heading.line else len(lines))
            found.append(Section(heading.id, heading.level, heading.line - 1, end))
    return found


def _cell_start(lines: Lines, source: int) -> int:
    """The line that opens the code cell whose source begins at ``source``."""
    return next((at for at in range(source, -1, -1) if _CELL.match(lines[at].text)), source)


def with_sections(chapter: Lines, over: Lines) -> Merged:
    """The chapter with the sections of ``over`` in place of its own; a new one comes behind the one before it there."""
    known = {section.id: section for section in sections_of(chapter)}
    changes: list[Change] = []
    replaced: list[Replaced] = []
    problems = list(_before_the_first(over))
    before: Section | None = None
    for section in _outermost(sections_of(over)):
        own = known.get(section.id)
        new = _tidy(over[section.start : section.end])
        line = over[section.start]
        if own:
            changes.append((own.start, own.end, new))
            replaced.append(Replaced(own.id, text_of(chapter[own.start : own.end]).strip(), line.file, line.number))
            before = own
        elif before is None or nearest(section.id, known):
            problems.append(_unknown(section, line, known))
        else:
            changes.append((before.end, before.end, new))
    return Merged(spliced(chapter, changes), tuple(replaced), tuple(problems))


def without_sections(chapter: Lines, ids: Iterable[str]) -> Lines:
    """The chapter without the sections of these ids, as far as it has them."""
    hidden = set(ids)
    gone = _outermost([section for section in sections_of(chapter) if section.id in hidden])
    return spliced(chapter, [(section.start, section.end, ()) for section in gone])


def _outermost(sections: Iterable[Section]) -> Iterator[Section]:
    end = 0
    for section in sections:
        if section.start >= end:
            end = section.end
            yield section


def _tidy(lines: Lines) -> Lines:
    """A section's lines with one blank line after them."""
    count = len(lines)
    while count > 1 and not lines[count - 1].text.strip():
        count -= 1
    last = lines[count - 1]
    return (*lines[:count], Line("", last.file, last.number))


def _before_the_first(over: Lines) -> Iterator[Problem]:
    sections = sections_of(over)
    first = sections[0].start if sections else len(over)
    for line in over[:first]:
        if line.text.strip():
            what = "This stands before the first heading, and so belongs to no section."
            way_out = "Begin the file with the heading of the section that it replaces."
            yield NO_PLACE.broken(line.file, Place(line.number, 1), what, way_out)
            return


def _unknown(section: Section, line: Line, known: Iterable[str]) -> Problem:
    close = nearest(section.id, known)
    way_out = "A new section needs the one before it: put that one into this file too."
    if close:
        way_out = f"Did you mean the one with the id '{close}'? Write its heading as it stands in the guide."
    what = f"The guide's chapter has no section with the heading '{section.id}'."
    return UNKNOWN_PART.broken(line.file, Place(line.number, 1), what, way_out)
