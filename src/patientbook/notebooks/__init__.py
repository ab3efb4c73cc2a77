"""Chapters as notebooks: built one way from the content, run once, and an edit taken back when somebody made one."""

from .adopt import adopt
from .build import BuiltNotebook, build_notebook, notebook_path
from .run import RunCache, run_notebook

__all__ = ["BuiltNotebook", "RunCache", "adopt", "build_notebook", "notebook_path", "run_notebook"]
