"""The whole guide as an EPUB."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from patientbook.exports.pdf.typst import FONTS

from . import places
from .archive import zipped
from .book import Book
from .cover import cover
from .documents import documents
from .items import Document, Item
from .labels import LABELS
from .pictures import pictures
from .rendering import fill

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from patientbook.exports.manuscript import Manuscript
    from patientbook.exports.options import Options

FOLDER = "EPUB"
FEATURES = (
    "tableOfContents",
    "structuralNavigation",
    "readingOrder",
    "alternativeText",
    "displayTransformability",
    "ARIA",
    "unlocked",
)
_AFTER_TITLE = 2


def write(manuscript: Manuscript, options: Options) -> bytes:
    """The guide as EPUB 3.3.

    Raises:
        PatientbookError: its cover cannot be drawn.
    """
    book = Book(manuscript, options.date or manuscript.date)
    spine = list(documents(book))
    spine.insert(_AFTER_TITLE, _contents(book, spine))
    items = [*(document.item for document in spine), *_looks(book), *pictures(book)]
    package = fill(
        "package.opf",
        book,
        identifier=uuid5(NAMESPACE_URL, f"patientbook:{manuscript.settings.id}:{manuscript.language.code}"),
        features=FEATURES,
        items=items,
        spine=spine,
        cover=next(item.id for item in items if item.properties == "cover-image"),
    )
    described = {"META-INF/container.xml": _file("container.xml"), f"{FOLDER}/package.opf": package}
    return zipped(described | {f"{FOLDER}/{item.name}": item.content for item in items})


def _contents(book: Book, spine: Sequence[Document]) -> Document:
    """The table of contents, and the places for those who go straight to a kind of place (EPUB 3.3, 7)."""
    landmarks = [(each.landmark, each.item.name, each.place.title) for each in spine if each.landmark and each.place]
    at = [("toc", f"{places.CONTENTS}#toc", LABELS["contents"])]
    made = fill(
        places.CONTENTS,
        book,
        contents=[each.place for each in spine if each.place and each.landmark != "cover"],
        landmarks=landmarks[:_AFTER_TITLE] + at + landmarks[_AFTER_TITLE:],
    )
    return Document(Item(places.CONTENTS, made, "nav"))


def _looks(book: Book) -> Iterator[Item]:
    """The cover, the style sheet and its fonts, whose licence (OFL 1.1) lets books carry them."""
    yield Item("cover.png", cover(book), "cover-image")
    yield Item("style.css", _file("style.css"))
    for font in sorted(FONTS.glob("*.ttf")):
        yield Item(f"fonts/{font.name}", font.read_bytes())


def _file(name: str) -> bytes:
    return files(__package__).joinpath("templates", name).read_bytes()
