"""The list of a glossary: every word from A to Z with its meaning and where it is used, found again as one types."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

import traitlets

from .alphabet import alphabet, letter_of, place_of
from .labels import all_labels
from .markup import render
from .static import built
from .widget import HtmlWidget

_EMPTY: Mapping[str, Any] = {"more": "", "aliases": (), "see_also": (), "uses": (), "code": ""}


class TermList(HtmlWidget):
    """All words of a glossary from A to Z, with a filter where there is JavaScript."""

    _esm = built("term_list.js")
    _css = built("widgets.css")

    names = traitlets.Dict(help="`{id: [word, other names…]}`: what a term is found by.").tag(sync=True)

    def __init__(self, terms: Iterable[Mapping[str, Any]], *, labels: Mapping[str, str] | None = None) -> None:
        """Make a list.

        Args:
            terms: In any order, each with `id`, `term` and `meaning` (HTML), and optionally `more` (HTML), `aliases`,
                `see_also` and `uses` (both of `{href, label}`) and `code`. Each is found at the address `#id`.
            labels: Words of the interface to use in place of the English ones.

        Raises:
            ValueError: If a term lacks its id, word or meaning, two have the same id, or a label is unknown.
        """
        words = all_labels(labels)
        ordered = sorted((_written(term) for term in terms), key=lambda term: place_of(term["term"]))
        names = {term["id"]: [term["term"], *term["aliases"]] for term in ordered}
        if len(names) < len(ordered):
            raise ValueError("Two terms of this list have the same id. Give each its own.")
        groups = {letter: list(each) for letter, each in groupby(ordered, key=lambda term: letter_of(term["term"]))}
        html = render("term_list.html.j2", letters=alphabet(set(groups)), groups=groups, labels=words)
        super().__init__(names=names, labels=words, html=html)

    def __repr__(self) -> str:
        """Say how many terms there are; the same each time, so that saved notebooks do not differ."""
        count = len(self.names)
        return f"List of {count} term{'' if count == 1 else 's'}"


def _written(term: Mapping[str, Any]) -> dict[str, Any]:
    missing = [name for name in ("id", "term", "meaning") if not term.get(name)]
    if missing:
        raise ValueError(f"A term needs 'id', 'term' and 'meaning'. This one has no {missing[0]}: {dict(term)}.")
    return {**_EMPTY, **term}
