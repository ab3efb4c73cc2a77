"""The words and pictures of a chapter, section by section, as a room reads them.

Without questions, which the room asks itself, and without figures about survival, which each reader opens alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from patientbook.lessons.calls import shown_ids
from patientbook.lessons.citations import numbered_sources
from patientbook.lessons.lesson import Lesson
from patientbook.lessons.translate import to_notebook
from patientbook.pages.markdown import Renderer

from .links import with_links

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from patientbook.pages.markdown import Block
    from patientbook.reading.models import Cell, Guide, LanguageContent

_SECTION = 2  # an h2 begins one


def passages_of(guide: Guide, content: LanguageContent, chapter: str, link: Callable[[str], str]) -> Mapping[str, str]:
    """By the id of each heading, the HTML from there to the next heading of its level or above, without the heading."""
    pieces = list(_pieces(guide, content, chapter))
    found: dict[str, str] = {}
    for start, (heading, _) in enumerate(pieces):
        if heading is None or heading.level < _SECTION:
            continue
        rest = pieces[start + 1 :]
        end = next((at for at, (each, _) in enumerate(rest) if each and each.level <= heading.level), len(rest))
        found[heading.id] = with_links("\n".join(html for _, html in rest[:end]), link)
    return found


def _pieces(guide: Guide, content: LanguageContent, chapter: str) -> Iterator[tuple[Block | None, str]]:
    """What the chapter shows in order, a heading with itself."""
    lesson = Lesson(guide, content, content.chapters[chapter])
    keys = [each.source.key for each in numbered_sources(guide, content.chapters[chapter])]
    markdown = Renderer(guide.settings.glossary)
    for cell in content.chapters[chapter].cells:
        if cell.kind == "markdown":
            for block in markdown.blocks(to_notebook(cell.source, keys)):
                yield (block if block.level else None), block.html
        else:
            yield from ((None, html) for html in _figures(lesson, content, cell))


def _figures(lesson: Lesson, content: LanguageContent, cell: Cell) -> Iterator[str]:
    for id_ in shown_ids(cell, "figure"):
        if id_ in content.figures:
            yield lesson.figure(id_).html
