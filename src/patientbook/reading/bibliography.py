"""`sources.bib`: every source that the guide cites, once."""

from __future__ import annotations

import logging
import re
from functools import cache
from typing import TYPE_CHECKING

from .models import Source
from .rules import BY_ID, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import PurePosixPath

    from bibtexparser.model import Block, Entry

    from patientbook.problems import Problem

_HAS_LATEX = re.compile(r"[\\{}~]")
_NEXT_FIELD = re.compile(r"[}\"]\s*\n\s*([a-z]+)\s*=\s*[{\"\d]", re.IGNORECASE)
_VERBATIM = frozenset({"url", "doi", "eprint", "file"})


def read_bibliography(text: str, file: PurePosixPath) -> tuple[dict[str, Source], list[Problem]]:
    """The sources in ``text`` by key, and what is wrong with them. Raises nothing."""
    from bibtexparser.entrypoint import parse_string  # noqa: PLC0415 - only needed where sources are read

    # The parser also logs what we report ourselves.
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    try:
        library = parse_string(text)
    except Exception as error:  # noqa: BLE001 - whatever the parser trips over, the author gets a sentence
        what = f"The file cannot be read ({type(error).__name__})."
        return {}, [BY_ID["bib-syntax"].broken(file, Place(1, 1), what)]
    sources = {entry.key: _source(entry) for entry in library.entries}
    problems = [_failure(block, file) for block in library.failed_blocks]
    problems += [problem for block in library.blocks for problem in _slips(block, file)]
    for entry in library.entries:
        if not any(_NEXT_FIELD.search(str(field.value)) for field in entry.fields):
            problems += _incomplete(sources[entry.key], file)
    return sources, problems


def plain(value: str) -> str:
    """A BibTeX value in plain words: accents made letters, braces taken away."""
    if not _HAS_LATEX.search(value):
        return _tidy(value)
    return _tidy(_decoder()(re.sub(r"(?<!\\)%", r"\\%", value)))


def _tidy(value: str) -> str:
    return " ".join(value.replace("{", "").replace("}", "").split())


@cache
def _decoder() -> Callable[[str], str]:
    # Comes with bibtexparser and is slow to import; it has no types.
    from pylatexenc.latex2text import LatexNodes2Text  # type: ignore[import-untyped]  # noqa: PLC0415

    decode: Callable[[str], str] = LatexNodes2Text(math_mode="verbatim", keep_braced_groups=False).latex_to_text
    return decode


def _source(entry: Entry) -> Source:
    fields = {field.key.lower(): _value(field.key.lower(), str(field.value)) for field in entry.fields}
    return Source(entry.key, entry.entry_type.lower(), fields, (entry.start_line or 0) + 1)


def _value(name: str, value: str) -> str:
    if name in _VERBATIM:
        return re.sub(r"\\([_%&#~])", r"\1", _tidy(value))
    text = plain(value)
    return re.sub(r"(?<=\d)\s*--?\s*(?=\d)", "–", text) if name == "pages" else text


def _failure(block: Block, file: PurePosixPath) -> Problem:
    from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock  # noqa: PLC0415 - see above

    place = Place((block.start_line or 0) + 1, 1)
    if isinstance(block, DuplicateBlockKeyBlock):
        return BY_ID["duplicate-source"].broken(file, place, f"The key '{block.key}' stands here a second time.")
    if isinstance(block, DuplicateFieldKeyBlock):
        names = ", ".join(sorted(block.duplicate_keys))
        return BY_ID["duplicate-field"].broken(file, place, f"This source has the field '{names}' twice.")
    return BY_ID["bib-syntax"].broken(file, place, "The entry that begins here cannot be read.")


def _slips(block: Block, file: PurePosixPath) -> Iterator[Problem]:
    """What the parser takes as it is: words between two sources, and two fields without a comma between them."""
    from bibtexparser.model import Entry, ImplicitComment  # noqa: PLC0415 - see above

    first = (block.start_line or 0) + 1
    if isinstance(block, ImplicitComment):
        stray = [number for number, line in enumerate(block.comment.split("\n")) if line.strip() and line[0] != "%"]
        if stray:
            what = "The words that begin here belong to no source."
            way_out = "Write the source as @article{key, title = {…}, year = {…}}, or put '%' before a note."
            yield BY_ID["bib-syntax"].broken(file, Place(first + stray[0], 1), what, way_out)
    if isinstance(block, Entry):
        for field in block.fields:
            if found := _NEXT_FIELD.search(str(field.value)):
                line = (field.start_line or 0) + 1 + str(field.value).count("\n", 0, found.start())
                what = f"There is no comma between '{field.key}' and '{found[1]}'."
                yield BY_ID["bib-syntax"].broken(file, Place(line, 1), what, "Write a comma at the end of the line.")


def _incomplete(source: Source, file: PurePosixPath) -> list[Problem]:
    place = Place(source.line, 1)
    problems = []
    if not source.fields.get("title"):
        problems.append(BY_ID["source-without-title"].broken(file, place, f"Source '{source.key}' has no title."))
    if not any(source.fields.get(name) for name in ("year", "date", "url")):
        problems.append(BY_ID["source-without-year"].broken(file, place, f"Source '{source.key}' has no year."))
    return problems
