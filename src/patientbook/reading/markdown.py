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
    stands elsewhere, as in `[text][label]`). ``target`` is the address, percent-decoded where it stays within the
    guide. ``text`` is what a reader sees, or an image's text alternative.

    A citation of several sources, `[@a; @b]`, gives one reference for each: ``target`` is its key, ``start`` and
    ``end`` are those of the whole citation. A citation that cannot be read gives one with an empty ``target``.
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
    def path(self) -> str:
        """The target without its fragment."""
        return self.target.partition("#")[0]

    @property
    def fragment(self) -> str:
        """What follows `#` in the target: of a term link, the term's id."""
        return self.target.partition("#")[2]

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
    found = []
    for span in block.spans:
        if span.kind == "citation":
            found += _citations(block, span, source, first_line)
        elif span.kind in {"link", "image"}:
            found.append(_pointer(block, span, source, first_line, glossary))
    return found


def _pointer(block: Block, span: Span, source: str, first_line: int, glossary: str) -> Reference:
    target = span.target if _SCHEME.match(span.target) else unquote(span.target)
    path, hash_, _ = target.partition("#")
    is_term = span.kind == "link" and path == f"{glossary}.md" and bool(hash_)
    kind: ReferenceKind = "term" if is_term else "image" if span.kind == "image" else "link"
    start, end = _offsets(block, span.start, span.end)
    place = place_at(source, start, first_line)
    address = _offsets(block, *span.address) if span.address[0] >= 0 else (-1, -1)
    return Reference(kind, target, span.text, place.line, place.column, start, end, *address)


def _citations(block: Block, span: Span, source: str, first_line: int) -> list[Reference]:
    start, end = _offsets(block, span.start, span.end)
    found = []
    for key, at in citation_keys(span.text) or [("", 0)]:
        begin, stop = _offsets(block, span.start + at, span.start + at + len(key)) if key else (start, start)
        place = place_at(source, begin, first_line)
        address = (begin, stop) if key else (-1, -1)
        found.append(Reference("citation", key, span.text, place.line, place.column, start, end, *address))
    return found


def _offsets(block: Block, start: int, end: int) -> tuple[int, int]:
    return block.offset(start), block.offset(end - 1) + 1 if end > start else block.offset(start)
