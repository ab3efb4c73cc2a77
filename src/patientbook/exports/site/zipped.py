"""The website in one zip, to be unpacked on a web server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from patientbook.exports.pages import pages_in
from patientbook.exports.zipped import zipped

from .files import site_files

if TYPE_CHECKING:
    from patientbook.exports.manuscript import Manuscript
    from patientbook.exports.options import Options


def write(manuscript: Manuscript, options: Options) -> bytes:
    """The zip.

    Raises:
        PatientbookError: the options hold no pages.
    """
    return zipped(site_files(pages_in(options)), manuscript.settings.id, options.date or manuscript.date)
