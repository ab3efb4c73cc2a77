"""An edit made in a built notebook, taken back into the chapter's Markdown without touching a byte of the rest.

1. The notebook says which cells `build` wrote into it (their ids are hashes of their sources) and from which file.
2. The Markdown is cut into pieces: front matter, one piece a cell, and what stands between them.
3. Cells that nobody edited keep their piece; of an edited one, the lines nobody edited keep theirs (`translate` keeps lines).
4. The result is read back, and written only when it gives exactly the notebook's cells.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import nbformat
from nbformat import NotebookNode

from patientbook.problems import PatientbookError
from patientbook.reading.chapter import read_cells
from patientbook.reading.guide import find_root, read_guide

from .build import cell_ids
from .files import write_whole
from .translate import to_markdown, to_notebook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from patientbook.reading.models import Cell, Chapter

CODE_FENCE = "```{code-cell}"


@dataclass(frozen=True)
class _Piece:
    """A cell's lines in the Markdown file, from ``start`` up to, not including, ``end``; fences are part of it."""

    cell: Cell
    id: str
    start: int
    end: int


def adopt(path: Path) -> list[str]:
    """Take the edit back and return what was done, a line each.

    Raises:
        PatientbookError: the notebook was not built from a chapter, the same cell was changed in the Markdown too, or
            the edit has something that Markdown cannot hold. Nothing is written then.
    """
    notebook = _read(path)
    about = notebook.metadata["patientbook"]
    chapter = _chapter(path, about["source"])
    file = find_root(path.parent) / chapter.file
    text = file.read_bytes().decode("utf-8")
    lines = text.split("\n")
    pieces = _cut(chapter, lines, about["keys"])
    _expect_no_conflict(notebook, about["cells"], [piece.id for piece in pieces], chapter.file)
    new = _joined(notebook, pieces, lines, about["keys"])
    if new == text:
        return [f"{path.name} holds no edit that {chapter.file} does not have."]
    _expect_same_cells(new, notebook, about["keys"], chapter.file)
    write_whole(file, new.encode())
    changed = sum(1 for line in _diff(text, new) if line)
    return [
        f"{chapter.file}: {changed} {'line' if changed == 1 else 'lines'} changed. Look at it, then run `patientbook build`."
    ]


def _read(path: Path) -> NotebookNode:
    try:
        notebook: NotebookNode = nbformat.read(path, as_version=4)
        about = notebook.metadata.get("patientbook", {})
    except (OSError, ValueError, AttributeError, nbformat.ValidationError) as error:
        message = f"{path} is not a readable notebook: {error}. Open it in JupyterLab and save it again."
        raise PatientbookError(message) from error
    if not {"source", "keys", "cells"} <= set(about):
        message = f"{path} was not built from a chapter, so there is no Markdown to take it back into."
        raise PatientbookError(message)
    pasted = next((number for number, cell in enumerate(notebook.cells, 1) if cell.get("attachments")), None)
    if pasted:
        message = (
            f"Cell {pasted} of {path.name} holds a pasted picture, which Markdown cannot. "
            "Save the picture in content/figures and show it with lesson.figure(…)."
        )
        raise PatientbookError(message)
    return notebook


def _chapter(path: Path, source: str) -> Chapter:
    root = find_root(path.resolve().parent)
    guide = read_guide(root).guide
    wanted = PurePosixPath(source)
    chapters = (
        (chapter for content in guide.languages.values() for chapter in content.chapters.values()) if guide else ()
    )
    chapter = next((each for each in chapters if each.file == wanted), None)
    if chapter is None:
        message = f"{source}, from which {path.name} was built, is gone or cannot be read. Run `patientbook check`."
        raise PatientbookError(message)
    return chapter


def _cut(chapter: Chapter, lines: Sequence[str], keys: Sequence[str]) -> list[_Piece]:
    ids = cell_ids([(cell.kind, _in_notebook(cell, keys)) for cell in chapter.cells])
    return [_Piece(cell, id_, *_extent(cell, lines)) for cell, id_ in zip(chapter.cells, ids, strict=True)]


def _extent(cell: Cell, lines: Sequence[str]) -> tuple[int, int]:
    start = cell.line - 1
    end = start + cell.source.count("\n") + 1
    if cell.kind == "code":
        while not lines[start].startswith(CODE_FENCE):
            start -= 1
        while lines[end - 1].rstrip() != "```":
            end += 1
    return start, end


def _in_notebook(cell: Cell, keys: Sequence[str]) -> str:
    return to_notebook(cell.source, keys) if cell.kind == "markdown" else cell.source


def _expect_no_conflict(notebook: NotebookNode, base: Sequence[str], now: Sequence[str], file: PurePosixPath) -> None:
    if list(now) == list(base):
        return
    true_ids = cell_ids([(cell.cell_type, cell.source) for cell in notebook.cells])
    edited = [
        (cell.id, number)
        for number, (cell, id_) in enumerate(zip(notebook.cells, true_ids, strict=True), 1)
        if cell.id != id_
    ]
    if [cell.id for cell in notebook.cells] == list(now) == list(base) and all(id_ in now for id_, _ in edited):
        return
    clash = next((number for id_, number in edited if id_ not in now), None)
    where = f"cell {clash} of the notebook" if clash else "the order or number of cells"
    message = (
        f"{file} was changed since the notebook was built, and so was {where}. "
        "Copy your edit from the notebook into the Markdown by hand, then move the notebook away and run `patientbook build`."
    )
    raise PatientbookError(message)


def _joined(notebook: NotebookNode, pieces: Sequence[_Piece], lines: Sequence[str], keys: Sequence[str]) -> str:
    by_id = {piece.id: index for index, piece in enumerate(pieces)}
    ending = "\r" if any(line.endswith("\r") for line in lines) else ""
    out = list(lines[: pieces[0].start] if pieces else lines)
    before: tuple[int | None, str] | None = None
    for cell in notebook.cells:
        index = by_id.get(cell.id)
        if before is not None:
            out += _gap(before, (index, cell.cell_type), pieces, lines, ending)
        out += _kept(cell, pieces[index], lines, keys, ending) if index is not None else _new(cell, keys, ending)
        before = (index, cell.cell_type)
    return "\n".join([*out, *lines[pieces[-1].end :]] if pieces else out)


def _gap(
    before: tuple[int | None, str],
    after: tuple[int | None, str],
    pieces: Sequence[_Piece],
    lines: Sequence[str],
    ending: str,
) -> list[str]:
    """What stands between two cells: as it was where they were neighbours, else a blank line and, between texts, a break."""
    if before[0] is not None and after[0] == before[0] + 1:
        return list(lines[pieces[before[0]].end : pieces[after[0]].start])
    return [ending, f"+++{ending}", ending] if before[1] == after[1] == "markdown" else [ending]


def _kept(cell: NotebookNode, piece: _Piece, lines: Sequence[str], keys: Sequence[str], ending: str) -> list[str]:
    old, new = _in_notebook(piece.cell, keys).split("\n"), cell.source.split("\n")
    first = piece.cell.line - 1
    out = list(lines[piece.start : first])
    for what, i1, i2, j1, j2 in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        out += lines[first + i1 : first + i2] if what == "equal" else _in_markdown(new[j1:j2], cell, keys, ending)
    return [*out, *lines[first + len(old) : piece.end]]


def _new(cell: NotebookNode, keys: Sequence[str], ending: str) -> list[str]:
    source = _in_markdown(cell.source.split("\n"), cell, keys, ending)
    return [f"{CODE_FENCE} ipython3{ending}", *source, f"```{ending}"] if cell.cell_type == "code" else source


def _in_markdown(new: Sequence[str], cell: NotebookNode, keys: Sequence[str], ending: str) -> list[str]:
    return [(to_markdown(line, keys) if cell.cell_type == "markdown" else line) + ending for line in new]


def _expect_same_cells(text: str, notebook: NotebookNode, keys: Sequence[str], file: PurePosixPath) -> None:
    cells, _ = read_cells(text.replace("\r\n", "\n"), file)
    back = [(cell.kind, _in_notebook(cell, keys)) for cell in cells]
    wanted = [(cell.cell_type, cell.source) for cell in notebook.cells]
    if back != wanted:
        at = next(
            (n for n, (a, b) in enumerate(zip(back, wanted, strict=False), 1) if a != b), min(len(back), len(wanted))
        )
        message = (
            f"Cell {at} of the notebook would read differently once in {file}, so nothing was written. "
            "Empty cells, `+++` and lines that look like cell fences cannot be taken back; put that edit into the Markdown by hand."
        )
        raise PatientbookError(message)


def _diff(old: str, new: str) -> list[str]:
    a, b = old.split("\n"), new.split("\n")
    return [
        *(
            line or " "
            for what, _, _, j1, j2 in SequenceMatcher(a=a, b=b, autojunk=False).get_opcodes()
            if what != "equal"
            for line in b[j1:j2]
        )
    ]
