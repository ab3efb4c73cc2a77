"""Texts in GIFT: signs that mean something there stand after a backslash, and each text may name its own format."""

from __future__ import annotations

import re

from .html_words import HtmlError, holds_html, html_words, quoted

_SIGNS = "\\~=#{}:"
_FIRST = 0xE000  # where a sign after a backslash stands while a question is taken apart: letters that no text has
_FORMAT = re.compile(r"\s*\[(html|markdown|moodle|plain)\]")


class GiftError(ValueError):
    """A question that is no GIFT; ``line`` counts from 0 within the question."""

    def __init__(self, message: str, line: int, way_out: str | None = None) -> None:
        self.line, self.way_out = line, way_out
        super().__init__(message)


def escaped(text: str) -> str:
    """``text`` as GIFT writes it, in one line."""
    return re.sub(r"[\\~=#{}:]", r"\\\g<0>", text).replace("\n", "\\n")


def protected(text: str) -> str:
    """``text`` with each escaped sign as one letter that means nothing in GIFT."""
    return re.sub(r"\\([\\~=#{}:n])", lambda match: chr(_FIRST + ord(match[1])), text)


def plain(text: str) -> str:
    """What a protected text says, whatever its format."""
    signs = {_FIRST + ord(sign): sign for sign in _SIGNS} | {_FIRST + ord("n"): "\n"}
    return " ".join(text.split()).translate(signs) if "\n" in text else text.strip().translate(signs)


def format_of(text: str, usual: str = "moodle") -> str:
    """The format that a text names, or else the ``usual`` one."""
    found = _FORMAT.match(text)
    return found[1] if found else usual


def said(text: str, usual: str, line: int) -> str:
    """What a protected text says, as inline Markdown.

    Raises:
        GiftError: it is HTML that a question here cannot hold; ``line`` is where it stands.
    """
    found = _FORMAT.match(text)
    form = found[1] if found else usual
    words = plain(text[found.end() :] if found else text)
    if form == "plain":
        return quoted(words)
    if form == "html" or (form == "moodle" and holds_html(words)):
        try:
            return html_words(words)
        except HtmlError as error:
            raise GiftError(str(error), line, "Say it in words, or leave it out.") from error
    return words
