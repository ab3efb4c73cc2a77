"""A chapter file: front matter and cells, each with its line, split by Jupytext's own MyST reader."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from .models import Cell, Chapter, FrontMatter
from .places import Document, read_yaml
from .rules import BY_ID, Place
from .values import make

if TYPE_CHECKING:
    from pathlib import PurePosixPath

    from patientbook.problems import Problem

_FENCE = re.compile(r"^---[ \t]*$")
_AT_LINE = re.compile(r"at line (\d+)")


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


def read_chapter(text: str, id_: str, language: str, file: PurePosixPath) -> ChapterFile:
    """The chapter in ``text``. Raises nothing."""
    lines = text.split("\n")
    end = _front_matter_end(lines)
    if end is None and _FENCE.match(lines[0]):
        what = "The front matter that begins here has no second line '---'."
        return ChapterFile(None, None, None, (BY_ID["front-matter"].broken(file, Place(1, 1), what, "Add it."),))
    cells, problems = read_cells(text, file)
    if end is None:
        what = "The chapter does not start with front matter between two lines '---'."
        return ChapterFile(None, None, cells, (*problems, BY_ID["front-matter"].broken(file, Place(1, 1), what)))
    yaml = read_yaml("\n".join(lines[1:end]) + "\n", file, first_line=2)
    problems += yaml.problems
    if yaml.document is None:
        return ChapterFile(None, None, cells, tuple(problems))
    front, found = make(FrontMatter, yaml.document)
    problems += found
    problems += _unquoted_dates(yaml.document)
    chapter = Chapter(id_, language, file, front, cells) if front and cells is not None else None
    return ChapterFile(chapter, yaml.document, cells, tuple(problems))


def read_cells(text: str, file: PurePosixPath) -> tuple[tuple[Cell, ...] | None, list[Problem]]:
    """The cells of a chapter's ``text``, or None and what is wrong with how they start."""
    # Imported here because it takes a second; Jupytext has no types.
    from jupytext.myst import myst_to_notebook  # type: ignore[import-untyped]  # noqa: PLC0415

    lines = text.split("\n")
    end = _front_matter_end(lines)
    body = lines if end is None else [""] * (end + 1) + lines[end + 1 :]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            notebook = myst_to_notebook("\n".join(body), add_source_map=True)
    except Exception as error:  # noqa: BLE001 - whatever Jupytext trips over, the author gets a place and a sentence
        return None, [_cell_problem(error, lines, file)]
    starts = zip(notebook.cells, notebook.metadata["source_map"], strict=True)
    cells = [(cell, _first_line(body, start, cell.source)) for cell, start in starts]
    return tuple(Cell(_kind(cell.cell_type), cell.source, line) for cell, line in cells), []


def _kind(cell_type: str) -> Literal["markdown", "code"]:
    return "code" if cell_type == "code" else "markdown"


def _front_matter_end(lines: list[str]) -> int | None:
    """Index of the line that closes the front matter."""
    if not _FENCE.match(lines[0]):
        return None
    return next((index for index, line in enumerate(lines[1:], start=1) if _FENCE.match(line)), None)


def _first_line(lines: list[str], start: int, source: str) -> int:
    """The line, counted from 1, where ``source`` begins, at or after the index ``start``.

    Jupytext's own map points before blank lines and cell options.
    """
    wanted = [line.strip() for line in source.split("\n")]
    for index in range(start, len(lines) - len(wanted) + 1):
        if [line.strip() for line in lines[index : index + len(wanted)]] == wanted:
            return index + 1
    return min(start + 1, len(lines))


def _cell_problem(error: Exception, lines: list[str], file: PurePosixPath) -> Problem:
    found = _AT_LINE.search(str(error))
    line = min(int(found[1]), len(lines)) if found else 1
    reason = str(error).partition("\n")[0].rpartition(": ")[2][:100] or type(error).__name__
    return BY_ID["cell-syntax"].broken(file, Place(line, 1), f"The start of this cell cannot be read ({reason}).")


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
