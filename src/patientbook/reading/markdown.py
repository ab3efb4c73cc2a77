"""What stands where in a chapter's Markdown: headings, links, citations and images, each with its place.

All of it is found by markdown-it-py, so that nothing inside code is taken for prose. Nothing is changed here.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from urllib.parse import unquote

from .blocks import Block, read_blocks
from .files import place_at
from .spans import Span, citation_keys, inline_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .models import Cell

GLOSSARY = "08-glossary"
ReferenceKind = Literal["term", "citation", "link", "image"]

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


@dataclass(frozen=True)
class Reference:
    """Something in a text that points elsewhere.

    ``source[start:end]`` is all of it, ``source[target_start:target_end]`` its address (both -1 where the address
    stands elsewhere, as in `[text][label]`). ``target`` is a term's id, a citation's keys joined by `;` (empty when
    they cannot be read), or else the address, percent-decoded where it stays within the guide. ``text`` is what a
    reader sees, an image's text alternative, or a citation as it is written.
    """

    kind: ReferenceKind
    target: str
    text: str
    line: int
    column: int
    start: int
    end: int
    target_start: int = -1
    target_end: int = -1

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of a citation."""
        return tuple(self.target.split(";")) if self.target and self.kind == "citation" else ()

    @property
    def is_external(self) -> bool:
        """Whether it leads out of the guide."""
        return self.kind in {"link", "image"} and bool(_SCHEME.match(self.target))


@dataclass(frozen=True)
class Heading:
    """A heading; ``id`` is what links to it name."""

    level: int
    text: str
    id: str
    line: int
    column: int


def slug(text: str) -> str:
    """The id of a heading: lower case, letters and digits kept (NFKC), every run of anything else one hyphen."""
    kept = [letter if letter.isalnum() else "-" for letter in unicodedata.normalize("NFKC", text).lower()]
    return re.sub("-+", "-", "".join(kept)).strip("-")


def find_headings(cells: Iterable[Cell]) -> list[Heading]:
    """The headings of a chapter's cells, in order."""
    return [
        heading
        for cell in cells
        if cell.kind == "markdown"
        for block in read_blocks(cell.source)
        if (heading := heading_of(block, cell.source, cell.line))
    ]


def heading_of(block: Block, source: str, first_line: int) -> Heading | None:
    """The block as a heading, if it is one."""
    if block.kind != "heading":
        return None
    text = inline_text(block.content)
    place = place_at(source, block.offset(0), first_line)
    return Heading(block.level, text, slug(text), place.line, place.column)


def find_references(source: str, first_line: int, glossary: str = GLOSSARY) -> list[Reference]:
    """The term links, citations, other links and images of ``source``, in order.

    ``source`` has Unix line ends and starts at line ``first_line`` of its file; ``glossary`` is the id of the
    chapter that term links lead to.
    """
    return [
        reference for block in read_blocks(source) for reference in references_of(block, source, first_line, glossary)
    ]


def references_of(block: Block, source: str, first_line: int, glossary: str = GLOSSARY) -> list[Reference]:
    """The references of one block of ``source``."""
    pointing = (span for span in block.spans if span.kind in {"link", "image", "citation"})
    return [_reference(block, span, source, first_line, glossary) for span in pointing]


def _reference(block: Block, span: Span, source: str, first_line: int, glossary: str) -> Reference:
    kind, target = _pointed(span, glossary)
    start, end = _offsets(block, span.start, span.end)
    place = place_at(source, start, first_line)
    address = _offsets(block, *span.address) if span.address[0] >= 0 else (-1, -1)
    return Reference(kind, target, span.text, place.line, place.column, start, end, *address)


def _pointed(span: Span, glossary: str) -> tuple[ReferenceKind, str]:
    if span.kind == "citation":
        return "citation", ";".join(citation_keys(span.text))
    target = span.target if _SCHEME.match(span.target) else unquote(span.target)
    path, hash_, fragment = target.partition("#")
    if span.kind == "image":
        return "image", target
    return ("term", fragment) if path == f"{glossary}.md" and hash_ else ("link", target)


def _offsets(block: Block, start: int, end: int) -> tuple[int, int]:
    return block.offset(start), block.offset(end - 1) + 1 if end > start else block.offset(start)
