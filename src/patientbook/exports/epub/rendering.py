"""The templates of an EPUB, filled with a book."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined

from patientbook.exports.inline import capitalised, plain

from . import answers, places
from .labels import LABELS

if TYPE_CHECKING:
    from collections.abc import Callable

    from patientbook.exports.manuscript import Part

    from .book import Book

_ADDRESS = "%/:=&?~#+!$,;'@()*[]"  # what may stand in an address as it is (RFC 3986)


def fill(template: str, book: Book, **values: object) -> bytes:
    """``<template>.j2`` as UTF-8, filled with what every document knows, and with ``values``."""
    language = book.manuscript.language
    made = (
        templates()
        .get_template(f"{template}.j2")
        .render(book=book, settings=language, language=language.code, **values)
    )
    return made.strip().encode() + b"\n"


def full_title(part: Part) -> str:
    """A part's title, after its number where it has one."""
    return f"{LABELS['chapter'].format(number=part.number)}: {part.title}" if part.number else part.title


@cache
def templates() -> Environment:
    """The templates of this package, autoescaped."""
    environment = Environment(
        loader=PackageLoader("patientbook.exports.epub"), autoescape=True, undefined=StrictUndefined
    )
    environment.globals |= {"words": LABELS, "places": places}
    filters: dict[str, Callable[..., object]] = {
        "address": partial(quote, safe=_ADDRESS),
        "capitalised": capitalised,
        "full_title": full_title,
        "how": answers.how,
        "kind": lambda thing: type(thing).__name__,
        "plain": plain,
        "said": answers.said,
    }
    environment.filters |= filters
    return environment
