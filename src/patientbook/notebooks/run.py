"""A notebook run once, and the run kept by its key: the hash of everything it depends on (`needs`)."""

from __future__ import annotations

import json
import re
import uuid
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from patientbook.problems import PatientbookError

from .files import read_notebook, write_whole
from .quick_import import NotebookNode, nbformat

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path, PurePosixPath

    from .kernel import SpareKernel

WIDGET_STATE = "application/vnd.jupyter.widget-state+json"
_OLD_RUNS = 3  # for each run of now
_HEX_ID = re.compile(r"[0-9a-f]{32}")
_REFERENCE = re.compile(r"IPY_MODEL_([0-9a-f]{32})")


@dataclass(frozen=True)
class RunCache:
    """Executed notebooks in a folder, one JSON file each, named by the hash of what they were made from."""

    folder: Path

    def read(self, key: str) -> NotebookNode | None:
        """The run kept under ``key``; None when there is none or its file is damaged."""
        try:
            return read_notebook(self.folder / f"{key}.ipynb")
        except PatientbookError:
            return None

    def write(self, key: str, notebook: NotebookNode) -> None:
        """Keep a run.

        Raises:
            PatientbookError: the folder cannot be written to.
        """
        write_whole(self.folder / f"{key}.ipynb", nbformat.v4.writes(notebook).encode())

    def drop_old(self, keys: Collection[str]) -> None:
        """Delete runs that are none of ``keys``, but not the newest few of them: an author takes an edit back."""
        with suppress(OSError):  # another build drops them too, or nothing can be written there, which was said
            kept = {path: path.stat().st_mtime for path in self.folder.glob("*.ipynb") if path.stem not in keys}
            for path in sorted(kept, key=lambda path: kept[path], reverse=True)[_OLD_RUNS * len(keys) :]:
                path.unlink(missing_ok=True)


async def run_notebook(
    root: Path, file: PurePosixPath, notebook: NotebookNode, spare: SpareKernel | None = None
) -> NotebookNode:
    """Run ``notebook`` in a kernel of its own, in the folder it lies in, and return it with outputs and widget state.

    ``spare`` is a kernel that was started ahead, for whoever comes first.

    Widget ids are random; they are replaced by ones that depend only on the file and the order, so that the same
    notebook gives the same bytes.

    Raises:
        PatientbookError: a cell failed; the message names the file, the cell and the error, in one line.
    """
    from .execution import execute  # noqa: PLC0415 - only a build needs it; the app starts without

    copy: NotebookNode = nbformat.from_dict(notebook)
    folder = (root / file).parent
    folder.mkdir(parents=True, exist_ok=True)
    await execute(copy, file, folder, spare)
    return settled(file, copy)


def settled(file: PurePosixPath, notebook: NotebookNode) -> NotebookNode:
    """The run notebook with ids that depend only on the file and the order, and without times."""
    state: dict[str, Any] = notebook.metadata.get("widgets", {}).get(WIDGET_STATE, {}).get("state", {})
    text = nbformat.v4.writes(notebook)
    for number, model in enumerate(_in_order(notebook, state)):
        text = text.replace(model, uuid.uuid5(uuid.NAMESPACE_URL, f"{file}#{number}").hex)
    settled: NotebookNode = nbformat.v4.reads(text)
    for cell in settled.cells:
        cell.metadata.pop("execution", None)
    return settled


def _in_order(notebook: NotebookNode, state: dict[str, Any]) -> list[str]:
    """Model ids as a reader meets them: shown ones first, each followed by the models it refers to."""
    outputs = json.dumps([cell.get("outputs", []) for cell in notebook.cells])
    todo = [found for found in _HEX_ID.findall(outputs) if found in state] + sorted(
        state, key=lambda id_: str(state[id_]["model_name"])
    )
    ordered: dict[str, None] = {}
    while todo:
        model = todo.pop(0)
        if model not in ordered:
            ordered[model] = None
            references = _REFERENCE.findall(json.dumps(state[model], sort_keys=True))
            todo = [each for each in references if each in state] + todo
    return list(ordered)
