"""A glossary: links to terms, anywhere in the document, open a pop-up that explains the word."""

from collections.abc import Mapping
from typing import Any

import traitlets

from .labels import all_labels
from .markup import render
from .static import built
from .widget import HtmlWidget

DEFAULT_PAGE = "08-glossary"


class Glossary(HtmlWidget):
    """Explains the terms of a document where they stand, and lists them. Without terms there is nothing to see."""

    _esm = built("glossary.js")
    _css = built("widgets.css")

    terms = traitlets.Dict(help="`{id: {term, meaning, more, href}}`, meanings as HTML.").tag(sync=True)
    page = traitlets.Unicode(DEFAULT_PAGE, help="File name, without suffix, that links to terms lead to.").tag(
        sync=True
    )

    def __init__(
        self,
        terms: Mapping[str, Mapping[str, Any]],
        *,
        page: str = DEFAULT_PAGE,
        labels: Mapping[str, str] | None = None,
    ) -> None:
        """Make a glossary.

        Args:
            terms: By id, `term`, `meaning` (HTML), and optionally `more` (HTML) and `href`.
            page: File name, without suffix, of the page that links to terms lead to.
            labels: Words of the interface to use in place of the English ones.

        Raises:
            ValueError: If a term has no meaning, or a label is unknown.
        """
        words = all_labels(labels)
        written = {id_: _written(id_, term, page) for id_, term in terms.items()}
        html = render("glossary.html.j2", terms=written, labels=words)
        super().__init__(terms=written, page=page, labels=words, html=html)

    def __repr__(self) -> str:
        """Say how many terms there are; the same each time, so that saved notebooks do not differ."""
        count = len(self.terms)
        return f"Glossary of {count} term{'' if count == 1 else 's'}"


def _written(id_: str, term: Mapping[str, Any], page: str) -> dict[str, str]:
    if not term.get("term") or not term.get("meaning"):
        raise ValueError(f"The term '{id_}' needs both 'term' and 'meaning'. It has: {', '.join(term) or 'nothing'}.")
    return {
        "term": term["term"],
        "meaning": term["meaning"],
        "more": term.get("more") or "",
        "href": term.get("href") or f"{page}.md#{id_}",
    }
