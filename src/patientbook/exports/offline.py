"""The website in one zip that needs no server: unpacked, its index.html opens with a double click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from patientbook.pages.offline import AWAY
from patientbook.pages.render import NOTICES

from .labels import LABELS
from .pages import pages_in
from .site.front import front_of_folder
from .zipped import zipped

if TYPE_CHECKING:
    from .manuscript import Manuscript
    from .options import Options


def write(manuscript: Manuscript, options: Options) -> bytes:
    """The zip.

    Raises:
        PatientbookError: the options hold no pages.
    """
    pages, language = pages_in(options), manuscript.language
    site = pages.site(is_folder=True)
    files = {path: _ready(path, file.content) for path, file in site.files.items() if path not in {*NOTICES, AWAY}}
    first = LABELS["first_text"].format(title=language.title, notice=language.notice)
    # Windows' own editor of long ago shows lines that end in another way as one.
    front = {LABELS["first_file"]: first.replace("\n", "\r\n").encode()} | front_of_folder(pages.guide)
    return zipped(front | files | dict(pages.others), manuscript.settings.id, options.date or manuscript.date)


def _ready(path: str, content: bytes) -> bytes:
    """Browsers fetch no letters ahead from a folder: those that a page may do without would always come too late."""
    return content.replace(b"font-display:optional", b"font-display:block") if path.endswith(".css") else content
