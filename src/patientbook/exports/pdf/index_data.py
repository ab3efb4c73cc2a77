"""The index of terms: every word and other name, with the pages to turn to."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from patientbook_widgets.alphabet import letter_of, place_of

from . import places
from .words_data import WordsData

if TYPE_CHECKING:
    from collections.abc import Iterator

    from patientbook.exports.manuscript import Entry, Manuscript

    from .words_data import Data


def index_data(manuscript: Manuscript, there: frozenset[str]) -> list[Data]:
    """The index by letters. ``there`` has the names of all places in the PDF."""
    words = WordsData(manuscript.language.code, "", there, {})
    lines = sorted(
        (line for entry in manuscript.terms for line in _lines(entry, manuscript, words)),
        key=lambda line: place_of(line["word"]),
    )
    groups = groupby(lines, key=lambda line: letter_of(line["word"]))
    return [{"letter": letter.upper(), "lines": list(group)} for letter, group in groups]


def _lines(entry: Entry, manuscript: Manuscript, words: WordsData) -> Iterator[Data]:
    term = words.text(entry.term.term)
    uses = [places.use(part.id, entry.id) for part in manuscript.parts]
    yield {
        "word": term,
        "to": places.term(entry.id),
        "uses": [use for use in uses if use in words.there],
        "see": None,
    }
    for alias in entry.term.aliases:
        yield {"word": words.text(alias), "to": places.term(entry.id), "uses": [], "see": term}
