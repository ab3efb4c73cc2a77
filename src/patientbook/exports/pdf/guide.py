"""The whole guide as a book to print: A4, and in large print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .book_data import book_data
from .packing import packed
from .typst import make_pdf

if TYPE_CHECKING:
    from patientbook.exports.manuscript import Manuscript
    from patientbook.exports.options import Options


def write(manuscript: Manuscript, options: Options) -> bytes:
    """The guide as PDF, A4.

    Raises:
        PatientbookError: it cannot be set.
    """
    return _written(manuscript, options, is_large=False)


def write_large(manuscript: Manuscript, options: Options) -> bytes:
    """The same in letters of 18 pt.

    Raises:
        PatientbookError: it cannot be set.
    """
    return _written(manuscript, options, is_large=True)


def _written(manuscript: Manuscript, options: Options, *, is_large: bool) -> bytes:
    day = options.date or manuscript.date
    return packed(make_pdf("guide", book_data(manuscript, day, is_large=is_large), day))
