"""A chapter as a notebook, the same bytes each time.

A cell's id is the hash of its kind and source. So the same chapter gives the same notebook, and a cell edited by hand
(JupyterLab keeps its id) gives itself away.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import nbformat
from nbformat import NotebookNode

from patientbook.lessons.citations import numbered_sources
from patientbook.problems import HandEditedError

from .files import write_whole
from .translate import to_notebook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from patientbook.reading.models import Chapter, Guide

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


@dataclass(frozen=True)
class BuiltNotebook:
    """A notebook made from a chapter, not yet run. ``file`` is relative to the guide's folder."""

    file: PurePosixPath
    notebook: NotebookNode


def notebook_path(chapter: Chapter) -> PurePosixPath:
    """Where the chapter's notebook lies in the guide's folder."""
    return PurePosixPath("notebooks", chapter.language, f"{chapter.id}.ipynb")


def build_notebook(guide: Guide, chapter: Chapter) -> BuiltNotebook:
    """The chapter's notebook, without outputs."""
    keys = [each.source.key for each in numbered_sources(guide, chapter)]
    sources = [
        (cell.kind, to_notebook(cell.source, keys) if cell.kind == "markdown" else cell.source)
        for cell in chapter.cells
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
    notebook = nbformat.v4.new_notebook(cells=cells, metadata=metadata)
    return BuiltNotebook(notebook_path(chapter), notebook)


def cell_ids(sources: Sequence[tuple[str, str]]) -> list[str]:
    """Ids for cells of these kinds and sources: 12 hex digits, and a count where the same cell stands twice."""
    seen: Counter[str] = Counter()
    ids = []
    for kind, source in sources:
        digest = hashlib.sha256(f"{kind}\n{source}".encode()).hexdigest()[:12]
        seen[digest] += 1
        ids.append(digest if seen[digest] == 1 else f"{digest}-{seen[digest]}")
    return ids


def is_hand_edited(notebook: NotebookNode) -> bool:
    """Whether cells were changed, added, moved or removed since `build` wrote the notebook. Outputs do not count."""
    ids = [cell.get("id") for cell in notebook.cells]
    return ids != notebook.metadata.get("patientbook", {}).get("cells") or ids != cell_ids(_sources(notebook))


def as_committed(notebook: NotebookNode) -> str:
    """The notebook's file: outputs as readable HTML and text, nothing that differs from run to run or Python to Python."""
    copy: NotebookNode = nbformat.from_dict(notebook)
    copy.metadata.pop("widgets", None)
    copy.metadata["language_info"] = {"name": "python"}
    for count, cell in enumerate((each for each in copy.cells if each.cell_type == "code"), 1):
        cell.execution_count = count
        cell.outputs = [_readable(output, count) for output in cell.outputs]
    return nbformat.writes(copy, version=4) + "\n"


def write_notebook(root: Path, file: PurePosixPath, notebook: NotebookNode) -> bool:
    """Write a run notebook into the guide's folder; False when the very same bytes were there.

    Raises:
        HandEditedError: somebody edited the one that is there, or it was not made by `build`.
    """
    path, text = root / file, as_committed(notebook)
    if path.exists():
        old = path.read_text(encoding="utf-8")
        if old == text:
            return False
        refuse_hand_edited(file, old, notebook)
    write_whole(path, text.encode())
    return True


def refuse_hand_edited(file: PurePosixPath, text: str, built: NotebookNode) -> None:
    """Raise when ``text``, the notebook now in ``file``, holds work of a person that writing ``built`` would lose."""
    try:
        old = nbformat.reads(text, as_version=4)
        edited = is_hand_edited(old) and _sources(old) != _sources(built)
    except (nbformat.reader.NotJSONError, nbformat.ValidationError, AttributeError, KeyError, TypeError):
        edited = True
    if edited:
        message = (
            f"{file} was edited by hand, and building would overwrite that. "
            f"Run `patientbook adopt {file}` to take the edit into the Markdown, or move the file away."
        )
        raise HandEditedError(message)


def _sources(notebook: NotebookNode) -> list[tuple[str, str]]:
    return [(cell.cell_type, cell.source) for cell in notebook.cells]


def _cell(kind: str, source: str, id_: str) -> NotebookNode:
    make = nbformat.v4.new_markdown_cell if kind == "markdown" else nbformat.v4.new_code_cell
    return make(source, id=id_)


def _readable(output: NotebookNode, count: int) -> NotebookNode:
    if "data" in output:
        output.data = {mime: value for mime, value in output.data.items() if mime != WIDGET_VIEW}
        output.metadata = {}
    if output.output_type == "execute_result":
        output.execution_count = count
    return output
