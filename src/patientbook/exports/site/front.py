"""The first page of a folder: it leads to the start page."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader

from patientbook.exports.labels import LABELS
from patientbook.pages.assets import hashed

if TYPE_CHECKING:
    from jinja2 import Template

    from patientbook.reading.models import Guide

# Where the zip was not unpacked a browser finds no script beside the page, and the page says what to do.
_GO = b'location.replace(document.querySelector("main a").href);\n'
GO = hashed("go.js", _GO)


def front_page(guide: Guide) -> bytes:
    """The page that a web server shows for the folder."""
    return _filled(guide, None)


def front_of_folder(guide: Guide) -> dict[str, bytes]:
    """The page that is opened with a double click, and its script."""
    return {"index.html": _filled(guide, GO), GO: _GO}


def _filled(guide: Guide, script: str | None) -> bytes:
    return _template().render(languages=guide.settings.languages, labels=LABELS, script=script).encode()


@cache
def _template() -> Template:
    loader = PackageLoader("patientbook.exports.site")
    return Environment(loader=loader, autoescape=True, trim_blocks=True, keep_trailing_newline=True).get_template(
        "front.html.j2"
    )
