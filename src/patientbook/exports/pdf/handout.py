"""A handout for a chapter: its key points, one exercise, its questions, and space to write, on one or two pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from patientbook.problems import PatientbookError

from .packing import packed
from .sheet_data import handout_data
from .typst import make_pdf, pages_of

if TYPE_CHECKING:
    from patientbook.exports.manuscript import Manuscript
    from patientbook.exports.options import Options

PAGES = 2
SIZES = (11.0, 10.5, 10.0, 9.5, 9.0)


def write(manuscript: Manuscript, options: Options) -> bytes:
    """The handout of the chapter in ``options``.

    Raises:
        PatientbookError: the guide has no such chapter, or its handout is too long.
    """
    part = manuscript.part(options.chapter or "")
    if part is None:
        message = (
            f"A handout is of one chapter. There are: {', '.join(each.id for each in manuscript.of_kind('chapter'))}."
        )
        raise PatientbookError(message)
    day = options.date or manuscript.date
    for size in SIZES:
        made = make_pdf("handout", handout_data(manuscript, part, day, size=size), day)
        if pages_of(made) <= PAGES:
            return packed(made)
    message = f'The handout of "{part.title}" does not fit on {PAGES} pages. Shorten its key points or its questions.'
    raise PatientbookError(message)
