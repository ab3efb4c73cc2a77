"""The article of a page: headings make sections, and sections that `guide.yaml` names become boxes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from patientbook.reading.markdown import slug
from patientbook.reading.pages import FOLDER

from .markdown import Block, Renderer
from .outputs import Outputs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from nbformat import NotebookNode

    from patientbook.reading.models import Sections
    from patientbook.reading.page_models import Page


@dataclass(frozen=True)
class Heading:
    """An entry of the page's table of contents."""

    id: str
    text: str


@dataclass(frozen=True)
class Article:
    """A rendered notebook or page: its first heading, the rest as sections, and its table of contents."""

    title: str
    opening: Markup
    html: Markup
    contents: tuple[Heading, ...]


@dataclass(frozen=True)
class HomeArticle:
    """The start page's words: what stands before the second heading, and the sections after it."""

    lead: Markup
    html: Markup


@cache
def templates() -> Environment:
    """The templates of pages, autoescaped."""
    return Environment(
        loader=PackageLoader("patientbook.pages"),
        autoescape=select_autoescape(["html.j2"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def make_article(notebook: NotebookNode, glossary: str, sections: Sections | None) -> Article:
    """The article of an executed notebook. ``sections`` are the headings that become boxes, if it is a chapter's."""
    boxes = {slug(name): kind for kind, name in sections.model_dump().items()} if sections else {}
    return _arranged(list(_blocks(notebook, glossary)), boxes)


def make_page_article(page: Page, glossary: str) -> Article:
    """The article of a further page."""
    return _arranged(_page_blocks(page, glossary), {})


def make_text_article(text: str, change: Callable[[str], str]) -> Article:
    """The article of a Markdown text without cells; ``change`` changes the HTML of each block."""
    blocks = Renderer("").blocks(text)
    return _arranged([replace(block, html=change(block.html)) for block in blocks], {})


def make_home_article(page: Page, glossary: str) -> HomeArticle:
    """The start page's words."""
    blocks = _page_blocks(page, glossary)
    first = next((index for index, block in enumerate(blocks) if block.level == 2), len(blocks))  # noqa: PLR2004 - h2
    lead = "\n".join(block.html for block in blocks[:first] if block.level != 1)
    more = "\n".join(_sections(blocks[first:], {}))
    return HomeArticle(Markup(lead), Markup(more))  # noqa: S704 - made by our own renderer


def _page_blocks(page: Page, glossary: str) -> list[Block]:
    markdown = Renderer(glossary, FOLDER)
    return [block for cell in page.cells if cell.kind == "markdown" for block in markdown.blocks(cell.source)]


def _arranged(blocks: list[Block], boxes: dict[str, str]) -> Article:
    title = next((block for block in blocks if block.level == 1), None)
    if title:
        blocks.remove(title)
    return Article(
        title=title.text if title else "",
        opening=Markup(title.html if title else ""),  # noqa: S704 - made by our own renderer
        html=Markup("\n".join(_sections(blocks, boxes))),  # noqa: S704 - as above
        contents=tuple(Heading(block.id, block.text) for block in blocks if block.level == 2),  # noqa: PLR2004 - h2
    )


def _blocks(notebook: NotebookNode, glossary: str) -> Iterator[Block]:
    markdown = Renderer(glossary)
    outputs = Outputs(notebook, markdown)
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            yield from markdown.blocks(cell.source)
        elif cell.cell_type == "code" and (html := outputs.html(cell)):
            yield Block(html, level=-1)


def _sections(blocks: Iterable[Block], boxes: dict[str, str]) -> Iterator[str]:
    """Each h2 opens a section. A box holds words only: what a cell shows after it stands on its own."""
    is_open, in_box = False, False
    for block in blocks:
        if block.level == 2 or (in_box and block.level == -1):  # noqa: PLR2004 - h2
            if is_open:
                yield "</div></section>" if in_box else "</section>"
            is_open = in_box = False
        if block.level == 2:  # noqa: PLR2004 - h2
            kind = boxes.get(block.id)
            is_open, in_box = True, kind is not None
            yield _opened(block, kind)
        else:
            yield block.html
    if is_open:
        yield "</div></section>" if in_box else "</section>"


def _opened(block: Block, kind: str | None) -> str:
    if kind is None:
        return f'<section aria-labelledby="{block.id}">\n{block.html}'
    head = templates().get_template("box_head.html.j2").render(kind=kind, heading=Markup(block.html))  # noqa: S704 - as above
    return (
        f'<section class="box box-{kind.replace("_", "-")}" aria-labelledby="{block.id}">\n{head}<div class="box-body">'
    )
