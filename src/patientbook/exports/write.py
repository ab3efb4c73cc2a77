"""One export: the content checked, the format written, the file put in its place whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from patientbook.checking.guide import check_reading
from patientbook.notebooks.files import write_whole
from patientbook.problems import ContentError, PatientbookError, Severity
from patientbook.reading.guide import read_guide

from .destination import Destination
from .making import make_manuscript
from .registry import FORMATS
from .site.pages_of import pages_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from patientbook.pages.workplace import Workplace
    from patientbook.reading.models import Guide

    from .manuscript import Manuscript
    from .options import Options
    from .registry import Format


@dataclass(frozen=True)
class Export:
    """A file as it is offered: its name and its bytes."""

    name: str
    content: bytes


def format_named(name: str) -> Format:
    """The format of this name; PatientbookError when there is none."""
    if name not in FORMATS:
        message = f'There is no format "{name}". There are: {", ".join(FORMATS)}.'
        raise PatientbookError(message)
    return FORMATS[name]


def checked_guide(root: Path) -> Guide:
    """The guide in ``root``; ContentError when its content has errors."""
    reading = read_guide(root)
    errors = [problem for problem in check_reading(reading) if problem.severity is Severity.ERROR]
    if errors or reading.guide is None:
        raise ContentError(errors)
    return reading.guide


def make_exports(format_: Format, manuscript: Manuscript, options: Options) -> Iterator[Export]:
    """The files of one format: one, or one for each chapter where the format has a chapter each and none is chosen.

    Raises:
        PatientbookError: the guide has no such chapter, or not what the format needs.
    """
    for each in _choices(format_, manuscript, options):
        yield Export(format_.file_name(manuscript, each), format_.write(manuscript, each))


def export(name: str, place: Workplace, options: Options, out: Path) -> list[Path]:
    """Write the format ``name`` and return the files. ``out`` is a folder, or a file if it ends as such do.

    Raises:
        ContentError: the content has errors.
        PatientbookError: something is missing, or a file cannot be written. No half file is left.
    """
    format_ = format_named(name)
    destination = Destination(out, format_.suffix)
    destination.check()
    report = place.report
    if format_.is_of_pages:
        pages = pages_of(place, leave_out=format_)
        options, guide = replace(options, pages=pages), pages.guide
    else:
        report("Reading and checking the content")
        guide = checked_guide(place.root)
    report("Putting the guide together")
    manuscript = make_manuscript(guide, options.language or guide.settings.languages[0].code)
    count = len(_choices(format_, manuscript, options))
    destination.path("", count)
    report(f"Making: {format_.title}")
    written = []
    for number, each in enumerate(make_exports(format_, manuscript, options), 1):
        path = destination.path(each.name, count)
        write_whole(path, each.content)
        report(f"{number} of {count}: {path}" if count > 1 else f"Wrote {path}")
        written.append(path)
    return written


def _choices(format_: Format, manuscript: Manuscript, options: Options) -> list[Options]:
    """The options of each file."""
    kind = {"chapter": "chapter", "sheet": "sheet"}.get(format_.of)
    if options.chapter is None:
        return (
            [replace(options, chapter=part.id) for part in manuscript.of_kind("chapter")]
            if kind == "chapter"
            else [options]
        )
    if kind is None:
        message = f"The format {format_.name} holds the whole guide: leave out the chapter."
        raise PatientbookError(message)
    known = [part.id for part in manuscript.parts if part.kind == kind]
    if options.chapter not in known:
        message = f'There is no {kind} "{options.chapter}". There are: {", ".join(known) or "none"}.'
        raise PatientbookError(message)
    return [options]
