"""The values of a YAML document checked against a model, each mistake told at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from .rules import BY_ID, Place
from .value_words import explain, nearest

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from patientbook.problems import Problem

    from .places import Document, Plain

M = TypeVar("M", bound=BaseModel)


def make(model: type[M], document: Document) -> tuple[M | None, list[Problem]]:
    """The document as a ``model`` and what is wrong with its values.

    Entries that are broken (a term, a figure, a quiz) are left out, so that the good ones can be used; None
    when nothing can be made of the rest.
    """
    try:
        return model.model_validate(document.data), []
    except ValidationError as error:
        details = [detail for detail in error.errors(include_url=False) if not _is_long_enough(detail)]
    schema = model.model_json_schema()
    problems = [_problem(detail, document, schema) for detail in _without_pairs(details)]
    try:
        return model.model_validate(_without_broken(document.data, details)), problems
    except ValidationError:
        return None, problems


def _problem(detail: ErrorDetails, document: Document, schema: dict[str, Any]) -> Problem:
    loc = tuple(part for part in detail["loc"] if part != "[key]")
    words = explain(detail, loc, schema)
    rule = BY_ID.get(words.rule, BY_ID["wrong-value"])
    return rule.broken(document.file, _place(detail, loc, document), words.what, words.way_out)


def _without_pairs(details: list[ErrorDetails]) -> list[ErrorDetails]:
    """The details without those that tell one mistake twice: a key is missing, and what stands there is not it."""
    kept = list(details)
    for missing in [detail for detail in details if detail["type"] == "missing"]:
        parent, key = missing["loc"][:-1], str(missing["loc"][-1])
        others = [one for one in kept if one["type"] == "extra_forbidden" and one["loc"][:-1] == parent]
        misspelt = nearest(key, (str(one["loc"][-1]).lower() for one in others))
        if misspelt:
            kept.remove(missing)
        elif not parent:  # the line above all the others was deleted
            kept = [one for one in kept if one not in others]
    return kept


def _is_long_enough(detail: ErrorDetails) -> bool:
    """Whether a list is only too short because pydantic does not count its broken entries."""
    entries = detail["input"]
    return detail["type"] == "too_short" and isinstance(entries, list) and len(entries) >= detail["ctx"]["min_length"]


def _place(detail: ErrorDetails, loc: tuple[str | int, ...], document: Document) -> Place:
    at_key = detail["type"] == "extra_forbidden" or detail["loc"][-1:] == ("[key]",)
    return document.key_place(loc) if at_key else document.place(loc)


def _without_broken(data: Plain, details: list[ErrorDetails]) -> Plain:
    """The data without the entries two levels deep that have mistakes."""
    broken = {tuple(detail["loc"][:2]) for detail in details if len(detail["loc"]) > 1}
    if not isinstance(data, dict):
        return data
    kept: dict[str, Plain] = {}
    for key, value in data.items():
        if isinstance(value, dict):
            kept[key] = {name: entry for name, entry in value.items() if (key, name) not in broken}
        elif isinstance(value, list):
            kept[key] = [entry for index, entry in enumerate(value) if (key, index) not in broken]
        else:
            kept[key] = value
    return kept
