"""The entries of a YAML mapping or list as runs of lines. Lines and columns count from 0."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .yaml_nodes import MAPPING, SEQUENCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .yaml_nodes import Mark, Node


def stands_in_brackets(node: Node) -> bool:
    """Whether a mapping or list is written as `{…}` or `[…]`."""
    return bool(getattr(node, "flow_style", False))  # the nodes' common type does not have it, only lists and mappings


def children_of(parent: Node) -> list[tuple[Mark, Node]]:
    """Where each child of a mapping or list starts, and the node it ends with."""
    if isinstance(parent, MAPPING):
        return [(key.start_mark, value) for key, value in parent.value]
    return [(node.start_mark, node) for node in parent.value]


def end_of(lines: Sequence[str], last: Node) -> int:
    """The line after an entry that ends with ``last``, without the blank lines that follow it."""
    while isinstance(last, (*MAPPING, *SEQUENCE)) and last.value and not stands_in_brackets(last):
        last = children_of(last)[-1][1]
    mark = last.end_mark
    line = int(mark.line) + (1 if mark.column > 0 else 0)
    while line > last.start_mark.line + 1 and not lines[line - 1].strip():
        line -= 1
    return line
