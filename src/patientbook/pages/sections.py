"""A page's plain words by the heading they stand under, as search wants them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

# What stands in an article and is not its text: pictures' labels, numbers of sources, widgets, lists found elsewhere,
# and above all figures about survival, which nobody shall meet who has not opened them.
_CLOSED = "pb-survival"
_NOT_OURS = {_CLOSED, "pb-widget", "pb-sources", "pb-cites", "pb-cite", "pb-terms"}
_NOT_TEXT = {"script", "style", "svg", "template"}
_HEADINGS = {"h1", "h2", "h3"}
_WITHIN_A_LINE = {"a", "abbr", "b", "code", "em", "i", "small", "span", "strong", "sub", "sup"}
_ENDED = (".", "?", "!", ":", ";", "·")


@dataclass
class Section:
    """A heading with the words up to the next. ``id`` is empty for what stands before any heading.

    ``closed`` says what can be opened there, in the words that stand on it.
    """

    id: str = ""
    heading: str = ""
    text: str = ""
    closed: list[str] = field(default_factory=list)


def sections_of(html: str) -> list[Section]:
    """The sections of an article in order, without what no search may show."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [
        Section(each.id, _plain(each.heading), _plain(each.text), [_plain(closed) for closed in each.closed])
        for each in reader.found
    ]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = [Section()]
        self._place = "text"  # what words belong to now: text, heading, summary (of what is closed)
        self._skipped = ""  # the tag of the element that is being left out
        self._depth = 0
        self._is_closed = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = {name: value or "" for name, value in attrs}
        classes = set(about.get("class", "").split())
        if self._skipped:
            self._depth += tag == self._skipped
            if tag == "summary" and self._is_closed:
                self._place, self._is_closed = "summary", False  # a summary further in belongs to what is closed
                self.found[-1].closed.append("")
        elif tag in _NOT_TEXT or classes & _NOT_OURS:
            self._skipped, self._depth, self._is_closed = tag, 1, _CLOSED in classes
        elif tag in _HEADINGS:
            self.found.append(Section(about.get("id", "")))
            self._place = "heading"
        elif tag not in _WITHIN_A_LINE:
            self._say(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _HEADINGS or (tag == "summary" and self._place == "summary"):
            self._place = "text"
        if self._skipped:
            self._depth -= tag == self._skipped
            if not self._depth:
                self._skipped = ""
        elif tag not in _WITHIN_A_LINE:
            is_open = tag == "li" and not self.found[-1].text.rstrip().endswith(_ENDED)
            self._say(" · " if is_open else " ")

    def handle_data(self, data: str) -> None:
        if self._place == "summary" or not self._skipped:
            self._say(data)

    def _say(self, words: str) -> None:
        section = self.found[-1]
        if self._place == "summary":
            section.closed[-1] += words
        elif self._place == "heading":
            section.heading += words
        else:
            section.text += words


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().removesuffix(" ·")
