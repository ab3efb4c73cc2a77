"""What pages say about a file for downloading beside its name: the format, and the size once the file is made."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from .copies import with_copies
from .labels import LABELS
from .site import make_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .site import Site

# The format stands in the page from the start (`rows.html.j2`, `chapter.html.j2`), and what is known later after it.
_FACT = re.compile(r'(<small data-download="([^"]+)">[^<,]*)[^<]*(</small>)')
_UNITS = ("kB", "MB", "GB")
_STEP = 1000


def with_sizes(site: Site, sizes: Mapping[str, int | None]) -> Site:
    """The site whose pages say how big each download is, by path; None for one that cannot be had.

    The service worker stays as it is: a reader is not told of a newer guide because of the size of a file.
    """
    words = {path: LABELS["download_not_now"] if size is None else size_in_words(size) for path, size in sizes.items()}

    def fact(found: re.Match[str]) -> str:
        return f"{found[1]}, {words[found[2]]}{found[3]}" if found[2] in words else found[0]

    changed = {}
    for path, file in site.files.items():
        if path.endswith(".html") and b"data-download=" in file.content:
            text = _FACT.sub(fact, file.content.decode())
            if text.encode() != file.content:
                changed[path] = make_file(path, text.encode())
    files = {path: changed.get(path, file) for path, file in site.files.items()}
    return with_copies(replace(site, files=files), site.files.values()) if changed else site


def size_in_words(size: int) -> str:
    """A number of bytes as people are told it: two digits are enough to know what one lets oneself in for."""
    number, unit = size / _STEP, 0
    while number >= _STEP and unit < len(_UNITS) - 1:
        number, unit = number / _STEP, unit + 1
    return f"{number:.1f} {_UNITS[unit]}" if number < 10 and unit else f"{max(1, round(number))} {_UNITS[unit]}"  # noqa: PLR2004 - one digit before the point
