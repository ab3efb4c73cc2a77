"""Pydantic's complaint about a value in an author's words."""

from __future__ import annotations

import difflib
import textwrap
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pydantic_core import ErrorDetails

Loc = tuple["str | int", ...]


class Words(NamedTuple):
    """Rule id, what is wrong, and (where the rule's own is not enough) the way out."""

    rule: str
    what: str
    way_out: str | None = None


def explain(detail: ErrorDetails, loc: Loc, schema: dict[str, Any]) -> Words:
    """What the error at ``loc`` means, given the JSON Schema of the whole file."""
    values = detail.get("ctx", {})
    if "way_out" in values:
        return Words(detail["type"], str(values["what"]), str(values["way_out"]))
    kind = detail["type"]
    tell = _BY_TYPE.get(kind) or next((tell for start, tell in _BY_START if kind.startswith(start)), _other)
    return tell(detail, loc, schema)


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """A sentence with the known word that is most like ``word``; None when none is like it."""
    close = nearest(word, known)
    return f"Did you mean '{close}'?" if close else None


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is most like ``word``; None when none is like it."""
    return next(iter(difflib.get_close_matches(word.lower(), list(known), n=1, cutoff=0.6)), None)


def _name(loc: Loc) -> str:
    """The key that an author would look for: the last word of the location."""
    words = [str(part) for part in loc if isinstance(part, str)]
    return words[-1] if words else "this file"


def _where(loc: Loc) -> str:
    return f"entry {loc[-1] + 1} of '{_name(loc)}'" if loc and isinstance(loc[-1], int) else f"'{_name(loc)}'"


def _shown(value: object) -> str:
    text = str(value)
    return textwrap.shorten(text, 40, placeholder="…") if text.strip() else text


def _missing(detail: ErrorDetails, loc: Loc, schema: dict[str, Any]) -> Words:
    key = str(loc[-1]) if loc else "it"
    about = _schema_at(schema, loc).get("description", "")
    return Words("missing-key", f"'{key}:' is missing here.", f"Add '{key}:'. {about}".rstrip())


def _missing_type(detail: ErrorDetails, loc: Loc, schema: dict[str, Any]) -> Words:
    tags = ", ".join(_mapping(_schema_at(schema, loc)))
    return Words("missing-key", "'type:' is missing here.", f"Add 'type:' with one of {tags}.")


def _unknown_type(detail: ErrorDetails, loc: Loc, schema: dict[str, Any]) -> Words:
    tags = list(_mapping(_schema_at(schema, loc)))
    tag = str(detail.get("ctx", {}).get("tag", ""))
    way_out = did_you_mean(tag, tags) or f"Choose one of {', '.join(tags)}."
    return Words("unknown-choice", f"'{_shown(tag)}' is no type of question.", way_out)


def _unknown(detail: ErrorDetails, loc: Loc, schema: dict[str, Any]) -> Words:
    key = str(loc[-1]) if loc else ""
    known = list(_schema_at(schema, loc[:-1]).get("properties", {}))
    way_out = did_you_mean(key, known) or f"Delete it, or use one of {', '.join(known)}."
    if detail["input"] is None and " " in key:
        way_out = "If it is part of the text before it, put that whole text in quotation marks, because of the comma."
    elif isinstance(detail["input"], dict) and nearest(key, known) is None:
        way_out = "If it belongs to what stands above, move it and its lines to the right; otherwise delete it."
    return Words("unknown-key", f"The key '{_shown(key)}' is not known here.", way_out)


def _no_text(detail: ErrorDetails, loc: Loc, schema: dict[str, Any]) -> Words:
    value = detail["input"]
    if value is None:
        return Words("empty-text", f"{_where(loc)} is empty.")
    is_plain = isinstance(value, (bool, int, float))
    way_out = f"Put quotation marks around it: '{str(value).lower()}'." if is_plain else "Write one text there."
    return Words("wrong-type", f"{_where(loc)} must be text, not {_kind(value)}.", way_out)


def _pattern(detail: ErrorDetails, loc: Loc, schema: dict[str, Any]) -> Words:
    value, pattern = str(detail["input"]), str(detail.get("ctx", {}).get("pattern", ""))
    if not value.strip():
        return Words("empty-text", f"{_where(loc)} is empty.")
    if pattern.startswith("^[a-z0-9]+("):
        return Words("bad-id", f"'{_shown(value)}' is not an id.")
    about = _schema_at(schema, loc).get("description", "")
    what = f"'{_shown(value)}' has not the form that {_where(loc)} must have."
    return Words("bad-pattern", what, f"What belongs there: {about}" if about else None)


def _too_few(detail: ErrorDetails, loc: Loc, schema: dict[str, Any]) -> Words:
    least = detail.get("ctx", {}).get("min_length", 1)
    return Words("empty-list", f"{_where(loc)} has too few entries.", f"Write at least {least}.")


def _choice(detail: ErrorDetails, loc: Loc, schema: dict[str, Any]) -> Words:
    expected = str(detail.get("ctx", {}).get("expected", ""))
    what = f"'{_shown(detail['input'])}' is not possible for {_where(loc)}."
    return Words("unknown-choice", what, f"Choose {expected}.")


def _number(detail: ErrorDetails, loc: Loc, schema: dict[str, Any]) -> Words:
    return Words("wrong-number", f"{_where(loc)} must be a whole number, not {_kind(detail['input'])}.")


def _limit(detail: ErrorDetails, loc: Loc, schema: dict[str, Any]) -> Words:
    limit = next(iter(detail.get("ctx", {}).values()), "")
    way_out = f"Write {limit} or {'more' if detail['type'].startswith('greater') else 'less'}."
    return Words("wrong-number", f"{_where(loc)} is {_shown(detail['input'])}, which is too {_size(detail)}.", way_out)


def _size(detail: ErrorDetails) -> str:
    return "small" if detail["type"].startswith("greater") else "large"


def _truth(detail: ErrorDetails, loc: Loc, schema: dict[str, Any]) -> Words:
    return Words("wrong-type", f"{_where(loc)} must be true or false.", "Write true or false, without quotation marks.")


def _date(detail: ErrorDetails, loc: Loc, schema: dict[str, Any]) -> Words:
    if detail["input"] in (None, ""):
        return Words("wrong-date", f"{_where(loc)} is empty.", "Write a date such as '2026-11-23', or delete the key.")
    return Words("wrong-date", f"'{_shown(detail['input'])}' is not a date.")


def _list(detail: ErrorDetails, loc: Loc, schema: dict[str, Any]) -> Words:
    return Words(
        "wrong-type", f"{_where(loc)} must be a list, not {_kind(detail['input'])}.", "Begin each entry with '- '."
    )


def _keys(detail: ErrorDetails, loc: Loc, schema: dict[str, Any]) -> Words:
    what = f"{_where(loc)} must have keys of its own, not {_kind(detail['input'])}."
    return Words("wrong-type", what, "Write 'key: value' lines under it.")


def _other(detail: ErrorDetails, loc: Loc, schema: dict[str, Any]) -> Words:
    return Words("wrong-value", f"{_where(loc)} does not fit: {detail['msg']}.")


def _kind(value: object) -> str:
    if value is None:
        return "nothing"
    kinds = {bool: "true or false", int: "a number", float: "a number", str: "text", list: "a list", dict: "keys"}
    return kinds.get(type(value), "something else")


_BY_TYPE: dict[str, Callable[[ErrorDetails, Loc, dict[str, Any]], Words]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "union_tag_not_found": _missing_type,
    "union_tag_invalid": _unknown_type,
    "string_type": _no_text,
    "string_too_short": lambda detail, loc, schema: Words("empty-text", f"{_where(loc)} is empty."),
    "string_pattern_mismatch": _pattern,
    "too_short": _too_few,
    "literal_error": _choice,
    "tuple_type": _list,
    "list_type": _list,
    "model_type": _keys,
    "model_attributes_type": _keys,
    "mapping_type": _keys,
    "dict_type": _keys,
}
_BY_START = (
    ("int_", _number),
    ("float_", _number),
    ("bool_", _truth),
    ("date_", _date),
    ("greater_", _limit),
    ("less_", _limit),
)


def _schema_at(schema: dict[str, Any], loc: Loc) -> dict[str, Any]:
    """The part of a JSON Schema that speaks about ``loc``; empty where the schema is silent."""
    here = schema
    for part in loc:
        here = _resolved(schema, here)
        tags = _mapping(here)
        if part in tags:
            here = {"$ref": tags[str(part)]}
        elif isinstance(part, int):
            here = here.get("items", {})
        else:
            here = here.get("properties", {}).get(part) or _any_key(here)
    return _resolved(schema, here)


def _any_key(part: dict[str, Any]) -> dict[str, Any]:
    """What a mapping with free keys has under each of them."""
    found = next(iter(part.get("patternProperties", {}).values()), part.get("additionalProperties"))
    return found if isinstance(found, dict) else {}


def _resolved(schema: dict[str, Any], part: dict[str, Any]) -> dict[str, Any]:
    options = [option for option in part.get("anyOf", []) if option.get("type") != "null"]
    if options:
        part = {**options[0], **{key: value for key, value in part.items() if key == "description"}}
    if "$ref" not in part:
        return part
    found = schema.get("$defs", {}).get(part["$ref"].rpartition("/")[2], {})
    return {**found, **{key: value for key, value in part.items() if key == "description"}}


def _mapping(part: dict[str, Any]) -> dict[str, str]:
    return dict(part.get("discriminator", {}).get("mapping", {}))
