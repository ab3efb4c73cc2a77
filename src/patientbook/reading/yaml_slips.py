"""Slips that a YAML parser notices too late: found by looking at the line where it stopped and the one above."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from .rules import Place

if TYPE_CHECKING:
    from ruamel.yaml.error import StringMark


class Slip(NamedTuple):
    """Rule id, place, what is wrong and the way out."""

    rule: str
    place: Place
    what: str
    way_out: str


_ODD_SPACE = re.compile(r"^[ ]*(?=[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])")
_BULLET = re.compile(r"^ *(?P<sign>[–—•·*])(?= )")
_NO_SPACE = re.compile(r"^ *-(?=[a-z_]+:( |$))")
_KEY = re.compile(r"^(?P<indent>[ ]*(?:- )?)(?P<key>[A-Za-z_][\w-]*)(?=:( |$))")
_TIGHT_KEY = re.compile(r"^(?P<indent>[ ]*(?:- )?)(?P<key>[A-Za-z_][\w-]*):(?=[^\s/:])")
_BRACKET = re.compile(r"^[ ]*(?:- )?[\w-]+: +(?P<sign>\[)[^\]]*\]\s*[^\s,#\]}]")


def find_slip(text: str, mark: StringMark | None) -> Slip | None:
    """The slip by which a parser stopped at ``mark``, if it is one of those known; lines count from 1."""
    lines = text.split("\n")
    at = min(mark.line, len(lines) - 1) if mark else len(lines) - 1
    return _odd_space(lines, at) or _sign(lines, at) or _key(lines, at)


def _odd_space(lines: list[str], at: int) -> Slip | None:
    for number, line in enumerate(lines[: at + 1]):
        if match := _ODD_SPACE.match(line):
            what = "The line begins with a space of another kind, as word processors write it."
            return Slip("yaml-indent", Place(number + 1, match.end() + 1), what, "Write plain spaces in its place.")
    return None


def _sign(lines: list[str], at: int) -> Slip | None:
    for number in (at, at - 1):
        line = lines[number] if number >= 0 else ""
        if match := _BULLET.match(line):
            what = f"The entry of a list begins with '{match['sign']}'."
            return Slip(
                "yaml-syntax", Place(number + 1, match.start("sign") + 1), what, "Begin it with a hyphen, '- '."
            )
        if match := _NO_SPACE.match(line):
            what = "There is no space after the hyphen."
            return Slip("yaml-syntax", Place(number + 1, match.end()), what, "Write a space after it.")
    if match := _BRACKET.match(lines[at]):
        what = "The text begins with a bracket, which means a list in YAML."
        return Slip(
            "yaml-quote", Place(at + 1, match.start("sign") + 1), what, "Put the whole text in quotation marks."
        )
    return None


def _key(lines: list[str], at: int) -> Slip | None:
    """A key that was taken for more of the text above, because of that line or of its own indentation."""
    key = _KEY.match(lines[at])
    above = next((number for number in range(at - 1, -1, -1) if lines[number].strip()), None)
    if key is None or above is None:
        return None
    tight = _TIGHT_KEY.match(lines[above])
    if tight and len(tight["indent"]) == len(key["indent"]):
        what = f"There is no space after '{tight['key']}:'."
        return Slip("yaml-colon", Place(above + 1, tight.end()), what, "Write a space after the colon.")
    neighbour = _KEY.match(lines[above])
    has_text = neighbour and lines[above][neighbour.end() + 1 :].strip()
    if neighbour and has_text and len(key["indent"]) > len(neighbour["indent"]) and has_text[0] not in "|>\"'[{":
        what = f"The line begins further right than '{neighbour['key']}:' above it."
        return Slip("yaml-indent", Place(at + 1, key.end("indent") + 1), what, "Begin both in the same column.")
    return None
