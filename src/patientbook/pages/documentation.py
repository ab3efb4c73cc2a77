"""The documentation of the program as pages of a guide's site, where the guide leads to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from patientbook_widgets.questions import plain_text

from patientbook.reading.documentation import FOLDER, NAMES, text_of

from .article import Article, make_text_article
from .assets import STATIC, hashed
from .entries import Entry
from .search_data import Searched, docs_script

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .site import File

LANGUAGE = "en"
_LINK = re.compile(r'<a href="([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
_ELSEWHERE = re.compile(r"\w+:|//|#")
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_HEAD, _ROW, _CELL = re.compile(r"<th>(.*?)</th>"), re.compile(r"<tr>\s*<td>.*?</tr>", re.DOTALL), re.compile(r"<td>")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Documentation:
    """The pages in order, the path of their style, files by path, and data files for search by name."""

    pages: tuple[tuple[Entry, Article], ...] = ()
    style: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)
    scripts: Mapping[str, bytes] = field(default_factory=dict)


def documentation_for(articles: Iterable[Article]) -> Documentation:
    """The documentation, where one of a guide's pages leads to it; nothing where none does."""
    if not any(f'href="../{FOLDER}/' in article.html for article in articles):
        return Documentation()
    pages = tuple(_page(name) for name in NAMES)
    style = (STATIC / "documentation.css").read_bytes()
    path = hashed("documentation.css", style)
    script = docs_script(Searched(entry.href, entry.title, article) for entry, article in pages)
    return Documentation(pages, path, {path: style}, {"docs": script})


def without_documentation(files: Mapping[str, File], docs: Documentation) -> dict[str, File]:
    """The files that a reader's device keeps: those who write a guide are not without a network."""
    own = {entry.href for entry, _ in docs.pages} | set(docs.files)
    scripts = set(docs.scripts.values())
    return {path: file for path, file in files.items() if path not in own and file.content not in scripts}


def _page(name: str) -> tuple[Entry, Article]:
    text = text_of(name)
    article = make_text_article(text, _as_page)
    return Entry(f"{FOLDER}/{name}.html", article.title, LANGUAGE, "page", description=_first_sentences(text)), article


def _as_page(html: str) -> str:
    """HTML as a page has it: links to what no site has are words, and a table can also be read row by row."""
    return _TABLE.sub(_table, _LINK.sub(_linked, html))


def _table(found: re.Match[str]) -> str:
    """A table whose cells know what stands above them; an empty cell in its first row heads nothing."""
    heads = [_TAG.sub("", head) for head in _HEAD.findall(found[0])]

    def row(cells: re.Match[str]) -> str:
        above = iter(heads)

        def cell(_: re.Match[str]) -> str:
            head = next(above, "")
            return f'<td data-head="{head}">' if head else "<td>"

        return _CELL.sub(cell, cells[0])

    head, end, body = found[0].partition("</thead>")
    return f'<div class="pb-docs-table">{head.replace("<th></th>", "<td></td>")}{end}{_ROW.sub(row, body)}</div>'


def _linked(link: re.Match[str]) -> str:
    name = link[1].partition("#")[0].removesuffix(".html")
    return link[0] if name in NAMES or _ELSEWHERE.match(link[1]) else link[3]


def _first_sentences(text: str) -> str:
    """What stands before the first blank line after the title, as plain words."""
    return plain_text(text.split("\n\n")[1])
