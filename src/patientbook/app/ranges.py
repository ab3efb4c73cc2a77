"""Parts of a file that a browser asks for, so that a broken download goes on where it stopped (RFC 9110, 14)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_RANGE = re.compile(r"bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Part:
    """``length`` bytes from ``start`` on."""

    start: int
    length: int


class NotThere(Exception):  # noqa: N818 - it is what the browser is told, not a fault
    """Nothing of the file lies in the range."""


def part_of(wanted: str, size: int) -> Part | None:
    """The part of a file of ``size`` bytes that a `Range` header names; None for the whole file.

    A range that is not understood, or several at once, are answered with the whole file, as the standard allows.

    Raises:
        NotThere: the range begins behind the file's end.
    """
    match = _RANGE.fullmatch(wanted.strip())
    if not match or match[1] == match[2] == "":
        return None
    if match[1] == "":
        length = min(int(match[2]), size)
        if not length:
            raise NotThere
        return Part(size - length, length)
    start = int(match[1])
    end = min(int(match[2]), size - 1) if match[2] else size - 1
    if match[2] and int(match[2]) < start:
        return None  # no range at all
    if start >= size:
        raise NotThere
    return Part(start, end - start + 1)
