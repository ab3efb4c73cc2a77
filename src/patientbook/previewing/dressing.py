"""Pages as a preview shows them: with the script that hears of changes, and with something to show from the start."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from patientbook.pages.assets import built, read_assets
from patientbook.pages.render import BASE, NOTICES
from patientbook.pages.site import Site, make_file

from .labels import LABELS

if TYPE_CHECKING:
    from patientbook.pages.site import File

SCRIPT, STYLE = "preview.js", "preview.css"
EMPTY_HOME = "index.html"


def dressed(site: Site) -> Site:
    """The site with the preview's script in each page. ``data-version`` is the page's own, to know a newer one by.

    Raises:
        PatientbookError: the widgets have not been built.
    """
    files = {path: _dressed(path, file) if path.endswith(".html") else file for path, file in site.files.items()}
    files |= {name: make_file(name, built(name)) for name in (SCRIPT, STYLE)}
    return replace(site, files=files)


def versions_of(site: Site) -> dict[str, str]:
    """What each page of a site that is not dressed yet is known by; another content is another version."""
    return {path: _version(file) for path, file in site.files.items() if path.endswith(".html") and path not in NOTICES}


def empty_site() -> Site:
    """What is shown while nothing could be made yet: one page that says so, at every address.

    Raises:
        PatientbookError: the widgets have not been built.
    """
    assets = read_assets()
    page = (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{LABELS['empty_title']}</title>\n"
        f'<link rel="stylesheet" href="{BASE}{assets.css}">\n</head>\n<body>\n'
        f'<main id="content" class="pb-chapter" tabindex="-1">\n<h1>{LABELS["empty_title"]}</h1>\n'
        f"<p>{LABELS['empty_text']}</p>\n</main>\n</body>\n</html>\n"
    )
    files = {path: make_file(path, content) for path, content in assets.contents.items()}
    files |= {name: make_file(name, page.encode()) for name in NOTICES}
    files[EMPTY_HOME] = make_file(EMPTY_HOME, page.replace(BASE, "").encode())
    return Site("empty", EMPTY_HOME, files, {}, {})


def _version(file: File) -> str:
    return file.etag.strip('"')


def _dressed(path: str, file: File) -> File:
    is_notice = path in NOTICES
    base = BASE if is_notice else "../" * path.count("/")
    version = "" if is_notice else _version(file)
    added = (
        f'<link rel="stylesheet" href="{base}{STYLE}">\n'
        f'<script defer src="{base}{SCRIPT}" data-version="{version}"></script>\n</head>'
    )
    return make_file(path, file.content.replace(b"</head>", added.encode(), 1))
