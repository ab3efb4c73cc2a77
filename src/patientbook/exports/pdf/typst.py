"""Typst, which sets the pages: plain data and a template in, a tagged PDF (PDF/UA-1) out."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from patientbook.problems import PatientbookError

if TYPE_CHECKING:
    from datetime import date

    import typst

    from .words_data import Data

HERE = Path(__file__).parent
TEMPLATES, FONTS = HERE / "templates", HERE / "fonts"


def make_pdf(template: str, data: Data, day: date) -> bytes:
    """The PDF of ``<template>.typ`` filled with ``data``; ``day`` is when it says it was made.

    The system's fonts are left out of it, so that the same data give the same bytes on every machine.

    Raises:
        PatientbookError: Typst cannot set it, for instance for a letter that no font has.
    """
    made, is_settled = _compiled(template, data | {"steady": False}, day)
    if not is_settled:
        made, is_settled = _compiled(template, data | {"steady": True}, day)
    if not is_settled:
        message = "The PDF cannot be set: the page numbers in it do not settle. Change a sentence near its end."
        raise PatientbookError(message)
    return made


def _compiled(template: str, data: Data, day: date) -> tuple[bytes, bool]:
    """The PDF, and whether every page number in it is right.

    Typst sets the pages again and again until no number changes, and gives up after five times: a number that is told
    can move the very page it tells.
    """
    import typst  # noqa: PLC0415 - 80 MB, which only who makes a PDF has to load

    try:
        made, warnings = typst.compile_with_warnings(
            TEMPLATES / f"{template}.typ",
            root=TEMPLATES,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            pdf_standards=["ua-1"],
            timestamp=datetime.combine(day, time(), UTC),
        )
    except typst.TypstError as error:
        raise PatientbookError(_in_plain_words(error.message)) from error
    return made, not any("did not converge" in each.message for each in warnings)


def _in_plain_words(message: str) -> str:
    """What Typst says, for somebody who wrote a word that no font has."""
    if missing := re.search(r'the text `"(.+?)"` could not be displayed', message):
        what = f"The PDF cannot be set: none of its fonts has the letter “{missing[1]}”."
        return f"{what} Write it in another way in the content."
    return f"The PDF cannot be set: {message}."


def pages_of(made: bytes) -> int:
    """How many pages a PDF of ours has: Typst writes the number into the root of its page tree, in plain text."""
    counts = re.findall(rb"/Type\s*/Pages\b[^>]*?/Count\s+(\d+)|/Count\s+(\d+)[^>]*?/Type\s*/Pages\b", made)
    return max(int(one or other) for one, other in counts)


@cache
def _fonts() -> typst.Fonts:
    import typst  # noqa: PLC0415 - as above

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONTS])
