"""How an author's link reads inside a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def link_in_notebook(glossary: str) -> Callable[[str], str]:
    """A function that turns a link as written into one for a notebook.

    `#gene` (a term named in another term's meaning) becomes `08-glossary.ipynb#gene`, and `NN-x.md#y` becomes
    `NN-x.ipynb#y`. Everything else stays.
    """

    def link(href: str) -> str:
        if href.startswith("#"):
            return f"{glossary}.ipynb{href}"
        name, hash_, fragment = href.partition("#")
        if name.endswith(".md") and "://" not in name:
            return f"{name.removesuffix('.md')}.ipynb{hash_}{fragment}"
        return href

    return link
