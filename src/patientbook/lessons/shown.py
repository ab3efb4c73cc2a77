"""A piece of a lesson that is only HTML: what a cell shows when nothing has to happen in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from html import unescape

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape


@dataclass(frozen=True)
class Shown:
    """HTML for a notebook's output. ``plain`` is what a terminal or a plain-text reader gets."""

    html: str

    @property
    def plain(self) -> str:
        """The words of the HTML without its tags."""
        return re.sub(r"\s*\n\s*", "\n", unescape(re.sub(r"<[^>]+>", "", self.html))).strip()

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.plain}


@cache
def templates() -> Environment:
    """The templates of this package, autoescaped."""
    return Environment(
        loader=PackageLoader("patientbook.lessons"),
        autoescape=select_autoescape(["html.j2"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def show(template: str, **values: object) -> Shown:
    """Fill ``<template>.html.j2``."""
    return Shown(templates().get_template(f"{template}.html.j2").render(**values).strip())
