"""The start page: what the guide is, where to begin, its chapters, and what else there is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from .article import make_home_article
from .labels import LABELS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from patientbook.reading.models import Language
    from patientbook.reading.page_models import Page

    from .entries import Entry

_LINK = re.compile(r'<li><a href="([^"#]+)">(.*?)</a></li>', re.DOTALL)


@dataclass(frozen=True)
class Home:
    """The words of the start page: ``lead`` says what the guide is, ``doors`` lead in, ``more`` stands at the end.

    ``lines`` has what to say of a page in one line, by its path in the site.
    """

    title: str
    lead: Markup
    doors: Markup
    more: Markup
    lines: Mapping[str, str]


def make_home(page: Page | None, glossary: str, language: Language, entries: Sequence[Entry]) -> Home:
    """The start page's words in ``page``, those of the guide's settings where there is none.

    Each entry of a list in the lead that is a link becomes a door, which also says how many minutes its page takes.
    """
    if page is None:
        return Home(language.title, Markup("<p>{}</p>").format(language.tagline), Markup(), Markup(), {})
    article = make_home_article(page, glossary)
    minutes = {each.href.rpartition("/")[2]: each.minutes for each in entries}

    def door(link: re.Match[str]) -> str:
        count = minutes.get(link[1])
        how_long = f" <small>{LABELS['minutes'].format(count=count)}</small>" if count else ""
        return f'<li><a href="{link[1]}">{link[2]}{how_long}</a></li>'

    lead, start, rest = article.lead.partition("<ul>")
    doors = _LINK.sub(door, start + rest).replace("<ul>", '<ul class="pb-doors">')
    lines = {f"{language.code}/{id_}.html": line for id_, line in page.lines.items()}
    # Markup: made by our own renderer
    return Home(page.front.title, Markup(lead), Markup(doors), article.html, lines)  # noqa: S704


def how_long(entries: Sequence[Entry]) -> str:
    """How many chapters there are, and how many minutes they take together; empty where there are none."""
    chapters = [each for each in entries if each.number]
    minutes = sum(each.minutes or 0 for each in chapters)
    return LABELS["in_all"].format(count=len(chapters), time=_time(minutes)) if len(chapters) > 1 else ""


def _time(minutes: int) -> str:
    """Up to an hour in minutes, then to the nearest half hour."""
    if minutes < 60:  # noqa: PLR2004 - minutes of an hour
        return LABELS["minutes"].format(count=minutes)
    hours, half = divmod(round(minutes / 30), 2)
    name = "hours_and_half" if half else "hour" if hours == 1 else "hours"
    return LABELS[name].format(count=hours)
