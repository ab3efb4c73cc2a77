"""The blocks of a manuscript's text: headings, paragraphs, lists and the like, and boxes made of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from .inline import Inlines

BoxKind = Literal["key_points", "questions", "not_known", "steps"]


@dataclass(frozen=True)
class Heading:
    """A heading. ``id`` is what links name it by, unique in its part; ``text`` is its plain words."""

    level: int
    id: str
    text: str
    inside: Inlines


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    inside: Inlines


@dataclass(frozen=True)
class Bullets:
    """A list without an order."""

    items: tuple[Blocks, ...]


@dataclass(frozen=True)
class Numbered:
    """A list with an order, counted from ``start``."""

    start: int
    items: tuple[Blocks, ...]


@dataclass(frozen=True)
class Quote:
    """A call-out: what an author writes as a block quote."""

    blocks: Blocks


@dataclass(frozen=True)
class CodeLines:
    """Lines to be shown as they stand."""

    text: str


@dataclass(frozen=True)
class Table:
    """A table whose first row names the columns."""

    head: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]


@dataclass(frozen=True)
class Pause:
    """A thematic break."""


@dataclass(frozen=True)
class Box:
    """A section that `guide.yaml` names under `sections` or `steps`: its heading and what stands under it."""

    kind: BoxKind
    heading: Heading
    blocks: Blocks


Block: TypeAlias = Heading | Paragraph | Bullets | Numbered | Quote | CodeLines | Table | Pause | Box
Blocks: TypeAlias = tuple[Block, ...]
