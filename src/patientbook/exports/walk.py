"""Everything of one kind within a part of a manuscript, in order."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator

T = TypeVar("T")


def found_in(thing: object, kind: type[T]) -> Iterator[T]:
    """Every ``kind`` at or within ``thing``, a dataclass of a manuscript or a tuple of them, in reading order."""
    if isinstance(thing, kind):
        yield thing
    if isinstance(thing, tuple):
        for each in thing:
            yield from found_in(each, kind)
    elif is_dataclass(thing):
        for each in fields(thing):
            yield from found_in(getattr(thing, each.name), kind)
