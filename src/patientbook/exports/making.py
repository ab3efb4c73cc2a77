"""From a checked guide to the manuscript of one language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from patientbook_widgets.alphabet import place_of

from patientbook.lessons.codes import named_code
from patientbook.lessons.labels import LABELS
from patientbook.lessons.uses import uses_of_terms
from patientbook.pages.look import read_logo
from patientbook.problems import PatientbookError
from patientbook.reading.pages import HOME

from .manuscript import Entry, Manuscript, Use
from .parts import chapter_part, page_part
from .references import Names, References

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from patientbook.lessons.uses import Section
    from patientbook.reading.models import Guide, GuideSettings, LanguageContent


def make_manuscript(guide: Guide, language: str) -> Manuscript:
    """The manuscript of ``guide``, which has no errors, in ``language``.

    Raises:
        PatientbookError: the guide has no such language, or the file of a figure cannot be read.
    """
    content = guide.languages.get(language)
    if content is None:
        message = f'The guide is not written in "{language}". It has: {", ".join(guide.languages)}.'
        raise PatientbookError(message)
    pages = [page for id_, page in content.pages.items() if id_ != HOME]
    names = Names(language, guide.settings.glossary, content.terms, content.chapters, [page.id for page in pages])
    chapters = [chapter_part(guide, content, names, chapter) for chapter in content.chapters.values()]
    parts = (*chapters, *(page_part(names, page) for page in pages))
    entries = _entries(guide, content, names)
    return Manuscript(guide.settings, content.settings, newest_date(content), parts, entries, read_logo(guide))


def newest_date(content: LanguageContent) -> date:
    """The newest date at which a chapter was written or reviewed."""
    fronts = [chapter.front for chapter in content.chapters.values()]
    return max(day for front in fronts for day in (front.written, front.reviewed) if day)


def _entries(guide: Guide, content: LanguageContent, names: Names) -> tuple[Entry, ...]:
    references = References(names, names.glossary, {})
    uses = uses_of_terms(guide, content)
    ordered = sorted(content.terms.items(), key=lambda pair: place_of(pair[1].term))
    return tuple(_entry(id_, guide.settings, content, references, uses.get(id_, ())) for id_, _ in ordered)


def _entry(
    id_: str, settings: GuideSettings, content: LanguageContent, references: References, uses: Iterable[Section]
) -> Entry:
    term = content.terms[id_]
    return Entry(
        id=id_,
        term=term,
        meaning=references.inlines(term.meaning),
        more=references.inlines(term.more) if term.more else (),
        see_also=tuple((other, content.terms[other].term) for other in term.see_also if other in content.terms),
        uses=tuple(_use(section) for section in uses),
        code=named_code(settings, term.code),
    )


def _use(section: Section) -> Use:
    name = LABELS["in_chapter" if section.number else "in_page"]
    words = name.format(number=section.number, title=section.title, heading=section.heading)
    return Use(section.chapter, section.id, words)
