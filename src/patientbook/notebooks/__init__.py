"""Chapters as notebooks: built one way from the content, run once, and an edit taken back when somebody made one."""

from .quick_import import import_nbformat

import_nbformat()  # before the modules below do it

from .adopt import adopt  # noqa: E402 - as above
from .build import BuiltNotebook, build_notebook, notebook_path  # noqa: E402 - as above
from .run import RunCache, run_notebook  # noqa: E402 - as above

__all__ = ["BuiltNotebook", "RunCache", "adopt", "build_notebook", "notebook_path", "run_notebook"]
