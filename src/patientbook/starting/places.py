"""Where in a guide a new part goes: which language, which chapter, and where in the chapter's text."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from patientbook.problems import PatientbookError
from patientbook.reading.chapter import read_cells
from patientbook.reading.markdown import find_headings, slug
from patientbook.reading.root import GUIDE_FILE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from patientbook.reading.models import Chapter, Guide, LanguageContent

    from .draft import Draft


def content_of(guide: Guide, language: str | None) -> LanguageContent:
    """What is written in ``language``, or in the guide's first one; PatientbookError for one that it does not have."""
    code = language or guide.settings.languages[0].code
    if code not in guide.languages:
        raise PatientbookError(_unknown(f"The guide has no language '{code}'.", code, guide.languages))
    return guide.languages[code]


def chapter_of(content: LanguageContent, id_: str) -> Chapter:
    """The chapter ``id_``, or the only one whose id begins with it; PatientbookError when there is none."""
    name = PurePosixPath(id_).name.removesuffix(".md")
    found = [one for each, one in content.chapters.items() if each == name or each.startswith(f"{name}-")]
    if len(found) != 1:
        raise PatientbookError(_unknown(f"The guide has no chapter '{id_}'.", name, content.chapters))
    return found[0]


def folder_of(content: LanguageContent) -> PurePosixPath:
    """`content/en`."""
    return GUIDE_FILE.parent / content.settings.code


def expect_one_of(id_: str, known: Iterable[str], what: str) -> str:
    """``id_``, when it is among ``known``; PatientbookError otherwise, with those that there are."""
    known = list(known)
    if id_ not in known:
        raise PatientbookError(_unknown(f"{what} '{id_}'.", id_, known))
    return id_


def _unknown(what: str, name: str, known: Iterable[str]) -> str:
    names = list(known)
    close = get_close_matches(name, names, n=1)
    return f"{what} Did you mean '{close[0]}'?" if close else f"{what} There are: {', '.join(names) or 'none yet'}."


def add_cell(draft: Draft, chapter: Chapter, content: LanguageContent, call: str, section: str | None) -> int:
    """A code cell put into a chapter, at the end of a section; returns its line.

    Without ``section`` it goes before the closing sections that `guide.yaml` names, or else to the end.
    """
    text = draft.text(chapter.file)
    lines = text.split("\n")
    # Of the draft, where lines may have come in already.
    cells, _ = read_cells(text.removeprefix("\ufeff").replace("\r\n", "\n"), chapter.file)
    headings = find_headings(cells or chapter.cells)
    titles = content.settings.sections
    closing = {
        slug(each or "") for each in (titles.key_points, titles.questions, titles.not_known, content.settings.steps)
    }
    if section is None:
        line = next((each.line for each in headings if each.id in closing), _last_cell(lines))
    else:
        at = next(index for index, each in enumerate(headings) if each.id == section)
        rest = [each for each in headings[at + 1 :] if each.level <= headings[at].level]
        line = rest[0].line if rest else _last_cell(lines)
    end = "\r" if lines[0].endswith("\r") else ""
    cell = [each + end for each in ("```{code-cell} ipython3", call, "```", "")]
    before = line - 1
    if before >= len(lines):
        cell = [*cell[:-1], ""]
    if lines[before - 1].strip():
        cell = [end, *cell]
        line += 1
    draft.change(chapter.file, "\n".join([*lines[:before], *cell, *lines[before:]]))
    return line


def _last_cell(lines: list[str]) -> int:
    """The line of the cell that lists the sources, or the line after the last."""
    found = [number for number, each in enumerate(lines, 1) if each.strip() == "lesson.sources()"]
    if found:
        return found[-1] - 1
    return len(lines) + (1 if lines[-1].strip() else 0)
