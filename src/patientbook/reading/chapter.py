"""A chapter file: front matter and cells, each with its line, split as Jupytext splits them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .cells import CellSyntaxError, split_cells
from .models import Cell, Chapter, FrontMatter
from .places import Document, read_yaml
from .rules import BY_ID, Place
from .values import make

if TYPE_CHECKING:
    from pathlib import PurePosixPath

    from patientbook.problems import Problem

_FENCE = re.compile(r"^---[ \t]*$")


@dataclass(frozen=True)
class ChapterFile:
    """A chapter as far as it can be read.

    ``chapter`` is None when the front matter or the cells are broken, ``front`` is the front matter with places,
    ``cells`` is None when the text cannot be divided into cells.
    """

    chapter: Chapter | None
    front: Document | None
    cells: tuple[Cell, ...] | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Parts:
    """A text as front matter and cells, each None when it cannot be read."""

    front: Document | None
    cells: tuple[Cell, ...] | None
    problems: tuple[Problem, ...]


def read_chapter(text: str, id_: str, language: str, file: PurePosixPath) -> ChapterFile:
    """The chapter in ``text``. Raises nothing."""
    parts = read_parts(text, file)
    if parts.front is None:
        return ChapterFile(None, None, parts.cells, parts.problems)
    front, found = make(FrontMatter, parts.front)
    problems = (*parts.problems, *found, *_unquoted_dates(parts.front))
    chapter = Chapter(id_, language, file, front, parts.cells) if front and parts.cells is not None else None
    return ChapterFile(chapter, parts.front, parts.cells, problems)


def read_parts(text: str, file: PurePosixPath) -> Parts:
    """The front matter and the cells of a chapter or a page."""
    lines = text.split("\n")
    end = _front_matter_end(lines)
    if end is None and _FENCE.match(lines[0]):
        what = "The front matter that begins here has no second line '---'."
        return Parts(None, None, (BY_ID["front-matter"].broken(file, Place(1, 1), what, "Add it."),))
    cells, problems = read_cells(text, file)
    if end is None:
        what = "The text does not start with front matter between two lines '---'."
        return Parts(None, cells, (*problems, BY_ID["front-matter"].broken(file, Place(1, 1), what)))
    yaml = read_yaml("\n".join(lines[1:end]) + "\n", file, first_line=2)
    return Parts(yaml.document, cells, (*problems, *yaml.problems))


def read_cells(text: str, file: PurePosixPath) -> tuple[tuple[Cell, ...] | None, list[Problem]]:
    """The cells of a chapter's ``text``, or None and what is wrong with how they start."""
    lines = text.split("\n")
    end = _front_matter_end(lines)
    body = lines if end is None else [""] * (end + 1) + lines[end + 1 :]
    try:
        return tuple(split_cells("\n".join(body))), []
    except CellSyntaxError as error:
        reason = f"The start of this cell cannot be read ({str(error)[:100]})."
        return None, [BY_ID["cell-syntax"].broken(file, Place(error.line, 1), reason)]


def _front_matter_end(lines: list[str]) -> int | None:
    """Index of the line that closes the front matter."""
    if not _FENCE.match(lines[0]):
        return None
    return next((index for index, line in enumerate(lines[1:], start=1) if _FENCE.match(line)), None)


def _unquoted_dates(front: Document) -> list[Problem]:
    return [
        BY_ID["unquoted-date"].broken(
            front.file,
            place,
            f"The date after '{key}:' has no quotation marks, so JupyterLab could not save the chapter.",
            f"Write {key}: '{value}'.",
        )
        for key, value, place in front.unquoted_dates()
    ]
