"""A notebook's Markdown as blocks of HTML: headings apart, so that a page can make sections of them."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from patientbook.reading.markdown import slug
from patientbook.reading.pages import FOLDER, HOME

if TYPE_CHECKING:
    from markdown_it.token import Token

_NOTEBOOK = re.compile(r"^((?!\w+:|//)[^#?]*)\.(?:ipynb|md)(?=#|$)")
_FURTHER = re.compile(rf"^((?:\.\./[\w-]+/)?){FOLDER}/([\w-]+)\.md(?=#|$)")  # in the site they lie beside the chapters
_DOCUMENTATION = re.compile(r"^(?:\.\./)+docs/([\w-]+)\.md(?=#|$)")  # beside the languages' folders
_WITHIN = re.compile(r"^(?!\w+:|//|#)([^#?]+)")

# `[[1](#source-1), [2](#source-2)]`, which a line must not break away from the word before it.
_CITES = re.compile(r"\s*(\[(?:<a[^>]*class=\"pb-cite\"[^>]*>\d+</a>(?:, )?)+\])")


@dataclass(frozen=True)
class Block:
    """A piece of a page. ``level`` is a heading's (1 to 6), 0 for anything else; ``text`` is a heading's plain text."""

    html: str
    level: int = 0
    id: str = ""
    text: str = ""


class Renderer:
    """Renders the cells of one page in order, so that ids are unique on it.

    ``glossary`` is the file name (without suffix) that term links lead to; ``folder`` is where the text lies,
    relative to its language's folder.
    """

    def __init__(self, glossary: str, folder: str = "") -> None:
        self._glossary = glossary
        self._folder = folder
        self._ids: Counter[str] = Counter()

    def blocks(self, source: str) -> list[Block]:
        """The blocks of a Markdown cell."""
        tokens = _parser().parse(source)
        for token in _flat(tokens):
            if token.type == "link_open":
                self._mark_link(token)
        blocks: list[Block] = []
        pending: list[Token] = []
        for index, token in enumerate(tokens):
            if token.type == "heading_open":
                blocks += _rest(pending)
                pending = []
                blocks.append(self._heading(token, tokens[index + 1]))
            elif not _inside_heading(tokens, index):
                pending.append(token)
        return blocks + _rest(pending)

    def _heading(self, opening: Token, inline: Token) -> Block:
        level = int(opening.tag[1])
        text = "".join(child.content for child in inline.children or [])
        base = slug(text) or "section"
        self._ids[base] += 1
        id_ = base if self._ids[base] == 1 else f"{base}-{self._ids[base]}"
        return Block(f'<h{level} id="{id_}">{_html([inline])}</h{level}>', level, id_, text)

    def _mark_link(self, token: Token) -> None:
        href = page_link(_WITHIN.sub(self._from_language, str(token.attrGet("href") or "")))
        token.attrSet("href", href)
        if "//" in href:
            token.attrSet("rel", "noreferrer")
        name, _, fragment = href.partition("#")
        if fragment and name.rpartition("/")[2] == f"{self._glossary}.html":
            token.attrSet("class", "pb-term")
        elif href.startswith("#source-"):
            token.attrSet("class", "pb-cite")

    def _from_language(self, path: re.Match[str]) -> str:
        return posixpath.normpath(posixpath.join(self._folder, path[1])) if self._folder else path[1]


def page_link(href: str) -> str:
    """A link as pages have it; what leads to no page stays.

    `02-x.ipynb#y` becomes `02-x.html#y`, `pages/privacy.md` becomes `privacy.html`, and `../../docs/x.md` becomes
    `../docs/x.html`.
    """
    href = _DOCUMENTATION.sub(r"../docs/\1.html", href)
    further = _FURTHER.sub(lambda to: f"{to[1]}{'index' if to[2] == HOME else to[2]}.html", href)
    return _NOTEBOOK.sub(r"\1.html", further)


def page_links(html: str) -> str:
    """``html`` with every link to a notebook pointing at its page."""
    return re.sub(r'(?<=href=")[^"]+', lambda match: page_link(match[0]), html)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _html(tokens: list[Token]) -> str:
    html = str(_parser().renderer.render(tokens, _parser().options, {}))
    return _CITES.sub(r'<span class="pb-cites">\1</span>', html)


def _rest(tokens: list[Token]) -> list[Block]:
    html = _html(tokens)
    return [Block(html)] if html.strip() else []


def _inside_heading(tokens: list[Token], index: int) -> bool:
    return tokens[index].type == "heading_close" or (index > 0 and tokens[index - 1].type == "heading_open")


def _flat(tokens: list[Token]) -> list[Token]:
    return [inner for token in tokens for inner in (token, *_flat(token.children or []))]
