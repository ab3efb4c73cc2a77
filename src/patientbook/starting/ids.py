"""Ids made from what a person calls a thing."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from patientbook.problems import PatientbookError

if TYPE_CHECKING:
    from collections.abc import Container

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_WITHOUT_ACCENT = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l"})


def id_of(words: str) -> str:
    """Lower-case letters, digits and hyphens: ``Café & tea`` is `cafe-tea`; PatientbookError where none is left."""
    plain = unicodedata.normalize("NFKD", words.lower().translate(_WITHOUT_ACCENT))
    found = re.sub(r"[^a-z0-9]+", "-", "".join(each for each in plain if not unicodedata.combining(each))).strip("-")
    if not found:
        message = f"'{words}' has no letters from a to z that a name of a file could be made of. Name one with --id."
        raise PatientbookError(message)
    return found


def expect_id(id_: str) -> str:
    """``id_``, when it is one; PatientbookError otherwise."""
    if not _ID.fullmatch(id_):
        message = f"'{id_}' is no id: an id has lower-case letters from a to z, digits, and hyphens between them."
        raise PatientbookError(message)
    return id_


def free_id(id_: str, taken: Container[str]) -> str:
    """``id_``, or with the first number that makes it another one than those ``taken``: `salt-2`."""
    number = 1
    found = id_
    while found in taken:
        number += 1
        found = f"{id_}-{number}"
    return found
