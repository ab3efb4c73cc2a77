"""What a reader can choose about a download."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from .pages import Pages


@dataclass(frozen=True)
class Options:
    """What is left out is chosen: the guide's first language, all chapters, the newest date of the content.

    ``chapter`` is the id of the one chapter (or sheet) wanted; ``date`` is what the file says it is from. ``pages`` is
    what formats that hold the site's pages are made of.
    """

    language: str | None = None
    chapter: str | None = None
    date: date | None = None
    pages: Pages | None = None
