"""A file of content as text, whatever is wrong with its bytes."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .rules import BY_ID, START, Place

if TYPE_CHECKING:
    from pathlib import Path, PurePath, PurePosixPath

    from patientbook.problems import Problem

# What YAML, Python or Jupytext would take as a line end or refuse: lines could no longer be counted.
_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_MERGE = re.compile(r"^(<{7}|>{7})( |$)", re.MULTILINE)


@dataclass(frozen=True)
class TextFile:
    """A file's text with Unix line ends and without odd characters; None when it cannot be trusted."""

    text: str | None
    problems: tuple[Problem, ...]


def read_text(root: Path, file: PurePosixPath) -> TextFile:
    """The text of ``file`` (relative to ``root``) and what is wrong with its bytes."""
    try:
        raw = (root / file).read_bytes()
    except FileNotFoundError:
        return TextFile(None, (BY_ID["missing-file"].broken(file, START, f"The file '{file}' is not there."),))
    except OSError as error:
        reason = error.strerror or "no reason given"
        what = f"The file '{file}' cannot be opened ({reason.lower()})."
        return TextFile(None, (BY_ID["unreadable-file"].broken(file, START, what),))
    return text_of_bytes(raw, file)


def text_of_bytes(raw: bytes, file: PurePosixPath) -> TextFile:
    """The text in ``raw`` and what is wrong with it; ``file`` is only named in problems."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        place = Place(before.count(b"\n") + 1, error.start - (before.rfind(b"\n") + 1) + 1)
        what = f"The byte 0x{raw[error.start]:02x} is not UTF-8; the file was saved with another encoding."
        if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            what = "The file was saved as UTF-16, which some programs call Unicode."
        return TextFile(None, (BY_ID["not-utf-8"].broken(file, place, what),))
    problems = []
    if text.startswith("\ufeff"):
        text = text[1:]
        problems.append(BY_ID["byte-order-mark"].broken(file, START, "The file starts with a byte order mark."))
    if "\r" in text:
        line = len(re.findall(r"\r\n|\r|\n", text[: text.index("\r")])) + 1
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        problems.append(BY_ID["windows-lines"].broken(file, Place(line, 1), "The line ends with a carriage return."))
    if not text.strip():
        return TextFile(None, (*problems, BY_ID["empty-file"].broken(file, START, "The file has nothing in it.")))
    for match in _ODD.finditer(text):
        what = f"There is a control character (U+{ord(match[0]):04X}) here."
        problems.append(BY_ID["odd-character"].broken(file, place_at(text, match.start()), what))
    marks = [place_at(text, match.start()) for match in _MERGE.finditer(text)]
    if marks:
        last = f"; the last is in line {marks[-1].line}" if len(marks) > 1 else ""
        what = f"There is a mark of an unfinished merge here{last}."
        problems.append(BY_ID["merge-mark"].broken(file, marks[0], what))
    return TextFile(None if marks else _ODD.sub(" ", text), tuple(problems))


def is_stray(path: PurePath) -> bool:
    """Whether a file, named from the guide's folder, is one that Python, Jupyter or an editor leaves behind."""
    hidden = any(part.startswith(".") or part == "__pycache__" for part in path.parts)
    return hidden or path.name.endswith("~") or (path.name.startswith("#") and path.name.endswith("#"))


def place_at(text: str, offset: int, first_line: int = 1) -> Place:
    """The place of ``offset`` in ``text``, whose first line is line ``first_line`` of its file."""
    return Place(text.count("\n", 0, offset) + first_line, offset - (text.rfind("\n", 0, offset) + 1) + 1)
