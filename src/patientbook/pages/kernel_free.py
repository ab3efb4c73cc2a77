"""Whether a notebook can be read without a kernel. It follows from what the notebook shows, not from a setting."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from patientbook.notebooks.run import WIDGET_STATE

if TYPE_CHECKING:
    from nbformat import NotebookNode

OURS = "patientbook_widgets."
_SCRIPT = re.compile(r"<script(?![^>]*application/json)", re.IGNORECASE)


def widget_models(notebook: NotebookNode) -> dict[str, dict[str, Any]]:
    """The saved widget models of an executed notebook, by id."""
    return dict(notebook.metadata.get("widgets", {}).get(WIDGET_STATE, {}).get("state", {}))


def is_kernel_free(notebook: NotebookNode) -> bool:
    """True when every widget of the executed notebook is ours and no output brings a script of its own."""
    models = widget_models(notebook).values()
    return all(model.get("model_name") == "LayoutModel" or is_ours(model) for model in models) and not any(
        _brings_script(output) for cell in notebook.cells for output in cell.get("outputs", [])
    )


def is_ours(model: dict[str, Any]) -> bool:
    """Whether a saved widget model is of one of our widgets."""
    return str(model.get("state", {}).get("_anywidget_id", "")).startswith(OURS)


def _brings_script(output: NotebookNode) -> bool:
    data = output.get("data", {})
    return "application/javascript" in data or bool(_SCRIPT.search(data.get("text/html", "")))
