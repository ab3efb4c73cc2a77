"""The names of glossary terms as they stand in running text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from patientbook.reading.models import Term


def names_of(terms: Mapping[str, Term]) -> dict[str, str]:
    """The id of the term for each name: lower case, but single words such as DNA or HER2 as they are written."""
    names: dict[str, str] = {}
    for id_, term in terms.items():
        for name in (term.term, *term.aliases):
            words = " ".join(name.split())
            names.setdefault(words if _is_cased(words) else words.lower(), id_)
    return names


def pattern_of(names: Iterable[str]) -> re.Pattern[str]:
    """Any of the names as a whole word, also with an s, the longest first; nothing inside a longer compound."""
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    options = (re.escape(name).replace(r"\ ", r"\s+") for name in longest_first)
    cased = [
        option if _is_cased(name) else f"(?i:{option})" for name, option in zip(longest_first, options, strict=True)
    ]
    return re.compile(rf"(?<![\w-])({'|'.join(cased)})(?:s|es)?(?![\w-])")


def _is_cased(name: str) -> bool:
    return " " not in name and any(letter.isupper() for letter in name[1:])
