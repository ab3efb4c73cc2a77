"""A further page, such as `pages/privacy.md`: front matter and words. `pages/home.md` has the start page's words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .chapter import read_parts
from .page_models import HomeFrontMatter, Page, PageFrontMatter
from .rules import BY_ID
from .values import make

if TYPE_CHECKING:
    from pathlib import PurePosixPath

    from patientbook.problems import Problem

    from .models import Cell, GuideSettings
    from .places import Document

FOLDER = "pages"
HOME = "home"
# Where the site has pages of its own. A guide's page of that name would take their address.
_TAKEN = {HOME: "the start page's words", "index": "the start page", "search": "search", "my-pages": "My pages"}


@dataclass(frozen=True)
class PageFile:
    """A page as far as it can be read; its parts are those of `ChapterFile`."""

    page: Page | None
    front: Document | None
    cells: tuple[Cell, ...] | None
    problems: tuple[Problem, ...]


def read_page(text: str, id_: str, language: str, file: PurePosixPath) -> PageFile:
    """The page in ``text``. Raises nothing."""
    parts = read_parts(text, file)
    if parts.front is None:
        return PageFile(None, None, parts.cells, parts.problems)
    front, problems = make(HomeFrontMatter if id_ == HOME else PageFrontMatter, parts.front)
    lines = front.chapters if isinstance(front, HomeFrontMatter) else {}
    page = Page(id_, language, file, front, parts.cells, lines) if front and parts.cells is not None else None
    return PageFile(page, parts.front, parts.cells, (*parts.problems, *problems))


def check_pages(settings: GuideSettings, document: Document) -> list[Problem]:
    """What is wrong with the list of pages in `guide.yaml`: names that something else has, or that stand twice."""
    problems = []
    for index, id_ in enumerate(settings.pages):
        what = None
        if id_ in settings.pages[:index]:
            what = f"The page '{id_}' is listed twice."
        elif id_ in settings.chapters:
            what = f"A chapter is called '{id_}' too."
        elif id_ in _TAKEN:
            what = f"'{id_}' is the name of {_TAKEN[id_]}."
        if what:
            problems.append(BY_ID["page-name-taken"].broken(document.file, document.place(("pages", index)), what))
    return problems
