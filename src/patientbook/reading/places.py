"""YAML with the place of every value, read as YAML 1.2: `no` is a word, not false."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from ruamel.yaml.error import MarkedYAMLError, YAMLError

from .rules import BY_ID, START, Place
from .yaml_nodes import MAPPING, SCALAR, SEQUENCE, quick_node, whole_node
from .yaml_words import explain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import PurePosixPath

    from patientbook.problems import Problem

    from .yaml_nodes import Mark, Node, ScalarNode

Plain: TypeAlias = "dict[str, Plain] | list[Plain] | str | int | float | bool | None"
Path: TypeAlias = "Sequence[str | int]"

_TAG = "tag:yaml.org,2002:"
_MOST_VALUES = 100_000
_FOLD = "\a"  # ruamel.yaml leaves one where it has joined two lines of a folded text


@dataclass(frozen=True)
class Document:
    """A YAML file: its plain data, and where each value stands."""

    file: PurePosixPath
    data: Plain
    node: Node | None = field(repr=False, compare=False)
    first_line: int = 1

    def place(self, path: Path) -> Place:
        """Where the value at ``path`` stands, or else its nearest ancestor.

        A list or mapping stands where its key does. Parts of ``path`` that lead nowhere are passed over, such as
        the tag that pydantic puts into the location of a union.
        """
        return self._walk(path, at_key=False)

    def key_place(self, path: Path) -> Place:
        """Where the key of the value at ``path`` stands."""
        return self._walk(path, at_key=True)

    def value(self, path: Path) -> Plain:
        """The value at ``path``, or None when there is none."""
        value = self.data
        for part in path:
            if isinstance(value, dict) and part in value:
                value = value[str(part)]
            elif isinstance(value, list) and isinstance(part, int) and part < len(value):
                value = value[part]
            else:
                return None
        return value

    def keys(self, path: Path) -> frozenset[str]:
        """The keys of the mapping at ``path``, also of entries that are broken."""
        value = self.value(path)
        return frozenset(value) if isinstance(value, dict) else frozenset()

    def all_keys(self) -> frozenset[str]:
        """Every key of every mapping, wherever it stands and whether it was taken or not."""
        found: set[str] = set()
        todo = [self.node]
        while todo:
            node = todo.pop()
            if isinstance(node, MAPPING):
                found |= {str(key.value) for key, _ in node.value if isinstance(key, SCALAR)}
                todo += [value for _, value in node.value]
            elif isinstance(node, SEQUENCE):
                todo += node.value
        return frozenset(found)

    def unquoted_dates(self) -> list[tuple[str, str, Place]]:
        """Key, text and place of each top-level value that YAML takes for a date."""
        pairs = self.node.value if isinstance(self.node, MAPPING) else []
        is_date = f"{_TAG}timestamp"
        return [
            (str(key.value), str(value.value), self._at(value.start_mark))
            for key, value in pairs
            if value.tag == is_date
        ]

    def _walk(self, path: Path, *, at_key: bool) -> Place:
        node, mark = self.node, self.node.start_mark if self.node else None
        for part in path:
            if isinstance(node, MAPPING):
                found = next((pair for pair in node.value if pair[0].value == str(part)), None)
                if found:
                    node = found[1]
                    is_text = isinstance(node, SCALAR) and bool(node.value or node.style)
                    mark = found[0].start_mark if at_key or not is_text else node.start_mark
            elif isinstance(node, SEQUENCE) and isinstance(part, int) and part < len(node.value):
                node = node.value[part]
                mark = node.start_mark
        return self._at(mark)

    def _at(self, mark: Mark | None) -> Place:
        return Place(mark.line + self.first_line, mark.column + 1) if mark else START


@dataclass(frozen=True)
class YamlFile:
    """A YAML text as a document, or None when it is no YAML, with what is wrong with its form."""

    document: Document | None
    problems: tuple[Problem, ...]


def read_yaml(text: str, file: PurePosixPath, first_line: int = 1) -> YamlFile:
    """The document in ``text``, whose first line is line ``first_line`` of ``file``. Raises nothing."""
    if node := quick_node(text):
        read = _as_document(node, file, first_line)
        if not read.problems:  # the words for what is wrong are written for what ruamel.yaml sees
            return read
    try:
        node = whole_node(text)
    except MarkedYAMLError as error:
        rule, mark, what, way_out, at = explain(error, text)
        place = Place(mark.line + first_line, mark.column + 1) if mark else Place(first_line, 1)
        if at:
            place = Place(at.line + first_line - 1, at.column)
        return YamlFile(None, (BY_ID[rule].broken(file, place, what, way_out),))
    except (YAMLError, ValueError, RecursionError, AssertionError, IndexError, AttributeError, TypeError, KeyError):
        # The parser's own slips on mangled text: it raises these without a place.
        what = "The text is so mixed up that its lines cannot be told apart."
        return YamlFile(None, (BY_ID["yaml-syntax"].broken(file, Place(first_line, 1), what),))
    return _as_document(node, file, first_line)


def _as_document(node: Node | None, file: PurePosixPath, first_line: int) -> YamlFile:
    reader = _NodeReader(file, first_line)
    data = reader.plain(node) if node else None
    document = Document(file, data, node, first_line)
    return YamlFile(None if reader.is_too_big else document, tuple(reader.problems))


class _NodeReader:
    """Turns composed nodes into plain data; an aliased node is turned once."""

    def __init__(self, file: PurePosixPath, first_line: int) -> None:
        self.problems: list[Problem] = []
        self.is_too_big = False
        self._file = file
        self._first_line = first_line
        self._done: dict[int, tuple[Plain, int]] = {}
        self._open: set[int] = set()

    def plain(self, node: Node) -> Plain:
        """The node's value as plain data."""
        return self._sized(node)[0]

    def _sized(self, node: Node) -> tuple[Plain, int]:
        known = self._done.get(id(node))
        if known:
            return known
        if id(node) in self._open:
            self._stop(node, "A value repeats itself without end.")
            return None, 1
        self._open.add(id(node))
        result = self._read(node)
        self._open.discard(id(node))
        self._done[id(node)] = result
        if result[1] > _MOST_VALUES and not self.is_too_big:
            self._stop(node, f"There are more than {_MOST_VALUES:,} values here.")
        return result

    def _read(self, node: Node) -> tuple[Plain, int]:
        if isinstance(node, MAPPING):
            return self._mapping(node)
        if isinstance(node, SEQUENCE):
            self._check_tag(node, "seq")
            parts = [self._sized(part) for part in node.value]
            return [value for value, _ in parts], 1 + sum(size for _, size in parts)
        return (self._scalar(node) if isinstance(node, SCALAR) else None), 1

    def _mapping(self, node: Node) -> tuple[Plain, int]:
        self._check_tag(node, "map")
        found: dict[str, Plain] = {}
        size = 1
        empty: ScalarNode | None = None  # the last key without a value: what follows may be meant to stand under it
        for key_node, value_node in node.value:
            if not isinstance(key_node, SCALAR):
                self._report(
                    "yaml-syntax", key_node, "A key here is a list or a mapping.", "Write a single word as key."
                )
                continue
            key = str(key_node.value)
            if key in found:
                if empty is None:
                    self._report("yaml-duplicate-key", key_node, f"The key '{key}' stands here a second time.")
                elif found.pop(str(empty.value), "") is None:
                    what = (
                        f"There is nothing under '{empty.value}:', because the next line does not begin further right."
                    )
                    self._report("yaml-indent", empty, what, "Move its lines to the right, or this line to the left.")
                continue
            if isinstance(value_node, SCALAR) and not value_node.value and not value_node.style:
                empty = key_node
            found[key], part = self._sized(value_node)
            size += part
        return found, size

    def _scalar(self, node: ScalarNode) -> Plain:
        text, tag = str(node.value), str(node.tag)
        if node.style == ">":
            text = text.replace(_FOLD, "")
        kind = tag.removeprefix(_TAG)
        if node.style or kind in {"str", "timestamp", "merge", "value"}:
            self._check_tag(node, kind if kind in {"str", "timestamp", "merge", "value"} else "str")
            return text
        if kind == "null":
            return None
        if kind == "bool":
            return text.lower() == "true"
        if kind in {"int", "float"}:
            return _number(text)
        self._check_tag(node, "str")
        return text

    def _check_tag(self, node: Node, kind: str) -> None:
        tag = str(node.tag)
        if tag != _TAG + kind:
            shown = tag.replace(_TAG, "!!")
            self._report("yaml-tag", node, f"The value starts with '{shown}', which is a tag and not part of the text.")

    def _stop(self, node: Node, what: str) -> None:
        self.is_too_big = True
        self._report("yaml-too-big", node, what)

    def _report(self, rule: str, node: Node, what: str, way_out: str | None = None) -> None:
        place = Place(node.start_mark.line + self._first_line, node.start_mark.column + 1)
        self.problems.append(BY_ID[rule].broken(self._file, place, what, way_out))


_HEX_OR_OCTAL = re.compile(r"[-+]?0[xob]", re.IGNORECASE)


def _number(text: str) -> Plain:
    """A number as YAML 1.2 has it, or the text itself when Python cannot make one of it."""
    digits: Any = text.replace("_", "")
    try:
        if _HEX_OR_OCTAL.match(digits):
            return int(digits, 0)
        if re.fullmatch(r"[-+]?\d{1,300}", digits):
            return int(digits)
        return float(digits.lower().replace(".inf", "inf").replace(".nan", "nan"))
    except ValueError:
        return text
