"""The pages of a site as menus, footers and the start page list them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Literal

from patientbook.lessons.uses import chapter_number
from patientbook.reading.pages import HOME

from .kernel_free import is_kernel_free
from .labels import LABELS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from nbformat import NotebookNode

    from patientbook.reading.models import Chapter, Guide, Language

Kind = Literal["chapter", "sheet", "glossary", "live", "page", "tool"]
TOOLS = ("search", "my-pages")


@dataclass(frozen=True)
class Entry:
    """A page as menus show it. ``href`` is relative to the site's root; ``number`` is a chapter's.

    A sheet is a chapter without a number, such as the factsheet; a tool is a page that script makes, such as search.
    """

    href: str
    title: str
    language: str
    kind: Kind = "chapter"
    number: int | None = None
    minutes: int | None = None
    description: str = ""

    @property
    def is_live(self) -> bool:
        """Whether the page needs a kernel."""
        return self.kind == "live"


@dataclass(frozen=True)
class Download:
    """A file that the guide can be had as. ``kind`` is how people know its format, such as PDF.

    It is offered on the page ``page``, and on the start page where it is ``of`` more than a chapter.
    """

    href: str
    title: str
    language: str
    of: Literal["guide", "sheet", "chapter"]
    kind: str
    page: str = ""
    line: str = ""


@dataclass(frozen=True)
class Offers:
    """What a site may have besides its pages. What it has not is not spoken of anywhere."""

    downloads: tuple[Download, ...] = ()
    workshops: tuple[Entry, ...] = ()


def page_of(path: PurePosixPath) -> str:
    """The page of a notebook: `notebooks/en/01-x.ipynb` is `en/01-x.html`."""
    return path.relative_to("notebooks").with_suffix(".html").as_posix()


def chapter_of(guide: Guide, path: PurePosixPath) -> Chapter | None:
    """The chapter that a notebook was built from; None for an educator's own."""
    content = guide.languages.get(path.parent.name)
    return content.chapters.get(path.stem) if content and len(path.parts) == 3 else None  # noqa: PLR2004 - notebooks/en/x


def language_of(guide: Guide, path: PurePosixPath) -> Language:
    """The language whose folder a notebook lies in, or else the guide's first."""
    languages = guide.settings.languages
    return next((each for each in languages if each.code in path.parts), languages[0])


def notebook_entries(
    guide: Guide, runs: Mapping[PurePosixPath, NotebookNode], titles: Mapping[PurePosixPath, str]
) -> dict[PurePosixPath, Entry]:
    """The entries of notebooks, in the guide's order; ``titles`` are those of their articles."""
    order = guide.settings.chapters

    def place(path: PurePosixPath) -> tuple[bool, int, str]:
        chapter = chapter_of(guide, path)
        return (chapter is None, order.index(chapter.id) if chapter else 0, path.as_posix())

    return {path: _notebook_entry(guide, path, runs[path], titles[path]) for path in sorted(runs, key=place)}


def _notebook_entry(guide: Guide, path: PurePosixPath, run: NotebookNode, title: str) -> Entry:
    chapter = chapter_of(guide, path)
    is_glossary = chapter is not None and chapter.id == guide.settings.glossary
    is_live = not is_kernel_free(run)
    number = chapter_number(guide, chapter.id) if chapter else None
    kind: Kind = "live" if is_live else "glossary" if is_glossary else "chapter" if number else "sheet"
    return Entry(
        href=f"voila/render/{path.relative_to('notebooks')}" if is_live else page_of(path),
        title=chapter.front.title if chapter else title or path.stem,
        language=language_of(guide, path).code,
        kind=kind,
        number=number,
        minutes=chapter.front.minutes if chapter and not is_glossary else None,
        description=chapter.front.purpose if chapter else "",
    )


def further_entries(guide: Guide) -> Iterator[Entry]:
    """The entries of the further pages, language by language, in the guide's order; the start page is none of them."""
    for code, content in guide.languages.items():
        for id_, page in content.pages.items():
            if id_ != HOME:
                href = PurePosixPath(code, f"{id_}.html").as_posix()
                yield Entry(href, page.front.title, code, "page", description=page.front.description)


def tool_entries(guide: Guide) -> Iterator[Entry]:
    """The entries of the pages that script makes, language by language."""
    for language in guide.settings.languages:
        for name in TOOLS:
            label = name.replace("-", "_")
            href = PurePosixPath(language.code, f"{name}.html").as_posix()
            yield Entry(href, LABELS[label], language.code, "tool", description=LABELS[f"{label}_line"])
