"""How an author's words of YAML files read inside a notebook."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from .translate import leads_to_page, to_notebook

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def link_in_notebook(glossary: str) -> Callable[[str], str]:
    """A function that turns a link as written into one for a notebook.

    `#gene` (a term named in another term's meaning) becomes `08-glossary.ipynb#gene`, and `NN-x.md#y` becomes
    `NN-x.ipynb#y`. Everything else stays, also a link to a further page, `pages/x.md`.
    """

    def link(href: str) -> str:
        if href.startswith("#"):
            return f"{glossary}.ipynb{href}"
        if leads_to_page(href):
            return href
        name, hash_, fragment = href.partition("#")
        if name.endswith(".md") and "://" not in name:
            return f"{name.removesuffix('.md')}.ipynb{hash_}{fragment}"
        return href

    return link


def link_in_term_list(glossary: str) -> Callable[[str], str]:
    """The same for the list of all terms, where a term stands on the same page: `#gene` stays, in whatever host."""
    link = link_in_notebook(glossary)

    def link_here(href: str) -> str:
        return href.removeprefix(f"{glossary}.md") if href.startswith((f"{glossary}.md#", "#")) else link(href)

    return link_here


def text_html(text: str, keys: Sequence[str]) -> str:
    """Paragraphs of Markdown as HTML, raw HTML shown as text; ``keys`` are the chapter's sources by their numbers."""
    return str(_paragraphs().render(to_notebook(text, keys)))


@cache
def _paragraphs() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False})
