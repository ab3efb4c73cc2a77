"""Texts in GIFT: signs that mean something there stand after a backslash."""

from __future__ import annotations

import re

_SIGNS = "\\~=#{}:"
_FIRST = 0xE000  # where a sign after a backslash stands while a question is taken apart: letters that no text has


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
    """What a protected text says."""
    signs = {_FIRST + ord(sign): sign for sign in _SIGNS} | {_FIRST + ord("n"): "\n"}
    return " ".join(text.split()).translate(signs) if "\n" in text else text.strip().translate(signs)
