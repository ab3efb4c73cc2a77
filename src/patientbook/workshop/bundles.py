"""Scripts and styles of the workshop's pages, named by the hash of their content.

They are served beside the site's own assets and are no part of the site: a copy of the guide has no workshop in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from patientbook.pages.assets import FONT, STATIC, built, hashed

if TYPE_CHECKING:
    from collections.abc import Mapping

SCRIPTS = ("early", "phone", "control", "projector")


@dataclass(frozen=True)
class Bundles:
    """Addresses relative to the app's base, and the contents by address: everything that a page of a room loads."""

    css: str
    scripts: Mapping[str, str]  # by name, as in `SCRIPTS`
    font: str
    icon: str
    contents: Mapping[str, bytes]


def read_bundles() -> Bundles:
    """The bundles as built.

    Raises:
        PatientbookError: the widgets have not been built.
    """
    font = (STATIC / FONT).read_bytes()
    font_name = hashed(FONT, font)
    css = built("workshop.css").replace(FONT.encode(), PurePosixPath(font_name).name.encode())
    css_name = hashed("workshop.css", css)
    icon = (STATIC / "icon.svg").read_bytes()
    icon_name = hashed("icon.svg", icon)
    sources = {name: built(f"{name}.js") for name in SCRIPTS}
    scripts = {name: hashed(f"{name}.js", content) for name, content in sources.items()}
    contents = {css_name: css, font_name: font, icon_name: icon} | {scripts[name]: sources[name] for name in sources}
    return Bundles(css_name, scripts, font_name, icon_name, contents)
