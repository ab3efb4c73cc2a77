"""A chapter as a notebook, the same bytes each time.

A cell's id is the hash of its kind and source. So the same chapter gives the same notebook, and a cell edited by hand
(JupyterLab keeps its id) gives itself away.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from patientbook.lessons.citations import numbered_sources
from patientbook.lessons.translate import to_notebook
from patientbook.problems import HandEditedError, PatientbookError

from .files import read_notebook, write_whole
from .quick_import import NotebookNode, nbformat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from patientbook.reading.models import Chapter, Guide

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
_BLANK_AROUND = re.compile(r"\A(?:[ \t]*\n)+|(?:\n[ \t]*)+\Z")
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


@dataclass(frozen=True)
class BuiltNotebook:
    """A notebook made from a chapter, not yet run. ``file`` is relative to the guide's folder."""

    file: PurePosixPath
    notebook: NotebookNode


@dataclass(frozen=True)
class NotebookCell:
    """A cell of a notebook with words in it. ``id`` is what JupyterLab keeps: the hash of what `build` wrote."""

    kind: str
    source: str
    id: str

    @property
    def digest(self) -> str:
        """The hash of what the cell says now."""
        return cell_digest(self.kind, self.source)


def notebook_path(chapter: Chapter) -> PurePosixPath:
    """Where the chapter's notebook lies in the guide's folder."""
    return PurePosixPath("notebooks", chapter.language, f"{chapter.id}.ipynb")


def build_notebook(guide: Guide, chapter: Chapter) -> BuiltNotebook:
    """The chapter's notebook, without outputs."""
    keys = [each.source.key for each in numbered_sources(guide, chapter)]
    sources = [
        (cell.kind, to_notebook(cell.source, keys) if cell.kind == "markdown" else cell.source)
        for cell in chapter.cells
        if cell.source.strip()
    ]
    cells = [_cell(kind, source, id_) for (kind, source), id_ in zip(sources, cell_ids(sources), strict=True)]
    front = chapter.front.model_dump(mode="json", exclude={"jupytext", "kernelspec"}, exclude_none=True)
    metadata = {
        "kernelspec": KERNEL,
        "language_info": {"name": "python"},
        "patientbook": {
            "source": chapter.file.as_posix(),
            "language": chapter.language,
            "keys": keys,
            "cells": [cell["id"] for cell in cells],
            "front": front,
        },
    }
    # Made by hand: nbformat's makers check every cell against its schema, which takes longer than all the rest.
    notebook = nbformat.from_dict({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5})
    return BuiltNotebook(notebook_path(chapter), notebook)


def cell_digest(kind: str, source: str) -> str:
    """12 hex digits for a cell of this kind and source."""
    return hashlib.sha256(f"{kind}\n{source}".encode()).hexdigest()[:12]


def cell_ids(sources: Sequence[tuple[str, str]]) -> list[str]:
    """Ids for cells of these kinds and sources: their digests, and a count where the same cell stands twice."""
    seen: Counter[str] = Counter()
    ids = []
    for kind, source in sources:
        digest = cell_digest(kind, source)
        seen[digest] += 1
        ids.append(digest if seen[digest] == 1 else f"{digest}-{seen[digest]}")
    return ids


def cells_of(notebook: NotebookNode) -> list[NotebookCell]:
    """The notebook's cells as Markdown can hold them: without empty ones and without blank lines around a cell.

    JupyterLab adds an empty cell at the end for somebody who runs the last one.
    """
    cells = ((cell, _BLANK_AROUND.sub("", cell.source.replace("\r\n", "\n"))) for cell in notebook.cells)
    return [NotebookCell(cell.cell_type, source, str(cell.get("id", ""))) for cell, source in cells if source.strip()]


def is_hand_edited(notebook: NotebookNode) -> bool:
    """Whether cells were changed, added, moved or removed since `build` wrote the notebook. Outputs do not count."""
    cells = cells_of(notebook)
    ids = [cell.id for cell in cells]
    return ids != notebook.metadata.get("patientbook", {}).get("cells") or ids != _true_ids(cells)


def marked_as_built(notebook: NotebookNode) -> str:
    """The notebook's file, its cells marked as if `build` had written what they say now."""
    copy: NotebookNode = nbformat.from_dict(notebook)
    kept = [cell for cell in copy.cells if cell.source.strip()]
    for cell, id_ in zip(kept, _true_ids(cells_of(copy)), strict=True):
        cell.id = id_
    copy.cells = kept
    copy.nbformat_minor = 5  # the first with ids
    copy.metadata["patientbook"]["cells"] = [cell.id for cell in kept]
    return str(nbformat.v4.writes(copy)) + "\n"


def as_committed(notebook: NotebookNode) -> str:
    """The notebook's file: outputs as HTML and text, nothing that differs from run to run or Python to Python."""
    copy: NotebookNode = nbformat.from_dict(notebook)
    copy.metadata.pop("widgets", None)
    copy.metadata["language_info"] = {"name": "python"}
    for count, cell in enumerate((each for each in copy.cells if each.cell_type == "code"), 1):
        cell.execution_count = count
        cell.outputs = [_readable(output, count) for output in cell.outputs]
    return str(nbformat.v4.writes(copy)) + "\n"


def write_notebook(root: Path, file: PurePosixPath, notebook: NotebookNode) -> bool:
    """Write a run notebook into the guide's folder; False when the very same bytes were there.

    Raises:
        HandEditedError: somebody edited the one that is there, or it was not made by `build`.
        PatientbookError: it cannot be written.
    """
    path, content = root / file, as_committed(notebook).encode()
    refuse_hand_edited(root, file, notebook)
    if path.exists() and path.read_bytes() == content:
        return False
    write_whole(path, content)
    return True


def refuse_hand_edited(root: Path, file: PurePosixPath, built: NotebookNode) -> None:
    """Raise when the notebook now in ``file`` holds work of a person that writing ``built`` would lose.

    Raises:
        HandEditedError: it does, or `build` did not make what is there.
    """
    if not (root / file).exists():
        return
    try:
        old = read_notebook(root / file)
    except PatientbookError:
        old = None
    if old is None or not isinstance(old.metadata.get("patientbook"), dict):
        message = f"{file} is in the way: it is damaged, or `patientbook build` did not make it. Rename it."
        raise HandEditedError(message)
    if is_hand_edited(old) and _says(old) != _says(built):
        message = (
            f"{file} was edited by hand, and building would overwrite that. "
            f"Run `patientbook adopt {file}` to take the edit into the Markdown, or move the file away."
        )
        raise HandEditedError(message)


def _says(notebook: NotebookNode) -> list[tuple[str, str]]:
    return [(cell.kind, cell.source) for cell in cells_of(notebook)]


def _true_ids(cells: Sequence[NotebookCell]) -> list[str]:
    return cell_ids([(cell.kind, cell.source) for cell in cells])


def _cell(kind: str, source: str, id_: str) -> dict[str, Any]:
    cell: dict[str, Any] = {"id": id_, "cell_type": kind, "metadata": {}, "source": source}
    return cell if kind == "markdown" else cell | {"execution_count": None, "outputs": []}


def _readable(output: NotebookNode, count: int) -> NotebookNode:
    if "data" in output:
        output.data = {mime: value for mime, value in output.data.items() if mime != WIDGET_VIEW}
        output.metadata = {}
    if output.output_type == "execute_result":
        output.execution_count = count
    return output
