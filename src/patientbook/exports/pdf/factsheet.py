"""A factsheet for a waiting room: exactly two pages of A4, or large print as long as it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from patientbook.problems import PatientbookError

from .packing import packed
from .sheet_data import factsheet_data
from .typst import make_pdf, pages_of

if TYPE_CHECKING:
    from patientbook.exports.manuscript import Manuscript, Part
    from patientbook.exports.options import Options

PAGES = 2
# From comfortable down to the smallest that print for patients may have.
SIZES = (11.0, 10.75, 10.5, 10.25, 10.0, 9.75, 9.5, 9.25, 9.0)
LARGE = 18.0


def write(manuscript: Manuscript, options: Options) -> bytes:
    """The factsheet on two pages, in the largest letters that fit.

    Raises:
        PatientbookError: the guide has no factsheet, or it is too long.
    """
    sheet, day = _sheet(manuscript, options), options.date or manuscript.date
    for size in SIZES:
        made = make_pdf("factsheet", factsheet_data(manuscript, sheet, day, size=size), day)
        if pages_of(made) <= PAGES:
            return packed(made)
    message = f'"{sheet.title}" does not fit on {PAGES} pages at {SIZES[-1]:.0f} pt. Shorten {sheet.id}.md.'
    raise PatientbookError(message)


def write_large(manuscript: Manuscript, options: Options) -> bytes:
    """The factsheet in large print.

    Raises:
        PatientbookError: the guide has no factsheet.
    """
    sheet, day = _sheet(manuscript, options), options.date or manuscript.date
    return packed(make_pdf("factsheet", factsheet_data(manuscript, sheet, day, size=LARGE), day))


def _sheet(manuscript: Manuscript, options: Options) -> Part:
    sheets = manuscript.of_kind("sheet")
    sheet = next((part for part in sheets if options.chapter in {None, part.id}), None)
    if sheet is None:
        message = "This guide has no factsheet: a chapter of guide.yaml whose name begins with no number."
        raise PatientbookError(message)
    return sheet
