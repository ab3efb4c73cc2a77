"""Notebooks read whatever is in the file; files written so that a full disk leaves the old one, never half of one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path, PurePath
from typing import Any

from patientbook.problems import PatientbookError

from .quick_import import NotebookNode, nbformat


def write_whole(path: Path, content: bytes) -> None:
    """Write beside ``path`` and rename.

    Raises:
        PatientbookError: the folder cannot be written to, or the disk is full.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(beside).chmod(0o644)
            Path(beside).replace(path)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise
    except OSError as error:
        message = f"{path} cannot be written: {error.strerror or error}. Nothing was changed there."
        raise PatientbookError(message) from error


def read_notebook(path: Path, name: PurePath | None = None) -> NotebookNode:
    """The notebook in ``path``, of format 4, its metadata a mapping and every cell with a kind and a text.

    ``name`` is what errors call it instead of ``path``.

    Raises:
        PatientbookError: there is none, or what is there is no such notebook.
    """
    try:
        notebook: Any = nbformat.v4.reads(path.read_text(encoding="utf-8"))
    except OSError as error:
        message = f"{name or path} cannot be opened: {error.strerror or error}."
        raise PatientbookError(message) from error
    except (ValueError, AttributeError, TypeError, KeyError, RecursionError):
        notebook = None
    if not _is_notebook(notebook):
        what = f"{name or path} is not a readable notebook."
        message = f"{what} Open it in JupyterLab and save it again, or move it away."
        raise PatientbookError(message)
    whole: NotebookNode = notebook
    return whole


def _is_notebook(notebook: object) -> bool:
    return (
        isinstance(notebook, NotebookNode)
        and notebook.get("nbformat") == 4  # noqa: PLR2004 - the format of notebooks since 2015
        and isinstance(notebook.get("metadata"), dict)
        and isinstance(notebook.get("cells"), list)
        and all(isinstance(cell, dict) and _is_cell(cell) for cell in notebook.cells)
    )


def _is_cell(cell: dict[str, Any]) -> bool:
    return cell.get("cell_type") in ("markdown", "code", "raw") and isinstance(cell.get("source"), str)
