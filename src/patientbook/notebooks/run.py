"""A notebook run once, and the run kept by the hash of everything it depends on."""

from __future__ import annotations

import hashlib
import json
import re
import sys
import uuid
from dataclasses import dataclass
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import nbformat
from nbformat import NotebookNode

from patientbook.problems import PatientbookError

from .files import read_notebook, write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path, PurePosixPath

    from jupyter_client import AsyncKernelManager

WIDGET_STATE = "application/vnd.jupyter.widget-state+json"
_HEX_ID = re.compile(r"[0-9a-f]{32}")
_REFERENCE = re.compile(r"IPY_MODEL_([0-9a-f]{32})")
TIMEOUT = 120  # seconds for one cell; a chapter's cells take milliseconds


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
        write_whole(self.folder / f"{key}.ipynb", nbformat.writes(notebook, version=4).encode())


def run_key(notebook: NotebookNode, files: Iterable[Path], engine: str) -> str:
    """64 hex digits: the hash of the notebook's cells, the contents of ``files`` and the engine's own digest."""
    digest = hashlib.sha256(engine.encode())
    digest.update(json.dumps([[cell.cell_type, cell.source] for cell in notebook.cells]).encode())
    digest.update(json.dumps(notebook.metadata.get("patientbook", {}), sort_keys=True).encode())
    for path in sorted(files):
        digest.update(path.name.encode() + b"\0")
        digest.update(path.read_bytes() if path.exists() else b"absent")
    return digest.hexdigest()


async def run_notebook(root: Path, file: PurePosixPath, notebook: NotebookNode) -> NotebookNode:
    """Run ``notebook`` in a kernel of its own, in the folder it lies in, and return it with outputs and widget state.

    Widget ids are random; they are replaced by ones that depend only on the file and the order, so that the same
    notebook gives the same bytes.

    Raises:
        PatientbookError: a cell failed; the message names the file, the cell and the error, in one line.
    """
    copy: NotebookNode = nbformat.from_dict(notebook)
    folder = (root / file).parent
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="pb-") as sockets:
        kernel = _kernel_manager(copy, sockets)
        try:
            await _execute(copy, file, kernel, folder)
        finally:
            if kernel.has_kernel:
                await kernel.shutdown_kernel(now=True)
    return _settled(file, copy)


async def _execute(notebook: NotebookNode, file: PurePosixPath, kernel: AsyncKernelManager, folder: Path) -> None:
    from jupyter_client.kernelspec import NoSuchKernel  # noqa: PLC0415 - only a build needs it; the app starts without
    from nbclient import NotebookClient  # noqa: PLC0415 - as above
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError  # noqa: PLC0415 - as above

    client = NotebookClient(notebook, km=kernel, timeout=TIMEOUT, resources={"metadata": {"path": str(folder)}})
    begun: list[int] = []
    client.on_cell_execute = lambda cell, cell_index: begun.append(cell_index)
    try:
        await client.async_execute()
        return
    except CellExecutionError as error:
        why = f"{error.ename}: {error.evalue}"
    except CellTimeoutError:
        why = f"it took longer than {TIMEOUT} seconds."
    except DeadKernelError:
        why = "Python stopped while it ran."
    except NoSuchKernel as error:
        message = (
            f"{file} wants the kernel '{error.name}', which is not installed. Choose Python 3 in JupyterLab."
        )
        raise PatientbookError(message) from error
    raise PatientbookError(_failed(file, notebook, begun[-1], why))


def _kernel_manager(notebook: NotebookNode, sockets: str) -> AsyncKernelManager:
    from jupyter_client import AsyncKernelManager  # noqa: PLC0415 - only a build needs it

    name = str(notebook.metadata.get("kernelspec", {}).get("name", "python3"))
    if sys.platform == "win32":
        return AsyncKernelManager(kernel_name=name)
    # Sockets in a private folder, not ports that any user of the machine can reach.
    return AsyncKernelManager(kernel_name=name, transport="ipc", ip=f"{sockets}/kernel")


def _failed(file: PurePosixPath, notebook: NotebookNode, index: int, why: str) -> str:
    first = notebook.cells[index].source.strip().partition("\n")[0]
    return f"{file}: cell {index + 1} ({first}) could not be run: {' '.join(why.split())}"


def _settled(file: PurePosixPath, notebook: NotebookNode) -> NotebookNode:
    state: dict[str, Any] = notebook.metadata.get("widgets", {}).get(WIDGET_STATE, {}).get("state", {})
    text = nbformat.writes(notebook, version=4)
    for number, model in enumerate(_in_order(notebook, state)):
        text = text.replace(model, uuid.uuid5(uuid.NAMESPACE_URL, f"{file}#{number}").hex)
    settled: NotebookNode = nbformat.reads(text, as_version=4)
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
