"""From a guide's folder to all that its website is made of."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from patientbook.exports.downloads import Downloads, Source
from patientbook.exports.kept import FOLDER, DownloadStore
from patientbook.exports.pages import Pages
from patientbook.pages.kernel_free import is_kernel_free
from patientbook.pages.making import make_notebooks
from patientbook.pages.workplace import site_digest

if TYPE_CHECKING:
    from patientbook.exports.registry import Format
    from patientbook.pages.making import Made
    from patientbook.pages.workplace import Workplace


def pages_of(place: Workplace, leave_out: Format | None = None) -> Pages:
    """The guide's pages and all its downloads but those of one format. Notebooks are run where need be.

    Raises:
        ContentError: the content has errors.
        PatientbookError: a notebook does not run, or the widgets are not built.
    """
    return pages_made(place, asyncio.run(make_notebooks(place)), leave_out)


def pages_made(place: Workplace, made: Made, leave_out: Format | None = None) -> Pages:
    """The same of a guide whose notebooks were run. What cannot be made is told, and left out."""
    source = Source(made.guide, lambda: made.runs, site_digest(place.root))
    downloads = Downloads(source, DownloadStore(place.cache / FOLDER), place.keep, leave_out)
    for number, (wanted, problem) in enumerate(downloads.make(), 1):
        why = f" is left out. {problem}" if problem else ""
        place.report(f"{number} of {len(downloads.wanted)}: {wanted.path}{why}")
    for file, run in made.runs.items():
        if not is_kernel_free(run):
            place.report(f"Left out, because it needs Python while it is read: {file}")
    return Pages(made.guide, made.runs, downloads.made)
