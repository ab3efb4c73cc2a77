"""A PDF read again: its words in their order, its links, and what stands where they lead."""

import io
import re
from dataclasses import dataclass
from functools import cached_property

import pypdf

LINE = 4  # points by which letters of one line may differ in height


@dataclass(frozen=True)
class Bit:
    """Some words of a line, and where they begin on their page."""

    words: str
    x: float
    y: float


@dataclass(frozen=True)
class Link:
    """A link within the PDF: its page, its words, the page it leads to, and the line that stands there."""

    page: int
    words: str
    to_page: int
    to_line: str


def letters(text: str) -> str:
    """Letters and digits alone: how lines are broken and which quotation marks are used makes no difference."""
    return re.sub(r"[\W_]+", "", text)


class Paper:
    """A PDF. Pages are counted from 1."""

    def __init__(self, content: bytes) -> None:
        self.pdf = pypdf.PdfReader(io.BytesIO(content))

    @cached_property
    def bits(self) -> list[list[Bit]]:
        """The words of each page in the order of the file."""
        return [_bits(page) for page in self.pdf.pages]

    def text(self, first: int = 1, last: int | None = None) -> str:
        """Letters and digits of the pages from ``first`` to ``last``."""
        return letters("".join(bit.words for bits in self.bits[first - 1 : last] for bit in bits))

    def page_of(self, title: str) -> int:
        """The page on which a part begins, by its bookmark."""
        found = next(each for each in self.pdf.outline if not isinstance(each, list) and each.title.endswith(title))
        return self.pdf.get_destination_page_number(found) + 1

    @cached_property
    def links(self) -> list[Link]:
        """Every link within the PDF."""
        return [link for number in range(1, len(self.pdf.pages) + 1) for link in self._links(number)]

    def _links(self, number: int):
        for reference in self.pdf.pages[number - 1].get("/Annots", []):
            note = reference.get_object()
            if "/Dest" in note:
                page, left, top = self._target(note["/Dest"])
                corners = [float(each) for each in note.get("/QuadPoints", note["/Rect"])]
                words = " ".join(_within(self.bits[number - 1], *box) for box in _boxes(corners))
                yield Link(number, words, page, _line(self.bits[page - 1], left, top))

    def _target(self, to) -> tuple[int, float, float]:
        """The page, and the upper left corner of what shall be seen on it."""
        if isinstance(to, str):
            named = self.pdf.named_destinations[to]
            return self.pdf.get_destination_page_number(named) + 1, float(named.left), float(named.top)
        return self._numbers[to[0]["/StructParents"]], float(to[2]), float(to[3])

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {page["/StructParents"]: number for number, page in enumerate(self.pdf.pages, 1)}


def _bits(page) -> list[Bit]:
    found = []
    page.extract_text(visitor_text=lambda words, cm, *_: found.append(Bit(words, cm[4], cm[5])))
    return [bit for bit in found if bit.words]


def _boxes(corners: list[float]) -> list[tuple[float, float, float, float]]:
    """Left, bottom, right and top of each line of a link: two corners, or four for each of its lines."""
    lines = [corners] if len(corners) == 4 else [corners[at : at + 8] for at in range(0, len(corners), 8)]
    return [(min(line[::2]), min(line[1::2]), max(line[::2]), max(line[1::2])) for line in lines]


def _within(bits: list[Bit], left: float, bottom: float, right: float, top: float) -> str:
    inside = [bit for bit in bits if left - 1 <= bit.x < right and bottom <= bit.y <= top]
    return "".join(bit.words for bit in inside).strip()


def _line(bits: list[Bit], left: float, top: float) -> str:
    """The line that a link leads to, from its left edge on: columns stand side by side.

    Typst lets a reader see ten points more than the line, or than what is above its letters.
    """
    below = [bit for bit in bits if bit.y < top - 9 and bit.x > left - 40 and bit.words.strip()]
    height = max((bit.y for bit in below), default=0)
    return "".join(bit.words for bit in below if bit.y > height - LINE).strip()
