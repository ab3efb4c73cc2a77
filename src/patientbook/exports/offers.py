"""Which downloads a guide has, under which names, and on which pages they are offered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from patientbook.lessons.uses import chapter_number
from patientbook.pages.entries import Download, Offers

from .kept import FOLDER
from .labels import OFFERED
from .making import newest_date
from .options import Options
from .registry import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from patientbook.reading.models import Guide, LanguageContent

    from .registry import Format


@dataclass(frozen=True)
class Wanted:
    """One file to be made: in which format, of what, and how pages offer it."""

    format: Format
    options: Options
    download: Download

    @property
    def path(self) -> str:
        """Its path in the site."""
        return self.download.href


def offers_of(guide: Guide) -> Offers:
    """All that a guide offers besides its pages."""
    return Offers(tuple(each.download for each in wanted_of(guide)))


def wanted_of(guide: Guide) -> list[Wanted]:
    """Every download of a guide, language by language. What other downloads are packed into comes last."""
    found = [
        each
        for content in guide.languages.values()
        for name, format_ in FORMATS.items()
        if name in OFFERED
        for each in _of_format(guide, content, format_)
    ]
    return sorted(found, key=lambda each: each.format.is_of_pages)


def _of_format(guide: Guide, content: LanguageContent, format_: Format) -> Iterator[Wanted]:
    options = Options(language=content.settings.code)
    numbers = {id_: chapter_number(guide, id_) for id_ in content.chapters}
    sheets = [id_ for id_, number in numbers.items() if not number and id_ != guide.settings.glossary]
    if format_.of == "guide":
        yield _wanted(guide, content, format_, options)
    elif format_.of == "sheet" and sheets:
        yield _wanted(guide, content, format_, options, page=sheets[0])
    elif format_.of == "chapter":
        for id_, number in numbers.items():
            if number:
                yield _wanted(guide, content, format_, replace(options, chapter=id_), page=id_, which=f"{number:02}")


def _wanted(  # noqa: PLR0913 - what there is to know of a file
    guide: Guide, content: LanguageContent, format_: Format, options: Options, *, page: str = "", which: str = ""
) -> Wanted:
    code = content.settings.code
    name = format_.name_of(guide.settings.id, which, code, newest_date(content))
    title, line = OFFERED[format_.name]
    download = Download(
        href=f"{FOLDER}/{name}",
        title=title,
        language=code,
        of=format_.of,
        kind=format_.suffix.removeprefix(".").upper(),
        page=f"{code}/{page}.html" if page else "",
        line=line,
    )
    return Wanted(format_, options, download)
