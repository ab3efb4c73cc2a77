"""A YAML text as nodes with places: by libyaml where that reads as ruamel.yaml does, else by ruamel.yaml.

ruamel.yaml knows YAML 1.2 and says where a text goes wrong, but takes most of the time of a check. libyaml takes a
twentieth of it, knows YAML 1.1 and is more lenient. So it is asked only about plain texts, and what it has read counts
only when nothing about it is odd; the rules for words and numbers are those of ruamel.yaml either way.
"""

from __future__ import annotations

import re
import warnings
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

import yaml
from ruamel.yaml import YAML
from ruamel.yaml import nodes as ruamel_nodes
from ruamel.yaml.resolver import implicit_resolvers
from yaml.resolver import BaseResolver

if TYPE_CHECKING:
    from ruamel.yaml.error import StringMark

MOST_DEPTH = 60

# PyYAML's nodes have the same names and attributes, and no types.
Node: TypeAlias = ruamel_nodes.Node
ScalarNode: TypeAlias = ruamel_nodes.ScalarNode
Mark: TypeAlias = "StringMark"
MAPPING = (ruamel_nodes.MappingNode, yaml.MappingNode)
SEQUENCE = (ruamel_nodes.SequenceNode, yaml.SequenceNode)
SCALAR = (ruamel_nodes.ScalarNode, yaml.ScalarNode)

# Where libyaml takes what ruamel.yaml refuses: tabs, "|#", and lines of blanks (before a text that is indented less).
# It also has line ends of its own, and directives and several documents are rare enough to leave to ruamel.yaml.
_ODD = re.compile("[\t\r\x85\u2028\u2029\ufeff]|[|>][-+0-9]*#|^ +$|^(?:%|---|\\.\\.\\.)", re.MULTILINE)


def whole_node(text: str) -> Node | None:
    """The node of ``text`` as ruamel.yaml reads it, None where nothing is in it.

    Raises:
        YAMLError: the text is no YAML. On mangled text the parser slips, too: other errors are possible.
    """
    reader = YAML(typ="rt", pure=True)
    reader.max_depth = MOST_DEPTH
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        node: Node | None = reader.compose(text)
    return node


def quick_node(text: str) -> Node | None:
    """The same node, sooner; None where only ``whole_node`` can tell, also of every text that is no YAML."""
    reader = _quick_reader()
    if reader is None or _ODD.search(text):
        return None
    try:
        node: Node | None = reader(text).get_single_node()
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    # Of a text that is one scalar and nothing else, each of the two sees another end.
    return node if node is not None and not isinstance(node, SCALAR) and _is_plain(node) else None


def _is_plain(root: Node) -> bool:
    """Whether a node has no alias, no empty value (whose place each of the two sees elsewhere), and little depth."""
    seen: set[int] = set()
    level = [root]
    for _ in range(MOST_DEPTH // 2):
        if not level:
            return True
        below: list[Node] = []
        for node in level:
            if id(node) in seen:
                return False
            seen.add(id(node))
            if isinstance(node, yaml.MappingNode):
                below += [part for pair in node.value for part in pair]
            elif isinstance(node, yaml.SequenceNode):
                below += node.value
            elif isinstance(node, SCALAR) and not node.value and not node.style:
                return False
        level = below
    return False


@cache
def _quick_reader() -> type | None:
    """The parser of libyaml with the words and numbers of YAML 1.2; None where PyYAML was built without libyaml."""
    if not yaml.__with_libyaml__:
        return None
    from yaml.cyaml import CParser  # noqa: PLC0415 - it is not there without libyaml

    class QuickReader(CParser, BaseResolver):  # type: ignore[misc] # PyYAML has no types
        def __init__(self, text: str) -> None:
            CParser.__init__(self, text)
            BaseResolver.__init__(self)

    for versions, tag, pattern, first_letters in implicit_resolvers:
        if (1, 2) in versions:
            QuickReader.add_implicit_resolver(tag, pattern, first_letters)
    return QuickReader
