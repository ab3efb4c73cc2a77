"""One document of an EPUB while it is written: where its links lead, and which ids it has given."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from . import places

if TYPE_CHECKING:
    from patientbook.exports.inline import PartLink, TermLink
    from patientbook.exports.manuscript import Part

    from .book import Book


@dataclass(frozen=True)
class Link:
    """A link: its address, its own id where something leads back to it, and whether it leads to a note."""

    href: str
    id: str | None = None
    is_note: bool = False


@dataclass
class Page:
    """The document ``file``, which shows words of ``part``.

    In a part's own document, links have ids to come back to, and a term's first use has its meaning in a note.
    """

    book: Book
    file: str
    part: Part | None = None
    _cited: Counter[int] = field(default_factory=Counter)

    @property
    def is_own(self) -> bool:
        """Whether this is the part's own document."""
        return self.part is not None and self.file == places.part(self.part.id)

    def near(self, href: str) -> str:
        """``href`` from within this document."""
        return href.removeprefix(self.file) if href.startswith(f"{self.file}#") else href

    def term(self, link: TermLink) -> Link | None:
        """Where a term leads: to its note at its first use, else to the glossary."""
        if link.is_first and self.is_own and self.part and link.term in self.book.firsts.get(self.part.id, ()):
            return Link(f"#{places.note(link.term)}", places.use(link.term), is_note=True)
        href = self.book.term_href(link.term)
        return Link(self.near(href)) if href else None

    def part_href(self, link: PartLink) -> str | None:
        """Where a link to a part leads; None where the book leaves it out."""
        href = self.book.href(link.part, link.place)
        return self.near(href) if href else None

    def cite(self, number: int) -> Link:
        """Where the number of a source leads. Each place that cites it gets its id."""
        part = self.part
        home = places.part(part.id) if part else ""
        href = self.near(f"{home}#{places.source(number)}")
        if not self.is_own:
            return Link(href)
        self._cited[number] += 1
        return Link(href, places.cited(number, self._cited[number]))

    def citing(self, number: int) -> list[str]:
        """The ids of the places so far that cite a source."""
        return [places.cited(number, place) for place in range(1, self._cited[number] + 1)]
