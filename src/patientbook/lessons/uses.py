"""Where in the guide a term is used: the parts of chapters whose words link to it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from patientbook.reading.markdown import find_headings, find_references

from .calls import shown_ids

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from patientbook.reading.markdown import Reference
    from patientbook.reading.models import Cell, Chapter, Guide, LanguageContent


@dataclass(frozen=True)
class Section:
    """A part of a chapter.

    ``number`` is the chapter's, None where it has none; ``id`` is the heading's, empty before the first one.
    """

    chapter: str
    title: str
    number: int | None
    heading: str
    id: str


def chapter_number(guide: Guide, id_: str) -> int | None:
    """The number that readers see: chapters named `01-…` are counted from 1, the glossary and factsheets are not."""
    numbered = [each for each in guide.settings.chapters if each != guide.settings.glossary and each[0].isdigit()]
    return numbered.index(id_) + 1 if id_ in numbered else None


def uses_of_terms(guide: Guide, content: LanguageContent) -> Mapping[str, tuple[Section, ...]]:
    """By term, the sections that link to it, each once, in the order of the guide; the glossary itself is left out."""
    found: dict[str, dict[Section, None]] = {}
    for id_ in guide.settings.chapters:
        if id_ in content.chapters and id_ != guide.settings.glossary:
            for section, references in _parts(guide, content, content.chapters[id_]):
                for reference in references:
                    if reference.kind == "term":
                        found.setdefault(reference.target, {})[section] = None
    return {term: tuple(sections) for term, sections in found.items()}


def _parts(guide: Guide, content: LanguageContent, chapter: Chapter) -> Iterator[tuple[Section, Sequence[Reference]]]:
    """What the parts of a chapter refer to, in order, each with the section that it stands in."""
    title, glossary = chapter.front.title, guide.settings.glossary
    section = Section(chapter.id, title, chapter_number(guide, chapter.id), title, "")
    ids: Counter[str] = Counter()
    for cell in chapter.cells:
        if cell.kind == "code":
            yield from ((section, find_references(text, 1, glossary)) for text in _shown(content, cell))
            continue
        references = find_references(cell.source, cell.line, glossary)
        for heading in find_headings([cell]):
            yield section, [each for each in references if each.line < heading.line]
            references = [each for each in references if each.line >= heading.line]
            section = replace(section, heading=heading.text, id=_on_page(heading.id, ids))
        yield section, references


def _shown(content: LanguageContent, cell: Cell) -> Iterator[str]:
    """The words of pictures and of figures about survival that a code cell shows."""
    yield from (content.figures[id_].caption for id_ in shown_ids(cell, "figure") if id_ in content.figures)
    yield from (content.survival[id_].text for id_ in shown_ids(cell, "survival") if id_ in content.survival)


def _on_page(id_: str, ids: Counter[str]) -> str:
    """The heading's id on its page, where the second of the same words is `…-2`."""
    base = id_ or "section"
    ids[base] += 1
    return base if ids[base] == 1 else f"{base}-{ids[base]}"
