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
    return re.compile(rf"(?<![\w-])({any_of({name: _is_cased(name) for name in names})})(?:s|es)?(?![\w-])")


def any_of(phrases: Mapping[str, bool]) -> str:
    """An expression for any of the phrases, the longest first, over line ends; true are those whose case counts.

    They stand in groups by their first letter, so that hundreds are looked for in the time of the few that may fit.
    """
    groups: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        first, rest = phrase[0], re.escape(phrase[1:]).replace(r"\ ", r"\s+")
        option = f"(?<={re.escape(first)}){rest}" if phrases[phrase] else f"(?i:{rest})"
        groups.setdefault(first.lower(), []).append(option)
    either_case = {first: {first, first.upper()} if len(first.upper()) == 1 else {first} for first in groups}
    return "|".join(
        f"[{''.join(re.escape(letter) for letter in sorted(either_case[first]))}](?:{'|'.join(options)})"
        for first, options in groups.items()
    )


def _is_cased(name: str) -> bool:
    return " " not in name and any(letter.isupper() for letter in name[1:])
