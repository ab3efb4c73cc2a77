"""The documents of an EPUB, in the order in which they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from patientbook.exports.blocks import Heading
from patientbook.exports.manuscript import Text
from patientbook.exports.walk import found_in

from . import places
from .items import Document, Item, Place
from .labels import LABELS
from .page import Page
from .rendering import fill, full_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from patientbook.exports.manuscript import Part, Piece

    from .book import Book

_SECTION = 2


def documents(book: Book) -> Iterator[Document]:
    """Everything but the table of contents, which stands after the title page."""
    words = LABELS
    yield _simple(book, places.COVER, words["cover"], "cover")
    yield _simple(book, places.TITLE, words["title_page"], "titlepage")
    yield _simple(book, places.HOW_TO, words["how_to"], "preface")
    main = [part for part in book.parts if part.kind in {"chapter", "sheet"}]
    for part in main:
        yield _part(book, part, "bodymatter" if part is main[0] else "")
    if book.exercises:
        pages = [(Page(book, places.ANSWERS, part), exercises) for part, exercises in book.exercises]
        yield _simple(book, places.ANSWERS, words["answers"], "answers", pages=pages)
    for part in book.parts:
        if part not in main:
            yield _part(book, part, "glossary" if part.kind == "glossary" else "")
    if book.survival:
        yield from _survival(book)


def _simple(book: Book, file: str, title: str, landmark: str = "", **values: object) -> Document:
    return Document(Item(file, fill(file, book, **values)), Place(file, title), landmark)


def _part(book: Book, part: Part, landmark: str) -> Document:
    file = places.part(part.id)
    values = {"page": Page(book, file, part), "part": part, "pieces": _levels(part.pieces)}
    title_id = places.heading(part.heading.id or "title.")
    made = fill("part.xhtml", book, title_id=title_id, **values)
    sections = (each for each in found_in(part.pieces, Heading) if each.level == _SECTION)
    inside = tuple(Place(f"{file}#{places.heading(each.id)}", each.text) for each in sections)
    return Document(Item(file, made), Place(file, full_title(part), inside), landmark)


def _levels(pieces: tuple[Piece, ...]) -> list[tuple[Piece, int]]:
    """Each piece with the level of a heading in it: one below the heading that it stands under."""
    found, last = [], 1
    for piece in pieces:
        if isinstance(piece, Text):
            last = next((each.level for each in reversed(tuple(found_in(piece, Heading)))), last)
        found.append((piece, min(last + 1, 6)))
    return found


def _survival(book: Book) -> Iterator[Document]:
    """What the figures about survival are about; and they themselves, which only a link leads to."""
    pages = [(Page(book, places.SURVIVAL, part), figures) for part, figures in book.survival]
    yield _simple(book, places.SURVIVAL, LABELS["survival_title"], pages=pages)
    pages = [(Page(book, places.FIGURES, part), figures) for part, figures in book.survival]
    figures = fill(places.FIGURES, book, pages=pages)
    yield Document(Item(places.FIGURES, figures), is_linear=False)
