"""Colours and a logo of one's own: to be read on our papers, and small enough for a slow line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from patientbook.reading.colours import DARK_PAPERS, ENOUGH, LIGHT_PAPERS, contrast
from patientbook.reading.root import GUIDE_FILE
from patientbook.reading.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import PurePosixPath

    from patientbook.problems import Problem
    from patientbook.reading.local_models import Look

    from .subject import Subject

LOOK_CONTRAST = Rule(
    "look-contrast",
    "A colour of the guide's own cannot be read well on its paper.",
    "Choose a darker 'accent', or a lighter 'accent_dark'.",
)
LOGO_FILE = Rule(
    "logo-file",
    "The logo is not there, is no picture, or is so large that pages become slow.",
    "Put an SVG or PNG of at most 50 KB into the folder content.",
)
MOST_LOGO = 50_000  # bytes: a third of what a page may weigh
_STARTS = {".svg": (b"<",), ".png": (b"\x89PNG\r\n\x1a\n",)}


def look_contrast(subject: Subject) -> Iterator[Problem]:
    """Accents that have too little contrast with the papers they stand on."""
    look = subject.guide.settings.look
    for key, colour, papers in _accents(look) if look else ():
        worst = min(contrast(colour, paper) for paper in papers)
        if worst < ENOUGH:
            what = f"'{key}' has a contrast of {worst:.1f} to 1 with the paper; {ENOUGH} is the least for text."
            way_out = "Choose a darker colour." if papers is LIGHT_PAPERS else "Choose a lighter colour."
            place = subject.reading.documents[GUIDE_FILE].place(("look", key))
            yield LOOK_CONTRAST.broken(GUIDE_FILE, place, what, way_out)


def logo_file(subject: Subject) -> Iterator[Problem]:
    """A logo that cannot be shown."""
    look = subject.guide.settings.look
    if look is None or look.logo is None:
        return
    file = GUIDE_FILE.parent / look.logo
    what = _wrong_with(subject, file)
    if what:
        place = subject.reading.documents[GUIDE_FILE].place(("look", "logo"))
        yield LOGO_FILE.broken(GUIDE_FILE, place, what)


def _accents(look: Look) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    if look.accent and look.accent_dark:
        yield "accent", look.accent, LIGHT_PAPERS
        yield "accent_dark", look.accent_dark, DARK_PAPERS


def _wrong_with(subject: Subject, file: PurePosixPath) -> str:
    try:
        content = (subject.guide.root / file).read_bytes()
    except OSError:
        return f"There is no file '{file}' that could be opened."
    if len(content) > MOST_LOGO:
        return f"'{file}' has {len(content) // 1000:,} KB."
    if not content.lstrip().startswith(_STARTS[file.suffix]):
        return f"'{file}' is no {file.suffix[1:].upper()}, whatever its name says."
    return ""
