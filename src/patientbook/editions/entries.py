"""A YAML file laid over another: entries are replaced and added by key or id, every other line stays as it is.

Which mappings and lists are gone into, and not replaced as a whole, is said by `joints`: paths in which `*` is any key.
Entries of a list are known by their `id` or `code`.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, NamedTuple

from ruamel.yaml import YAML

from patientbook.reading.places import read_yaml
from patientbook.reading.yaml_entries import children_of, end_of, stands_in_brackets
from patientbook.reading.yaml_nodes import MAPPING, SCALAR, SEQUENCE

from .lines import Line, Lines, spliced, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import PurePosixPath

    from patientbook.problems import Problem
    from patientbook.reading.yaml_nodes import Node

Path = tuple[str, ...]
Joints = frozenset[Path]
Change = tuple[int, int, Lines]
NAMES = ("id", "code")


class Replaced(NamedTuple):
    """A part of the guide that the edition has otherwise: its name in the file, the guide's text, and where."""

    name: str
    before: str
    file: PurePosixPath
    line: int


class Merged(NamedTuple):
    """What laying one file over another gave."""

    lines: Lines
    replaced: tuple[Replaced, ...] = ()
    problems: tuple[Problem, ...] = ()


class Entry(NamedTuple):
    """An entry of a mapping or list: its lines from ``start`` up to ``end``, its first letter in ``column``."""

    key: str
    start: int
    end: int
    column: int
    node: Node


def merged(base: Lines, over: Lines, joints: Joints) -> Merged:
    """The file ``base`` with what ``over`` has otherwise; what cannot be read of ``over`` is a problem."""
    read = read_yaml(text_of(over), over[0].file)
    if read.document is None or read.problems:
        return Merged(base, problems=read.problems)
    base, over = in_block_style(base, joints), in_block_style(over, joints)
    nodes = [read_yaml(text_of(lines), lines[0].file).document for lines in (base, over)]
    if not nodes[0] or not isinstance(nodes[0].node, MAPPING):
        return Merged(base)  # the guide's own mistake is told when the composed guide is checked
    if not nodes[1] or not isinstance(nodes[1].node, MAPPING):
        return Merged(over)
    joiner = _Joiner(base, over, joints)
    joiner.join(nodes[0].node, nodes[1].node, ())
    return Merged(spliced(base, joiner.changes), tuple(joiner.replaced))


def entries_of(lines: Lines, parent: Node) -> list[Entry]:
    """The entries of a mapping or list that has each on lines of its own."""
    texts = [line.text for line in lines]
    keys = [_name(node) for node in parent.value]
    marks = children_of(parent)
    return [
        Entry(key, mark.line, end_of(texts, node), mark.column, node)
        for key, (mark, node) in zip(keys, marks, strict=True)
    ]


def entry_at(lines: Lines, path: Path) -> Entry | None:
    """The entry at a path of keys and ids; None when there is none."""
    document = read_yaml(text_of(lines), lines[0].file).document if lines else None
    node, found = document.node if document else None, None
    for part in path:
        inside = entries_of(lines, node) if isinstance(node, (*MAPPING, *SEQUENCE)) and node.value else []
        found = next((entry for entry in inside if entry.key == part), None)
        node = found.node if found else None
    return found


def block(lines: Lines, entry: Entry) -> Lines:
    """An entry's lines as if it stood at the left edge."""
    first, *rest = lines[entry.start : entry.end]
    bare = Line(first.text[entry.column :], first.file, first.number, first.shift - entry.column)
    return (bare, *(line.moved("", entry.column) for line in rest))


def placed(bare: Lines, lead: str) -> Lines:
    """Lines from the left edge moved to where ``lead`` ends, which stands before the first of them."""
    first, *rest = bare
    return (
        Line(lead + first.text, first.file, first.number, first.shift + len(lead)),
        *(line.moved(" " * len(lead), 0) for line in rest),
    )


def in_block_style(lines: Lines, joints: Joints) -> Lines:
    """The same YAML with each entry that may be replaced on lines of its own, where it stands between brackets."""
    document = read_yaml(text_of(lines), lines[0].file).document
    if document is None or document.node is None or not _has_brackets(document.node, (), joints):
        return lines
    yaml, out = YAML(), io.StringIO()
    yaml.width, yaml.allow_unicode = 4096, True
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.dump(document.data, out)
    starts = {entry.key: entry.start for entry in _top(document.node)}
    made, origin = [], lines[0]
    for text in out.getvalue().rstrip("\n").split("\n"):
        key = text.partition(":")[0].strip("'\"")
        origin = lines[starts[key]] if text[:1].strip() and key in starts else origin
        made.append(Line(text, origin.file, origin.number))
    return tuple(made)


def _top(node: Node) -> Iterator[Entry]:
    for key, value in node.value if isinstance(node, MAPPING) else ():
        yield Entry(str(key.value), key.start_mark.line, 0, 0, value)


def _has_brackets(node: Node, path: Path, joints: Joints) -> bool:
    if not isinstance(node, (*MAPPING, *SEQUENCE)):
        return False
    if stands_in_brackets(node) and node.value:
        return True
    children = zip(node.value, children_of(node), strict=True)
    return any(
        _has_brackets(child, (*path, _name(pair)), joints)
        for pair, (_, child) in children
        if is_joint((*path, _name(pair)), joints)
    )


def is_joint(path: Path, joints: Iterable[Path]) -> bool:
    """Whether entries under ``path`` are replaced one by one."""
    return any(
        len(path) == len(joint) and all(part in ("*", own) for part, own in zip(joint, path, strict=True))
        for joint in joints
    )


def _name(child: object) -> str:
    """The key of a pair of a mapping; of an entry of a list its id or code, or its word, or else nothing."""
    if isinstance(child, tuple):
        return str(child[0].value)
    if isinstance(child, SCALAR):
        return str(child.value)
    if isinstance(child, MAPPING):
        own = {str(key.value): value for key, value in child.value}
        found = next((own[name] for name in NAMES if name in own), None)
        return str(found.value) if isinstance(found, SCALAR) else ""
    return ""


class _Joiner:
    """Goes through two nodes side by side and notes what has to change in the lines of the first."""

    def __init__(self, base: Lines, over: Lines, joints: Joints) -> None:
        self._base, self._over, self._joints = base, over, joints
        self.changes: list[Change] = []
        self.replaced: list[Replaced] = []

    def join(self, base: Node, over: Node, path: Path) -> None:
        known = {entry.key: entry for entry in entries_of(self._base, base) if entry.key}
        for entry in entries_of(self._over, over):
            own = known.get(entry.key)
            below = (*path, entry.key)
            if own and is_joint(below, self._joints) and _are_alike(own.node, entry.node):
                self.join(own.node, entry.node, below)
            elif own is None:
                self._add(base, entry)
            elif not self._names(path, entry):
                self._replace(own, entry, below)

    def _names(self, path: Path, entry: Entry) -> bool:
        """Whether an entry is what its list knows its parent by: both have the same."""
        return bool(path) and entry.key in NAMES and getattr(entry.node, "value", None) == path[-1]

    def _add(self, base: Node, entry: Entry) -> None:
        entries = entries_of(self._base, base)
        first = self._base[entries[0].start].text[: entries[0].column]
        lead = first if isinstance(base, SEQUENCE) else " " * entries[0].column
        end = entries[-1].end
        self.changes.append((end, end, placed(block(self._over, entry), lead)))

    def _replace(self, own: Entry, entry: Entry, path: Path) -> None:
        lead = self._base[own.start].text[: own.column]
        self.changes.append((own.start, own.end, placed(block(self._over, entry), lead)))
        line = self._over[entry.start]
        before = text_of(block(self._base, own))
        self.replaced.append(Replaced("/".join(path[1:] or path), before, line.file, line.number))


def _are_alike(base: Node, over: Node) -> bool:
    return any(isinstance(base, kind) and isinstance(over, kind) for kind in (MAPPING, SEQUENCE)) and bool(base.value)
