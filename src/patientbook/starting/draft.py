"""What is about to be written: files that are new and files that change, checked together before any is touched."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from patientbook.checking import check_guide
from patientbook.notebooks.files import write_whole
from patientbook.problems import ContentError, PatientbookError, Problem, Severity
from patientbook.reading.guide import Reading, read_guide
from patientbook.reading.places import Document, Plain, read_yaml

from .blocks import node_at, with_block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from patientbook.reading.models import Guide


class Draft:
    """Changes to the guide in ``root``. What is there already is read from the draft first, then from the guide."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.reading: Reading = read_guide(root)
        self._before: dict[PurePosixPath, bytes | None] = {}
        self._after: dict[PurePosixPath, bytes] = {}

    @property
    def guide(self) -> Guide:
        """The guide as it is; ContentError when too little of it can be read."""
        if self.reading.guide is None:
            raise ContentError(list(self.reading.problems))
        return self.reading.guide

    def has(self, file: PurePosixPath) -> bool:
        """Whether a file is there, in the draft or in the guide."""
        return file in self._after or (self.root / file).exists()

    def text(self, file: PurePosixPath) -> str:
        """A file's text with its own line ends; ContentError where it has mistakes in the way."""
        if file in self._after:
            return self._after[file].decode()
        wrong = [one for one in self.reading.problems if one.file == file and one.severity is Severity.ERROR]
        if wrong:
            raise ContentError(wrong)
        try:
            return (self.root / file).read_bytes().decode("utf-8")
        except OSError as error:
            message = f"{file} cannot be opened: {error.strerror or error}."
            raise PatientbookError(message) from error

    def document(self, file: PurePosixPath) -> Document:
        """A YAML file with its places."""
        document = read_yaml(self.text(file).removeprefix("\ufeff"), file).document
        if document is None:
            message = f"{file} cannot be read. Run `patientbook check` and mend that first."
            raise PatientbookError(message)
        return document

    def add(self, file: PurePosixPath, text: str) -> None:
        """A new file; PatientbookError when one of that name is there."""
        if self.has(file):
            message = f"{file} is there already, and nothing is overwritten. Choose another name, or change that file."
            raise PatientbookError(message)
        self._before[file] = None
        self._after[file] = text.encode()

    def change(self, file: PurePosixPath, text: str) -> None:
        """A file that is there, with another text."""
        if file not in self._after:
            self._before[file] = (self.root / file).read_bytes()
        self._after[file] = text.encode()

    def insert(self, file: PurePosixPath, path: Sequence[str | int], at: int | str | None, block: str) -> None:
        """A YAML file with one more entry in the mapping or list at ``path``, and nothing else changed.

        ``at``: before which entry of a list; the id of an entry of a mapping; None: after all.
        """
        document = self.document(file)
        parent = node_at(document, path)
        lines = block.strip("\n").split("\n")
        number = _place_among(document.value(path), at) if isinstance(at, str) else at
        mark = "\ufeff" if self.text(file).startswith("\ufeff") else ""
        text = mark + with_block(self.text(file).removeprefix(mark), parent, number, lines)
        read = read_yaml(text.removeprefix("\ufeff"), file).document
        if read is None or not _is_only_added(document.data, read.data, path):
            message = f"{file} is written in a way to which nothing can be added safely. Add this by hand:"
            raise PatientbookError(f"{message}\n\n{block}")
        self.change(file, text)

    def write(self) -> None:
        """Check the guide as it would be, then write everything.

        Raises:
            ContentError: the guide would have errors that it does not have now. Nothing was written then.
            PatientbookError: something cannot be written, or changed meanwhile. All is as it was then.
        """
        if wrong := self._new_errors():
            raise ContentError(wrong)
        for file, before in self._before.items():
            now = (self.root / file).read_bytes() if (self.root / file).exists() else None
            if now != before:
                message = f"{file} was changed by somebody else meanwhile. Nothing was written; run this again."
                raise PatientbookError(message)
        done: list[PurePosixPath] = []
        try:
            for file, after in sorted(self._after.items(), key=lambda one: self._before[one[0]] is not None):
                write_whole(self.root / file, after)  # new files first, then the lines that register them
                done.append(file)
        except BaseException:
            for file in done:
                self._undo(file)
            raise

    def _undo(self, file: PurePosixPath) -> None:
        before = self._before[file]
        if before is None:
            (self.root / file).unlink()
        else:
            write_whole(self.root / file, before)

    def _new_errors(self) -> list[Problem]:
        try:
            with tempfile.TemporaryDirectory() as folder:
                self._copy(Path(folder))
                errors = _errors(Path(folder))
        except (OSError, shutil.Error) as error:
            message = (
                f"The new files cannot be checked: {getattr(error, 'strerror', None) or error}. Nothing was written."
            )
            raise PatientbookError(message) from error
        known = {_without_place(one) for one in _errors(self.root)} if errors else set()
        return [one for one in errors if _without_place(one) not in known]

    def _copy(self, folder: Path) -> None:
        """The guide as it would be."""
        shutil.copytree(self.root / "content", folder / "content")
        for file, after in self._after.items():
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_bytes(after)


def _errors(root: Path) -> list[Problem]:
    return [one for one in check_guide(root) if one.severity is Severity.ERROR]


def _without_place(problem: Problem) -> tuple[PurePosixPath, str, str]:
    return problem.file, problem.rule, problem.what


def _place_among(entries: Plain, id_: str) -> int | None:
    """Where ``id_`` belongs in a mapping that is in the order of the alphabet; None, at its end, in any other."""
    ids = list(entries) if isinstance(entries, dict) else []
    return sum(one < id_ for one in ids) if ids == sorted(ids) else None


def _is_only_added(before: Plain, after: Plain, path: Sequence[str | int]) -> bool:
    """Whether ``after`` is ``before`` with one more entry in what stands at ``path``."""
    if path and isinstance(before, dict) and isinstance(after, dict):
        part = str(path[0])
        others = {key: value for key, value in before.items() if key != part}
        same = others == {key: value for key, value in after.items() if key != part}
        return same and _is_only_added(before.get(part), after.get(part), path[1:])
    if path and isinstance(before, list) and isinstance(after, list) and isinstance(path[0], int):
        at = path[0]
        same = before[:at] == after[:at] and before[at + 1 :] == after[at + 1 :]
        return same and _is_only_added(before[at], after[at], path[1:])
    if isinstance(before, list) and isinstance(after, list):
        return len(after) == len(before) + 1 and any(after[:at] + after[at + 1 :] == before for at in range(len(after)))
    if isinstance(before, dict) and isinstance(after, dict):
        return len(after) == len(before) + 1 and before.items() <= after.items()
    return False
