"""What a browser needs to install the guide as an app: manifest, icons and the colours around it.

The format is the W3C's Web Application Manifest.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from patientbook.problems import PatientbookError

from .assets import STATIC, hashed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from patientbook.reading.models import Language

    from .assets import Assets

TOUCH_ICON = "icon-touch-180.png"  # iOS cuts its own corners
# By file: its size, and whether a phone may cut its own shape out of it.
ICONS = {
    "icon-192.png": ("192x192", "any"),
    "icon-512.png": ("512x512", "any"),
    "icon-mask-512.png": ("512x512", "maskable"),
}
_PAPER = re.compile(rb"--pb-paper:\s*var\(--pb-l,\s*(#\w+)\)\s*var\(--pb-d,\s*(#\w+)\)")


@dataclass(frozen=True)
class App:
    """What the head of every page in one language says about the installed guide; paths are relative to the root.

    ``light`` and ``dark`` are the colours of the paper.
    """

    name: str
    manifest: str
    touch_icon: str
    light: str
    dark: str


def make_app(language: Language, assets: Assets) -> App:
    """The installed guide in ``language``.

    Its name is the short one where there is one, everywhere: others see it on the phone, under the icon, when it opens
    and in the list of open apps.

    Raises:
        PatientbookError: the styles no longer say which colour the paper has.
    """
    found = _PAPER.search(assets.contents[assets.css])
    if not found:
        raise PatientbookError("The built page.css has no --pb-paper with a light and a dark colour (css/tokens.css).")
    name = language.short_name or language.title
    touch_icon = next(path for path in icon_files() if path.startswith("assets/icon-touch"))
    return App(name, f"manifest-{language.code}.webmanifest", touch_icon, found[1].decode(), found[2].decode())


def icon_files() -> dict[str, bytes]:
    """The icons by path."""
    contents = {name: (STATIC / name).read_bytes() for name in (*ICONS, TOUCH_ICON)}
    return {hashed(name, content): content for name, content in contents.items()}


def write_manifest(app: App, language: Language, assets: Assets) -> bytes:
    """The manifest; it lies at the site's root, and its addresses are relative to it."""
    manifest = {
        "name": app.name,
        "short_name": app.name,
        "lang": language.code,
        "dir": "ltr",
        "start_url": f"{language.code}/index.html",
        "scope": "./",
        "display": "standalone",
        "background_color": app.light,
        "theme_color": app.light,
        "icons": [*_icons(icon_files()), {"src": assets.icon, "sizes": "any", "type": "image/svg+xml"}],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=1).encode()


def _icons(files: Mapping[str, bytes]) -> list[dict[str, str]]:
    paths = {path.partition(".")[0].removeprefix("assets/"): path for path in files}
    return [
        {"src": paths[name.removesuffix(".png")], "sizes": sizes, "type": "image/png", "purpose": purpose}
        for name, (sizes, purpose) in ICONS.items()
    ]
