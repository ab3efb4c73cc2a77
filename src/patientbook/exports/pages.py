"""What the site's pages are made of, for the formats that hold pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from patientbook.pages import build_site
from patientbook.pages.downloads import with_sizes
from patientbook.pages.entries import Offers
from patientbook.pages.kernel_free import is_kernel_free
from patientbook.problems import PatientbookError

from .offers import offers_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import PurePosixPath

    from nbformat import NotebookNode

    from patientbook.pages import Site
    from patientbook.reading.models import Guide

    from .options import Options


@dataclass(frozen=True)
class Pages:
    """A guide, its executed notebooks, and its other downloads that could be made, by their paths in the site."""

    guide: Guide
    runs: Mapping[PurePosixPath, NotebookNode]
    others: Mapping[str, bytes]

    def site(self, *, is_folder: bool) -> Site:
        """The pages as no server stands behind them: without notebooks that compute, and what only a server says.

        Their links to downloads lead to those in `others`.
        """
        runs = {path: run for path, run in self.runs.items() if is_kernel_free(run)}
        offers = Offers(tuple(each for each in offers_of(self.guide).downloads if each.href in self.others))
        site = build_site(self.guide, runs, "", health=None, offers=offers, is_folder=is_folder)
        return with_sizes(site, {path: len(content) for path, content in self.others.items()})


def pages_in(options: Options) -> Pages:
    """The pages in ``options``.

    Raises:
        PatientbookError: there are none: whoever wants this format has not brought them.
    """
    if options.pages is None:
        raise PatientbookError("This format is made of the guide's pages, and there are none.")
    return options.pages
