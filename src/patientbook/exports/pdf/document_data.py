"""What every PDF says about itself, and what several of them show alike."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from patientbook_widgets.labels import LABELS as WIDGET_LABELS

from patientbook.exports.blocks import Box
from patientbook.exports.facts import reached
from patientbook.exports.manuscript import Text
from patientbook.lessons.labels import LABELS as LESSON_LABELS
from patientbook.reading.colours import LIGHT_PAPERS, ground_of

from . import places
from .labels import LABELS

if TYPE_CHECKING:
    from datetime import date

    from patientbook.exports.manuscript import Manuscript, Part, Picture
    from patientbook.pages.look import Logo
    from patientbook.reading.local_models import Look

    from .words_data import Data, WordsData

KEYWORDS = 12
_OF_LESSONS = ("objectives", "contacts")
_SHARED = ("check_yourself", "also_called", "see_also")


def document_data(manuscript: Manuscript, day: date, *, is_large: bool, edition: str) -> Data:
    """What every PDF says about itself."""
    settings = manuscript.settings
    used = Counter({entry.term.term: len({use.part for use in entry.uses}) for entry in manuscript.terms})
    return {
        "language": manuscript.language.code,
        "title": manuscript.language.title,
        "tagline": manuscript.language.tagline,
        "notice": manuscript.language.notice,
        "authors": list(settings.authors),
        "keywords": [term for term, _ in used.most_common(KEYWORDS)],
        "day": [day.year, day.month, day.day],
        "date": day.isoformat(),
        "large": is_large,
        "edition": LABELS[edition],
        "colours": _colours(settings.look),
        "logo": _logo(manuscript.logo) if manuscript.logo else None,
        "contacts": [[each.name, reached(each)] for each in manuscript.language.contacts],
        "labels": LABELS
        | {key: LESSON_LABELS[key] for key in _OF_LESSONS}
        | {key: WIDGET_LABELS[key] for key in _SHARED},
    }


def _colours(look: Look | None) -> Data:
    """The colours that the guide has of its own, as the template calls them."""
    if look is None or look.accent is None:
        return {}
    return {"accent": look.accent, "accent-bg": ground_of(look.accent, LIGHT_PAPERS[1])}


def _logo(logo: Logo) -> Data:
    """Bytes as numbers: what stands in JSON is text."""
    return {"content": list(logo.content), "format": logo.name.rpartition(".")[2], "alt": logo.alt}


def picture_data(picture: Picture, words: WordsData) -> Data:
    """A picture with its number and caption."""
    return {
        "k": "picture",
        "at": places.picture(words.part, picture.number),
        "number": picture.number,
        "caption": words.inlines(picture.caption),
        "alt": picture.alt,
        "svg": picture.svg,
        "units": _units(picture.svg),
        "is_people": 'class="pb-people' in picture.svg,
    }


def boxes_of(part: Part, kind: str) -> list[Box]:
    """The part's boxes of one kind."""
    blocks = (block for piece in part.pieces if isinstance(piece, Text) for block in piece.blocks)
    return [block for block in blocks if isinstance(block, Box) and block.kind == kind]


def _units(svg: str) -> list[float]:
    """Width and height of a drawing in its own units."""
    view = re.search(r"<svg\b[^>]*?\bviewBox=\"([^\"]+)\"", svg)
    numbers = [float(each) for each in re.findall(r"-?[\d.]+", view[1])] if view else []
    is_whole = len(numbers) == 4 and min(numbers[2:]) > 0  # noqa: PLR2004 - a view box has four numbers
    return numbers[2:] if is_whole else [360.0, 360.0]
