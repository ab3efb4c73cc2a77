"""The files of an EPUB, as its package document lists them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

MIMES = {
    ".xhtml": "application/xhtml+xml",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ttf": "font/ttf",
}


@dataclass(frozen=True)
class Item:
    """A file at ``name``, from the folder of the package document. ``properties`` are those of EPUB 3.3, D.6."""

    name: str
    content: bytes
    properties: str = ""

    @property
    def id(self) -> str:
        """Its XML name."""
        return "file-" + self.name.replace("/", ".")

    @property
    def mime(self) -> str:
        """Its type, a core media type of EPUB 3.3, 3.2."""
        return MIMES[PurePosixPath(self.name).suffix]


@dataclass(frozen=True)
class Place:
    """Something the table of contents leads to."""

    href: str
    title: str
    inside: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Document:
    """An XHTML file in the order of reading.

    ``place`` is its line in the table of contents, if it has one. ``landmark`` is what it is for those who go straight
    to a kind of place. One that ``is_linear`` is met by who turns page after page; others only by who follows a link.
    """

    item: Item
    place: Place | None = None
    landmark: str = ""
    is_linear: bool = True
