"""An edit made in a built notebook, taken back into the chapter's Markdown without touching a byte of the rest.

1. The notebook says which cells `build` wrote into it (their ids are hashes of their sources) and from which file.
2. The Markdown is cut into pieces: front matter, one piece a cell, and what stands between them (`pieces`).
3. A cell that nobody edited keeps its piece; in an edited one, lines that nobody edited stay (`merging`, `translate`).
4. The result is read back, and written only when it gives exactly the cells it should.
5. The notebook is marked as taken back, so that `build` may write it anew.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from patientbook.lessons.translate import to_notebook
from patientbook.problems import PatientbookError
from patientbook.reading.chapter import read_cells
from patientbook.reading.files import text_of_bytes
from patientbook.reading.guide import read_guide
from patientbook.reading.root import find_root

from .build import NotebookCell, cells_of, is_hand_edited, marked_as_built
from .files import read_notebook, write_whole
from .merging import Step, merge
from .pieces import Manuscript, cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nbformat import NotebookNode

    from patientbook.reading.models import Chapter, Guide


def adopt(path: Path) -> list[str]:
    """Take the edit back and return what was done, a line each.

    Raises:
        PatientbookError: the notebook was not built from a chapter, the same cell was changed in the Markdown too, or
            the edit has something that Markdown cannot hold. Nothing is written then.
    """
    notebook = read_notebook(path)
    about = _about(notebook, path)
    cells = cells_of(notebook)
    guide, chapter = _chapter(path, about["source"])
    file = guide.root / chapter.file
    text = _text(file, chapter.file)
    manuscript = cut(chapter, text, about["keys"], guide.settings.chapters)
    steps = merge(about["cells"], [piece.id for piece in manuscript.pieces], cells, str(chapter.file))
    new = manuscript.joined(steps, cells)
    _expect_same_cells(new, _wanted(steps, manuscript, cells), manuscript.keys, chapter.file)
    if new != text:
        write_whole(file, new.encode())
    if is_hand_edited(notebook):
        write_whole(path, marked_as_built(notebook).encode())
    if new == text:
        return [f"{path.name} holds no edit that {chapter.file} does not have."]
    changed = _count_changed(text, new)
    lines = "1 line" if changed == 1 else f"{changed} lines"
    return [f"{chapter.file}: {lines} changed. Look at it, then run `patientbook build`."]


def _about(notebook: NotebookNode, path: Path) -> dict[str, Any]:
    about = notebook.metadata.get("patientbook")
    if not (
        isinstance(about, dict)
        and isinstance(about.get("source"), str)
        and all(
            isinstance(about.get(name), list) and all(isinstance(each, str) for each in about[name])
            for name in ("keys", "cells")
        )
    ):
        message = f"{path} was not built from a chapter, so there is no Markdown to take it back into."
        raise PatientbookError(message)
    pasted = next((number for number, cell in enumerate(notebook.cells, 1) if cell.get("attachments")), None)
    if pasted:
        message = (
            f"Cell {pasted} of {path.name} holds a pasted picture, which Markdown cannot. "
            "Save the picture in content/figures and show it with lesson.figure(…)."
        )
        raise PatientbookError(message)
    return about


def _chapter(path: Path, source: str) -> tuple[Guide, Chapter]:
    guide = read_guide(find_root(path.resolve().parent)).guide
    wanted = PurePosixPath(source)
    for content in guide.languages.values() if guide else ():
        for chapter in content.chapters.values():
            if guide and chapter.file == wanted:
                return guide, chapter
    message = f"{source}, from which {path.name} was built, is gone or cannot be read. Run `patientbook check`."
    raise PatientbookError(message)


def _text(path: Path, file: PurePosixPath) -> str:
    """The chapter's file as it is, line ends included."""
    text = path.read_bytes().decode("utf-8")
    if "\r" in text.replace("\r\n", "\n"):
        message = f"{file} has line ends of an old kind, so its lines cannot be told apart. Save it with Unix ones."
        raise PatientbookError(message)
    return text


def _wanted(steps: Sequence[Step], manuscript: Manuscript, cells: Sequence[NotebookCell]) -> list[tuple[str, str]]:
    """Kinds and sources of the cells that the chapter must have afterwards, as the notebook reads them."""
    wanted = []
    for step in steps:
        if step.cell is not None:
            wanted.append(_in_notebook(cells[step.cell].kind, cells[step.cell].source, manuscript.keys))
        elif step.piece is not None:
            wanted.append((manuscript.pieces[step.piece].kind, manuscript.pieces[step.piece].source))
    return wanted


def _in_notebook(kind: str, source: str, keys: Sequence[str]) -> tuple[str, str]:
    return kind, to_notebook(source, keys) if kind == "markdown" else source


def _expect_same_cells(text: str, wanted: Sequence[tuple[str, str]], keys: Sequence[str], file: PurePosixPath) -> None:
    cells, _ = read_cells(text_of_bytes(text.encode(), file).text or "", file)
    back = [_in_notebook(cell.kind, cell.source, keys) for cell in cells or () if cell.source.strip()]
    if back != wanted:
        pairs = enumerate(zip(back, wanted, strict=False), 1)
        at = next((number for number, (a, b) in pairs if a != b), min(len(back), len(wanted)) + 1)
        message = (
            f"Cell {at} of the notebook would read differently once in {file}, so nothing was written. Raw cells, "
            "`+++` and lines that look like the fence of a cell cannot be taken back; put that edit there by hand."
        )
        raise PatientbookError(message)


def _count_changed(old: str, new: str) -> int:
    matcher = SequenceMatcher(a=old.split("\n"), b=new.split("\n"), autojunk=False)
    return sum(max(i2 - i1, j2 - j1) for what, i1, i2, j1, j2 in matcher.get_opcodes() if what != "equal")
