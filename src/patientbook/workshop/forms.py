"""An answer that came as a form, from a phone without JavaScript: what `asked.html.j2` asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def answer_from_form(wire: Mapping[str, Any], fields: Mapping[str, Sequence[str]]) -> Any:  # noqa: ANN401 - by its type
    """The answer to the question ``wire`` in the fields of a form; None where it is incomplete or is none."""
    name = f"pb-q-{wire['id']}"
    match wire["type"]:
        case "several":
            return list(fields.get(name, ())) or None
        case "matching":
            return _each(wire["pairs"], name, fields)
        case "ordering":
            return _in_order(_each(wire["items"], name, fields))
        case "scale":
            return _number(_one(fields, name))
        case _:
            return _one(fields, name) or None


def _one(fields: Mapping[str, Sequence[str]], name: str) -> str:
    return next(iter(fields.get(name, ())), "").strip()


def _each(parts: Sequence[Mapping[str, Any]], name: str, fields: Mapping[str, Sequence[str]]) -> dict[str, str] | None:
    """What was chosen for each part, by its id; None while one is missing."""
    chosen = {part["id"]: _one(fields, f"{name}-{part['id']}") for part in parts}
    return chosen if all(chosen.values()) else None


def _in_order(places: Mapping[str, str] | None) -> list[str] | None:
    """The ids in the order of the numbers that each was given; None where two have the same one."""
    if not places or sorted(places.values()) != sorted(str(at + 1) for at in range(len(places))):
        return None
    return sorted(places, key=lambda id_: int(places[id_]))


def _number(text: str) -> int | None:
    return int(text) if text.lstrip("-").isdecimal() else None
