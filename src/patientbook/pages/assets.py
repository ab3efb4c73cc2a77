"""Styles, scripts and fonts of pages, named by the hash of their content so that browsers keep them for ever."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import patientbook_widgets

from patientbook.problems import PatientbookError

from .look import look_css

if TYPE_CHECKING:
    from patientbook.reading.local_models import Look

    from .look import Logo

STATIC = Path(__file__).parent / "static"
FONT = "atkinson-hyperlegible-next-latin-wght-normal.woff2"
SCRIPTS = ("early", "page", "live", "search", "my", "aloud")
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
}


@dataclass(frozen=True)
class Assets:
    """Addresses of what every page loads, relative to the site's root, and the contents by address."""

    css: str
    scripts: dict[str, str]  # by name, as in `SCRIPTS`
    font: str
    icon: str
    contents: dict[str, bytes]
    logo: str | None = None
    logo_alt: str = ""


def read_assets(look: Look | None = None, logo: Logo | None = None) -> Assets:
    """The assets as built, with colours and a logo of the guide's own.

    Raises:
        PatientbookError: the widgets have not been built.
    """
    font = (STATIC / FONT).read_bytes()
    font_name = hashed(FONT, font)
    css = built("page.css").replace(FONT.encode(), PurePosixPath(font_name).name.encode()) + look_css(look)
    css_name = hashed("page.css", css)
    sources = {name: built(f"{name}.js") for name in SCRIPTS}
    scripts = {name: hashed(f"{name}.js", content) for name, content in sources.items()}
    icon = (STATIC / "icon.svg").read_bytes()
    icon_name = hashed("icon.svg", icon)
    contents = {css_name: css, font_name: font, icon_name: icon} | {scripts[name]: sources[name] for name in sources}
    logo_name = hashed(logo.name, logo.content) if logo else None
    if logo and logo_name:
        contents[logo_name] = logo.content
    return Assets(css_name, scripts, font_name, icon_name, contents, logo_name, logo.alt if logo else "")


def hashed(name: str, content: bytes) -> str:
    """`page.css` as `assets/page.3f2a….css`."""
    path = PurePosixPath(name)
    return f"assets/{path.stem}.{hashlib.sha256(content).hexdigest()[:12]}{path.suffix}"


def built(name: str) -> bytes:
    """A file that the widgets' build made.

    Raises:
        PatientbookError: it has not made it.
    """
    try:
        return (patientbook_widgets.static_folder() / name).read_bytes()
    except OSError as error:
        message = f"{name} has not been built. Run `npm --prefix widgets ci` and `npm --prefix widgets run build`."
        raise PatientbookError(message) from error
