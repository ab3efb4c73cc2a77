"""Files of questions on disk: which format they are in, and what they hold."""

from __future__ import annotations

import codecs
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from patientbook.problems import PatientbookError, Problem
from patientbook.reading.files import text_of_bytes

from .model import BANK_FILE, FromFile
from .registry import FORMATS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_OTHER_ENDINGS = {".txt": "gift"}  # what Moodle writes
_HARMLESS = {"byte-order-mark", "windows-lines", "odd-character"}


def format_of(name: str | None, file: Path | None) -> str:
    """The name of the format: ``name``, or else by the file's ending, or else csv; PatientbookError for others."""
    endings = {each.suffix: key for key, each in FORMATS.items()} | _OTHER_ENDINGS
    found = name or (endings.get(file.suffix.lower()) if file else "csv")
    if name and name not in FORMATS:
        message = f"There is no format '{name}'. There are: {', '.join(FORMATS)}."
        raise PatientbookError(message)
    if found not in FORMATS:
        message = f"It is not clear which format is meant. Say --format {' or --format '.join(FORMATS)}."
        raise PatientbookError(message)
    return found


def read_file(file: Path, format_name: str, given: Mapping[str, Any]) -> FromFile:
    """The questions in a file and what is wrong with it, told with the file's name.

    Raises:
        PatientbookError: the file cannot be opened.
    """
    try:
        raw = file.read_bytes()
    except OSError as error:
        message = f"{file} cannot be opened: {error.strerror or error}."
        raise PatientbookError(message) from error
    # Text that is read keeps its line ends within cells; programs for tables write a mark at the start.
    read = text_of_bytes(raw.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n"), BANK_FILE)
    if read.text is None:
        return FromFile((), tuple(told_of(one, file) for one in read.problems if one.rule not in _HARMLESS))
    found = FORMATS[format_name].read(read.text, given)
    return FromFile(found.questions, tuple(told_of(one, file) for one in found.problems))


def told_of(problem: Problem, file: Path) -> Problem:
    """A problem of a file of questions with that file's name; of other files as it is."""
    return replace(problem, file=PurePosixPath(file.as_posix())) if problem.file == BANK_FILE else problem
