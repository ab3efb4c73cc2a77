"""The preview inside Jupyter: a server extension, so that it also works where only Jupyter can be reached."""

from __future__ import annotations

from .extension import _jupyter_server_extension_points, _load_jupyter_server_extension

__all__ = ["_jupyter_server_extension_points", "_load_jupyter_server_extension"]
