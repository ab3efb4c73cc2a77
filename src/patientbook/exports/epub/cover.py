"""The cover as a picture, drawn by Typst: shelves of e-books show pictures, and few of them SVG."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from patientbook.exports.pdf.typst import FONTS
from patientbook.problems import PatientbookError

from .labels import LABELS

if TYPE_CHECKING:
    from .book import Book

TEMPLATES = Path(__file__).parent / "templates"
DOTS_PER_INCH = 144.0  # of a page of 600 by 960 points: 1200 by 1920 dots


def cover(book: Book) -> bytes:
    """The cover of ``book`` as PNG, 5 to 8, the same for the same words.

    Raises:
        PatientbookError: it cannot be drawn.
    """
    import typst  # noqa: PLC0415 - 80 MB, which only who makes a book has to load

    language = book.manuscript.language
    words = {
        "language": language.code.partition("-")[0],
        "title": language.title,
        "tagline": language.tagline,
        "edition": f"{LABELS['edition']}. {LABELS['as_of'].format(date=book.day.isoformat())}.",
    }
    try:
        made = typst.compile(
            TEMPLATES / "cover.typ",
            root=TEMPLATES,
            format="png",
            ppi=DOTS_PER_INCH,
            font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS]),
            ignore_system_fonts=True,
            sys_inputs={"words": json.dumps(words, ensure_ascii=False)},
        )
    except typst.TypstError as error:
        message = f"The cover cannot be drawn: {error.message}."
        raise PatientbookError(message) from error
    if not isinstance(made, bytes):
        message = f"The title “{language.title}” is too long for the cover. Shorten it in guide.yaml."
        raise PatientbookError(message)
    return made
