"""A block of lines put into a YAML text that a person wrote; every other byte stays as it is.

Positions come from the nodes that reading gives, lines and columns from 0. Whoever calls this reads the result back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from patientbook.problems import PatientbookError
from patientbook.reading.yaml_entries import children_of, end_of, stands_in_brackets
from patientbook.reading.yaml_nodes import MAPPING, SEQUENCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from patientbook.reading.places import Document
    from patientbook.reading.yaml_nodes import Node

_STEP = 2  # spaces by which our own blocks are indented


def node_at(document: Document, path: Sequence[str | int]) -> Node:
    """The node at ``path``; PatientbookError where there is none."""
    node = document.node
    for part in path:
        if isinstance(node, MAPPING):
            node = next((value for key, value in node.value if key.value == part), None)
        elif isinstance(node, SEQUENCE) and isinstance(part, int):
            node = node.value[part]
        else:
            node = None
    if node is None:
        message = f"{document.file} has no '{path[-1]}:'. Run `patientbook check` and mend that first."
        raise PatientbookError(message)
    return node


def with_block(text: str, parent: Node, at: int | None, block: Sequence[str]) -> str:
    """``text`` with the lines ``block`` as a child of ``parent``: before its child number ``at``, or after all others.

    An entry of a mapping begins with its key, an entry of a list without its dash.
    """
    if stands_in_brackets(parent) and parent.value:
        return _in_one_line(text, parent, at, block)
    lines = text.split("\n")
    children = children_of(parent)
    if not children:
        return _first_child(lines, parent, block)
    mark = children[0][0]
    lead = lines[mark.line][: mark.column] if isinstance(parent, SEQUENCE) else " " * mark.column
    written = [lead + block[0], *(" " * mark.column + line if line else "" for line in block[1:])]
    is_spaced = len(children) > 1 and not lines[_start(lines, children[1][0].line) - 1].strip()
    if at is not None and at < len(children):
        where = _start(lines, children[at][0].line)
        written += [""] if is_spaced else []
    else:
        where = _end(lines, children[-1][1], mark.column)
        written = [""] * is_spaced + written
    return _put(lines, where, written)


def with_other_block(text: str, parent: Node, at: int, block: Sequence[str]) -> str:
    """``text`` with the lines ``block`` in the place of entry number ``at`` of the list ``parent``."""
    mark, entry = children_of(parent)[at]
    if stands_in_brackets(parent):
        message = "An entry can only be replaced where each has lines of its own, and these stand between brackets."
        raise PatientbookError(f"{message} Write each on lines of its own, then try again.")
    lines = text.split("\n")
    lead = lines[mark.line][: mark.column]
    written = [lead + block[0], *(" " * mark.column + line if line else "" for line in block[1:])]
    return _put([*lines[: mark.line], *lines[end_of(lines, entry) :]], mark.line, written)


def _start(lines: Sequence[str], line: int) -> int:
    """The line of an entry, or of the first comment right above it."""
    while line > 0 and lines[line - 1].lstrip().startswith("#") and _indent(lines[line - 1]) == _indent(lines[line]):
        line -= 1
    return line


def _end(lines: Sequence[str], last: Node, column: int) -> int:
    """The line after an entry that ends with ``last``, and after comments that are indented as far as it."""
    line = end_of(lines, last)
    while line < len(lines) and lines[line].lstrip().startswith("#") and _indent(lines[line]) >= column:
        line += 1
    return line


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _first_child(lines: list[str], parent: Node, block: Sequence[str]) -> str:
    """In place of `{}` or `[]`."""
    mark, end = parent.start_mark, parent.end_mark
    line = lines[mark.line]
    rest = line[end.column :] if mark.line == end.line else ""
    lines[mark.line] = line[: mark.column].rstrip() + rest
    indent = " " * (_indent(line) + _STEP)
    lead = f"{indent}- " if isinstance(parent, SEQUENCE) else indent
    written = [lead + block[0], *(" " * len(lead) + each if each else "" for each in block[1:])]
    return _put(lines, mark.line + 1, written)


def _put(lines: list[str], where: int, written: Sequence[str]) -> str:
    """Lines with the line ends of those around them."""
    before = lines[where - 1] if where else lines[0]
    end = "\r" if before.endswith("\r") or (where >= len(lines) > 1 and lines[-2].endswith("\r")) else ""
    new = [line + end for line in written]
    if where >= len(lines):  # the last line has no line end of its own
        lines[-1] += end
        new[-1] = new[-1].removesuffix("\r")
    return "\n".join([*lines[:where], *new, *lines[where:]])


def _in_one_line(text: str, parent: Node, at: int | None, block: Sequence[str]) -> str:
    """`[a, b]` with one more word; PatientbookError for what does not fit into one line."""
    if len(block) > 1 or not isinstance(parent, SEQUENCE):
        message = "An entry can only be added where each has lines of its own, and these stand between brackets."
        raise PatientbookError(f"{message} Write each on lines of its own, then try again.")
    lines = text.split("\n")
    if at is not None and at < len(parent.value):
        mark, words = parent.value[at].start_mark, f"{block[0]}, "
    else:
        mark, words = parent.value[-1].end_mark, f", {block[0]}"
    line = lines[mark.line]
    lines[mark.line] = line[: mark.column] + words + line[mark.column :]
    return "\n".join(lines)
