"""A page's plain words by the heading they stand under, as search wants them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

# What stands in an article and is not its text: pictures' labels, numbers of sources, widgets, lists found elsewhere,
# and above all figures about survival, which nobody shall meet who has not opened them.
_NOT_TEXT = {"script", "style", "svg", "template"}
_NOT_OURS = {"pb-survival", "pb-widget", "pb-sources", "pb-cites", "pb-cite", "pb-terms"}
_HEADINGS = {"h1", "h2", "h3"}
_WITHIN_A_LINE = {"a", "abbr", "b", "code", "em", "i", "small", "span", "strong", "sub", "sup"}


@dataclass(frozen=True)
class Section:
    """A heading with the words up to the next. ``id`` is empty for what stands before any heading."""

    id: str
    heading: str
    text: str


def sections_of(html: str) -> list[Section]:
    """The sections of an article in order, without what no search may show."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [Section(id_, _plain(heading), _plain(text)) for id_, heading, text in reader.found]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[list[str]] = [["", "", ""]]  # id, heading, text
        self._part = 2
        self._skipped = ""  # the tag of the element that is being left out
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._skipped:
            self._depth += tag == self._skipped
            return
        about = dict(attrs)
        if tag in _NOT_TEXT or _NOT_OURS & set((about.get("class") or "").split()):
            self._skipped, self._depth = tag, 1
        elif tag in _HEADINGS:
            self.found.append([about.get("id") or "", "", ""])
            self._part = 1
        elif tag not in _WITHIN_A_LINE:
            self._say(" ")

    def handle_endtag(self, tag: str) -> None:
        if self._skipped:
            self._depth -= tag == self._skipped
            if not self._depth:
                self._skipped = ""
        elif tag in _HEADINGS:
            self._part = 2
        elif tag not in _WITHIN_A_LINE:
            self._say(" ")

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self._say(data)

    def _say(self, words: str) -> None:
        self.found[-1][self._part] += words


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
