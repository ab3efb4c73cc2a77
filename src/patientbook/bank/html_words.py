"""HTML as the editors of learning systems write it, as inline Markdown: their paragraphs and emphasis, and no more."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_TAG = re.compile(r"</?[a-z][a-z0-9]*(\s[^<>]*)?/?>", re.IGNORECASE)
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_PARTS = frozenset({"p", "div", "br"})  # what begins a new line; a question is one paragraph
_SILENT = frozenset({"span", "font", "u", "small", "big"})  # looks without a meaning that words would lose


class HtmlError(ValueError):
    """Something that words cannot hold, such as a picture."""


def holds_html(text: str) -> bool:
    """Whether a text that does not name its format is HTML."""
    return bool(_TAG.search(text))


def quoted(text: str) -> str:
    """Plain words so that Markdown says the same."""
    return re.sub(r"[\\`*_\[\]]", r"\\\g<0>", text)


def html_words(text: str) -> str:
    """The words of some HTML as inline Markdown.

    Raises:
        HtmlError: it has something that would be lost, such as a picture, a table or a formula.
    """
    words = _Words()
    words.feed(text)
    words.close()
    return " ".join(words.text().split())


class _Words(HTMLParser):
    """Collects words; what is open stands on a stack, because its blanks go outside its marks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[tuple[str, str, list[str]]] = [("", "", [])]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _PARTS:
            self._say(" ")
        elif tag in _MARKS:
            self._open.append((tag, "", []))
        elif tag == "a":
            self._open.append((tag, dict(attrs).get("href") or "", []))
        elif tag not in _SILENT:
            message = f"It has something that the words of a question cannot hold: <{tag}>."
            raise HtmlError(message)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _PARTS:
            self._say(" ")
        elif any(tag == name for name, _, _ in self._open):
            while self._close() != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._say(quoted(data))

    def text(self) -> str:
        """All words, with what was left open closed."""
        while len(self._open) > 1:
            self._close()
        return "".join(self._open[0][2])

    def _say(self, words: str) -> None:
        self._open[-1][2].append(words)

    def _close(self) -> str:
        tag, href, parts = self._open.pop()
        text = "".join(parts)
        inside = text.strip()
        if inside and tag in _MARKS:
            mark = _MARKS[tag]
            inside = f"{mark}{inside}{mark}"
        elif inside and href:
            inside = f"[{inside}]({href})"
        before, after = " " * (text[:1].isspace()), " " * (text[-1:].isspace())
        self._say(f"{before}{inside}{after}" if inside else before)
        return tag
