"""Markdown cells as blocks, with their headings' ids and the boxes that `guide.yaml` names."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from markdown_it.tree import SyntaxTreeNode

from patientbook.reading.markdown import slug
from patientbook.reading.spans import parser

from .blocks import Block, Blocks, Box, Bullets, CodeLines, Heading, Numbered, Paragraph, Pause, Quote, Table
from .inline import Inlines, Words, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from .blocks import BoxKind
    from .references import References

_BOX_LEVEL = 2


@dataclass
class MarkdownReader:
    """Reads the cells of one part in order, so that ids of headings are unique in it as they are on its page.

    ``boxes`` has the kind of box by the id of the heading that opens it.
    """

    references: References
    boxes: Mapping[str, BoxKind] = field(default_factory=dict)
    _ids: Counter[str] = field(default_factory=Counter)

    def blocks(self, source: str, *, counts: bool = True) -> Blocks:
        """The blocks of a cell, without boxes. ``counts``: a term here may be at its first use."""
        tree = SyntaxTreeNode(parser().parse(source, {}))
        return tuple(block for node in tree.children for block in self._block(node, counts))

    def boxed(self, blocks: Blocks) -> Blocks:
        """``blocks`` with each section that has a kind of box put into one, up to the next heading of its level."""
        found: list[Block] = []
        rest = list(blocks)
        while rest:
            block = rest.pop(0)
            kind = self.boxes.get(block.id) if isinstance(block, Heading) and block.level == _BOX_LEVEL else None
            if kind and isinstance(block, Heading):
                inside = tuple(takewhile(_is_within, rest))
                del rest[: len(inside)]
                found.append(Box(kind, block, inside))
            else:
                found.append(block)
        return tuple(found)

    def _block(self, node: SyntaxTreeNode, counts: bool) -> Iterator[Block]:
        if node.type == "heading":
            yield self._heading(node)
        elif node.type == "paragraph":
            yield Paragraph(self._inlines(node, counts))
        elif node.type == "bullet_list":
            yield Bullets(self._items(node, counts))
        elif node.type == "ordered_list":
            yield Numbered(int(node.attrs.get("start", 1)), self._items(node, counts))
        elif node.type == "blockquote":
            yield Quote(self._inside(node, counts))
        elif node.type == "table":
            yield self._table(node, counts)
        elif node.type == "hr":
            yield Pause()
        elif node.type in {"fence", "code_block"}:
            yield CodeLines(node.content.rstrip("\n"))
        elif node.content.strip():
            yield Paragraph((Words(node.content.strip()),))  # raw HTML: pages show it as text

    def _heading(self, node: SyntaxTreeNode) -> Heading:
        inside = self._inlines(node, counts=False)  # a heading is no place for an explanation
        text = " ".join(plain(inside).split())
        base = slug(text) or "section"
        self._ids[base] += 1
        id_ = base if self._ids[base] == 1 else f"{base}-{self._ids[base]}"
        return Heading(int(node.tag[1]), id_, text, inside)

    def _items(self, node: SyntaxTreeNode, counts: bool) -> tuple[Blocks, ...]:
        return tuple(self._inside(item, counts) for item in node.children)

    def _inside(self, node: SyntaxTreeNode, counts: bool) -> Blocks:
        return tuple(block for child in node.children for block in self._block(child, counts))

    def _table(self, node: SyntaxTreeNode, counts: bool) -> Table:
        rows = [self._row(row.children, counts) for part in node.children for row in part.children]
        return Table(rows[0], tuple(rows[1:]))

    def _row(self, cells: Sequence[SyntaxTreeNode], counts: bool) -> tuple[Inlines, ...]:
        return tuple(self._inlines(cell, counts) for cell in cells)

    def _inlines(self, node: SyntaxTreeNode, counts: bool) -> Inlines:
        tokens = [token for child in node.children if child.type == "inline" for token in child.to_tokens()]
        return self.references.tree((tokens[0].children or []) if tokens else [], counts=counts)


def _is_within(block: Block) -> bool:
    return not (isinstance(block, Heading) and block.level <= _BOX_LEVEL)
