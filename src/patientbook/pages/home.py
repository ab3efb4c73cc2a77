"""The start page: what the guide is, where to begin, its chapters, and what else there is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from .labels import LABELS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from patientbook.reading.models import Language

    from .article import HomeArticle
    from .entries import Entry

_LINK = re.compile(r'<li><a href="([^"#]+)">(.*?)</a></li>', re.DOTALL)


@dataclass(frozen=True)
class Home:
    """The words of the start page: ``lead`` says what the guide is and where to begin, ``more`` stands at the end."""

    title: str
    lead: Markup
    more: Markup


def make_home(article: HomeArticle | None, language: Language, entries: Sequence[Entry]) -> Home:
    """The start page's words, those of the guide's settings where there is no `home.md`.

    Each entry of a list in the lead that is a link becomes a door, which also says how many minutes its page takes.
    """
    if article is None:
        return Home(language.title, Markup("<p>{}</p>").format(language.tagline), Markup())
    minutes = {each.href.rpartition("/")[2]: each.minutes for each in entries}

    def door(link: re.Match[str]) -> str:
        count = minutes.get(link[1])
        how_long = f" <small>{LABELS['minutes'].format(count=count)}</small>" if count else ""
        return f'<li><a href="{link[1]}">{link[2]}{how_long}</a></li>'

    lead = _LINK.sub(door, article.lead).replace("<ul>", '<ul class="pb-doors">')
    return Home(article.title, Markup(lead), article.html)  # noqa: S704 - made by our own renderer


def how_long(entries: Sequence[Entry]) -> str:
    """How many chapters there are, and how many minutes they take together; empty where there are none."""
    chapters = [each for each in entries if each.number]
    minutes = sum(each.minutes or 0 for each in chapters)
    return LABELS["in_all"].format(count=len(chapters), minutes=minutes) if len(chapters) > 1 else ""
