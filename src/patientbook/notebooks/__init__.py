"""Chapters as notebooks: built one way from the content, run once, and an edit taken back when somebody made one.

Each name is imported at its first use (PEP 562), so that a kernel can start before the rest is there. Taking an edit
back is `patientbook.notebooks.adopt.adopt`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .build import BuiltNotebook, build_notebook, notebook_path
    from .run import RunCache, run_notebook

_HOMES = {
    "BuiltNotebook": ".build",
    "RunCache": ".run",
    "build_notebook": ".build",
    "notebook_path": ".build",
    "run_notebook": ".run",
}

__all__ = ["BuiltNotebook", "RunCache", "build_notebook", "notebook_path", "run_notebook"]


def __getattr__(name: str) -> object:
    """Import an exported name at its first use."""
    if name not in _HOMES:
        message = f"patientbook.notebooks has no '{name}'. It has: {', '.join(__all__)}."
        raise AttributeError(message)
    return getattr(import_module(_HOMES[name], __name__), name)
