"""What stands within a line of a manuscript: words, and what they point to, resolved.

A writer turns each kind into its own format, and never sees Markdown. `Inlines` is a run of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Words:
    """Plain words, to be escaped by whoever writes them."""

    text: str


@dataclass(frozen=True)
class Emphasis:
    """Words with a little weight."""

    inside: Inlines


@dataclass(frozen=True)
class Strong:
    """Words with much weight."""

    inside: Inlines


@dataclass(frozen=True)
class Code:
    """Words to be typed as they stand."""

    text: str


@dataclass(frozen=True)
class LineBreak:
    """A new line within a paragraph."""


@dataclass(frozen=True)
class TermLink:
    """Words that the glossary explains. ``is_first`` is true at the first use in the running text of a part."""

    term: str
    inside: Inlines
    is_first: bool = False


@dataclass(frozen=True)
class Citation:
    """Numbers of sources in the list of the same part."""

    numbers: tuple[int, ...]


@dataclass(frozen=True)
class PartLink:
    """Words that lead to a part of the guide; ``place`` is a heading's id there, or empty for its start.

    A format that leaves that part out shows the words alone.
    """

    part: str
    place: str
    inside: Inlines


@dataclass(frozen=True)
class WebLink:
    """Words that lead out of the guide."""

    href: str
    inside: Inlines


@dataclass(frozen=True)
class Image:
    """A picture within the text, which is not one of the guide's figures: only its text alternative is known."""

    alt: str


Spanned: TypeAlias = Emphasis | Strong | TermLink | PartLink | WebLink
Inline: TypeAlias = Words | Code | LineBreak | Citation | Image | Spanned
Inlines: TypeAlias = tuple[Inline, ...]


def plain(inlines: Inlines) -> str:
    """The words alone, without the numbers of sources."""
    return "".join(_plain(each) for each in inlines)


def _plain(inline: Inline) -> str:
    if isinstance(inline, Words | Code):
        return inline.text
    if isinstance(inline, LineBreak):
        return " "
    if isinstance(inline, Image):
        return inline.alt
    return "" if isinstance(inline, Citation) else plain(inline.inside)


def capitalised(inlines: Inlines) -> Inlines:
    """The same with a capital letter first, for words that were written to follow others."""
    if inlines and isinstance(inlines[0], Words):
        text = inlines[0].text
        return (Words(text[:1].upper() + text[1:]), *inlines[1:])
    return inlines
