"""Colours and a logo of one's own, as a style and a file of the site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from patientbook.problems import PatientbookError
from patientbook.reading.colours import DARK_PAPERS, LIGHT_PAPERS, ground_of
from patientbook.reading.root import GUIDE_FILE

if TYPE_CHECKING:
    from pathlib import Path

    from patientbook.reading.local_models import Look
    from patientbook.reading.models import Guide

# Themes of high contrast keep their own colours: they were chosen for it.
_STYLE = """
:root,
body[data-jp-theme-light] {{
  --pb-accent: var(--pb-l, {light}) var(--pb-d, {dark}) var(--pb-l-strong, #004650) var(--pb-d-strong, #a5e6e8);
  --pb-accent-bg: var(--pb-l, {light_bg}) var(--pb-d, {dark_bg}) var(--pb-l-strong, #fff) var(--pb-d-strong, #000);
}}
"""


@dataclass(frozen=True)
class Logo:
    """A logo: the name of its file, its bytes, and what it says."""

    name: str
    content: bytes
    alt: str


def look_css(look: Look | None) -> bytes:
    """The style that comes after our own; empty for a guide without colours of its own."""
    if look is None or not (look.accent and look.accent_dark):
        return b""
    grounds = ground_of(look.accent, LIGHT_PAPERS[0]), ground_of(look.accent_dark, DARK_PAPERS[0])
    return _STYLE.format(light=look.accent, dark=look.accent_dark, light_bg=grounds[0], dark_bg=grounds[1]).encode()


def read_logo(guide: Guide) -> Logo | None:
    """The guide's logo; None when it has none.

    Raises:
        PatientbookError: the file cannot be read.
    """
    look = guide.settings.look
    if look is None or not (look.logo and look.logo_alt):
        return None
    return Logo(look.logo, _content(guide.root, look.logo), look.logo_alt)


def _content(root: Path, name: str) -> bytes:
    path = root / GUIDE_FILE.parent / name
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"{GUIDE_FILE.parent}/{name} cannot be opened: {error.strerror or error}."
        raise PatientbookError(message) from error
