"""What people write, made fit to be stored and shown: nothing but letters, signs and single line breaks."""

from __future__ import annotations

import re
import unicodedata

_LINES = re.compile(r"\s*\n\s*")
# Marks that turn the direction of what stands after them. Joiners stay: several scripts are wrong without them.
_TURNING = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
_SPACES = re.compile(r"[^\S\n]+")


def clean(text: str) -> str:
    """The text without control and formatting characters, which hide things or turn the writing round."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    shown = (sign for sign in lines if sign == "\n" or not _is_hidden(sign))
    return _LINES.sub("\n", _SPACES.sub(" ", "".join(shown))).strip()


def _is_hidden(sign: str) -> bool:
    return sign in _TURNING or unicodedata.category(sign) in {"Cc", "Cs", "Co", "Cn"}
