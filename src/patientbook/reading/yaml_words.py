"""A YAML parser's complaint in an author's words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from .files import place_at
from .yaml_slips import find_slip

if TYPE_CHECKING:
    from ruamel.yaml.error import MarkedYAMLError, StringMark

    from .rules import Place


class Words(NamedTuple):
    """Rule id, place, what is wrong and (where the rule's own is not enough) the way out."""

    rule: str
    mark: StringMark | None
    what: str
    way_out: str | None = None
    place: Place | None = None  # where the parser's own mark is not where the slip is


_AT_START = "at the start"
_AT_END = "at the end"

# The first row whose words stand in the parser's problem or context tells; its place is where the parser stopped,
# or where the thing that it was reading began.
_TABLE: tuple[tuple[str, str, str, str, str | None], ...] = (
    ("maximum depth", _AT_END, "yaml-too-big", "The text is nested too deeply.", None),
    ("'\\t'", _AT_END, "yaml-tab", "The line is indented with a tab.", None),
    (
        "quoted scalar",
        _AT_START,
        "yaml-quote",
        "A text that starts with a quotation mark does not end as it should.",
        None,
    ),
    ("mapping values are not", _AT_END, "yaml-colon", "A colon followed by a space stands inside a text.", None),
    ("alias", _AT_END, "yaml-alias", "The value starts with '*' or '&' but names nothing.", None),
    ("anchor", _AT_END, "yaml-alias", "The value starts with '*' or '&' but names nothing.", None),
    ("tag", _AT_START, "yaml-tag", "The value starts with '!', which makes it a tag.", None),
    ("another document", _AT_END, "yaml-syntax", "A line '---' starts a second document.", "Delete the line."),
    (
        "parsing a flow",
        _AT_START,
        "yaml-syntax",
        "The bracket that opens here is not closed, or a comma is missing in it.",
        "Close it, write the comma, or put the whole text in quotation marks.",
    ),
    (
        "simple key",
        _AT_START,
        "yaml-syntax",
        "This line is neither 'key: value' nor an entry of a list.",
        "Add the colon.",
    ),
)


def explain(error: MarkedYAMLError, text: str) -> Words:
    """What ``error`` means for the author of ``text``."""
    said = f"{error.context or ''} {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    if slip := find_slip(text, mark):
        return Words(slip.rule, None, slip.what, slip.way_out, slip.place)
    if _starts_with_tab(text, mark):
        said = "'\\t'"
    for words, where, rule, what, way_out in _TABLE:
        if words in said and "stream end" in said and "flow node" in said:  # the parser names the end of the text
            return Words(rule, None, what, way_out, place_at(text, max(text.rfind("["), text.rfind("{"))))
        if words in said:
            return Words(rule, error.context_mark or mark if where == _AT_START else mark, what, way_out)
    if re.search(r"block (mapping|collection|sequence)", said):
        return _block(text, mark, said)
    if "cannot start any token" in said:
        what = f"The text starts with {_character(text, mark)}, which has a meaning of its own in YAML."
        return Words("yaml-syntax", mark, what, "Put the whole text in quotation marks.")
    return Words("yaml-syntax", mark, f"The line is not YAML ({error.problem or error.context or 'no reason given'}).")


def _block(text: str, mark: StringMark | None, problem: str) -> Words:
    line = _line(text, mark)
    if re.search(r":\s+[\"'].*[\"']\s*[^\s#]", line) and "<scalar>" in problem:
        what = "The text goes on after its closing quotation mark."
        return Words("yaml-quote", mark, what, "Put the whole text, and only that, in quotation marks.")
    return Words("yaml-indent", mark, "The line does not begin in the same column as its neighbours.")


def _line(text: str, mark: StringMark | None) -> str:
    lines = text.split("\n")
    return lines[mark.line] if mark and mark.line < len(lines) else ""


def _starts_with_tab(text: str, mark: StringMark | None) -> bool:
    return bool(re.match(r" *\t", _line(text, mark)))


def _character(text: str, mark: StringMark | None) -> str:
    line = _line(text, mark)
    return f"'{line[mark.column]}'" if mark and mark.column < len(line) else "a sign"
