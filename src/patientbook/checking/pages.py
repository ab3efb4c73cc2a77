"""Further pages: each is listed, and none has what only a chapter can show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from patientbook.problems import Severity
from patientbook.reading.pages import FOLDER, HOME
from patientbook.reading.root import GUIDE_FILE
from patientbook.reading.rules import START, Place, Rule
from patientbook.reading.value_words import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from patientbook.problems import Problem

    from .subject import Subject

UNLISTED_PAGE = Rule(
    "unlisted-page",
    "A file of a page is there, but guide.yaml does not list the page.",
    "List it under 'pages:', or delete the file.",
    Severity.WARNING,
)
ONLY_IN_CHAPTERS = Rule(
    "only-in-chapters",
    "A page has a code cell or a citation, which only chapters can show.",
    "Write it as text; a link can lead to the chapter, or to the source.",
)
UNKNOWN_CHAPTER = Rule(
    "unknown-chapter",
    "The start page's words name a chapter that guide.yaml does not list.",
    "Correct its name, or delete the line.",
)


def unknown_chapter(subject: Subject) -> Iterator[Problem]:
    """Chapters that `home.md` has a line for and that are not in the guide."""
    front = subject.reading.documents.get(subject.folder / FOLDER / f"{HOME}.md")
    known = subject.guide.settings.chapters
    if front is None:
        return
    for id_ in sorted(front.keys(("chapters",)) - set(known)):
        what = f"guide.yaml does not list a chapter '{id_}'."
        place, about = front.key_place(("chapters", id_)), f"{subject.folder / id_}.md"
        yield UNKNOWN_CHAPTER.broken(front.file, place, what, did_you_mean(id_, known), about)


def unlisted_page(subject: Subject) -> Iterator[Problem]:
    """Markdown files among the pages that are not in the guide."""
    listed = {HOME, *subject.guide.settings.pages}
    for path in sorted((subject.guide.root / subject.folder / FOLDER).glob("*.md")):
        if path.stem not in listed:
            file = GUIDE_FILE.parent / subject.folder.name / FOLDER / path.name
            what = f"guide.yaml does not list a page '{path.stem}'."
            yield UNLISTED_PAGE.broken(file, START, what, about=file.as_posix())


def only_in_chapters(subject: Subject) -> Iterator[Problem]:
    """Code cells and citations in pages."""
    for page in subject.pages:
        for cell in page.cells:
            if cell.kind == "code":
                yield ONLY_IN_CHAPTERS.broken(page.file, Place(cell.line, 1), "There is a code cell in this page.")
        for reference in page.references:
            if reference.kind == "citation":
                place = Place(reference.line, reference.column)
                what = f"The citation '{reference.text}' has no list of sources to lead to."
                yield ONLY_IN_CHAPTERS.broken(page.file, place, what)
