"""The website in one zip that needs no server: unpacked, its index.html opens with a double click."""

from __future__ import annotations

from base64 import b64encode
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from patientbook.pages.offline import AWAY
from patientbook.pages.render import NOTICES

from .labels import LABELS
from .pages import pages_in
from .site.front import front_of_folder
from .zipped import zipped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .manuscript import Manuscript
    from .options import Options


def write(manuscript: Manuscript, options: Options) -> bytes:
    """The zip.

    Raises:
        PatientbookError: the options hold no pages.
    """
    pages, language = pages_in(options), manuscript.language
    site = pages.site(is_folder=True)
    files = {path: file.content for path, file in site.files.items() if path not in {*NOTICES, AWAY}}
    files |= {path: _with_letters(content, files) for path, content in files.items() if path.endswith(".css")}
    first = LABELS["first_text"].format(title=language.title, notice=language.notice)
    # Windows' own editor of long ago shows lines that end in another way as one.
    front = {LABELS["first_file"]: first.replace("\n", "\r\n").encode()} | front_of_folder(pages.guide)
    return zipped(front | files | dict(pages.others), manuscript.settings.id, options.date or manuscript.date)


def _with_letters(style: bytes, files: Mapping[str, bytes]) -> bytes:
    """A style with its letters in it: browsers fetch none ahead from a folder, and late ones would move the page."""
    for path, content in files.items():
        if path.endswith(".woff2"):
            letters = b"data:font/woff2;base64," + b64encode(content)
            style = style.replace(PurePosixPath(path).name.encode(), letters)
    return style.replace(b"font-display:optional", b"font-display:block")
