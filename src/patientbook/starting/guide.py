"""A new guide about any subject: a whole folder that checks, builds, serves and exports as it is."""

from __future__ import annotations

import tempfile
from importlib.resources import files
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from patientbook.checking import check_guide
from patientbook.problems import ContentError, PatientbookError, Severity
from patientbook.reading.root import GUIDE_FILE

from .ids import expect_id, id_of
from .templates import fill, today

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

_TEMPLATES = "guide"
_DOTTED = {"gitignore": ".gitignore"}  # a name with a dot would be left out where packages are built


def new_guide(folder: Path, title: str, *, tagline: str | None, id_: str | None) -> list[str]:
    """Write a guide into ``folder``, which is new or empty; returns what was done, a line each.

    Raises:
        PatientbookError: something is there already, or nothing can be written there.
    """
    folder = folder.resolve()
    _expect_free(folder)
    title = " ".join(title.split())
    said = " ".join((tagline or "What you may want to know, in small steps.").split())
    values = {"id": expect_id(id_) if id_ else id_of(title), "title": title, "tagline": said, "today": today()}
    try:
        made = not folder.exists()
        folder.mkdir(parents=True, exist_ok=True)
        try:
            _fill(folder, values)
        except BaseException:
            if made:
                folder.rmdir()
            raise
    except OSError as error:
        message = f"{folder} cannot be written: {error.strerror or error}. Nothing was left there."
        raise PatientbookError(message) from error
    return [f"Wrote the guide “{title}” into {folder}", f"See it with `patientbook serve {folder} --open`."]


def _expect_free(folder: Path) -> None:
    if folder.is_dir() and any(folder.iterdir()):
        message = f"{folder} is not empty, and nothing is overwritten. Name a folder that is new, or empty."
        raise PatientbookError(message)
    if folder.exists() and not folder.is_dir():
        message = f"{folder} is a file. Name a folder that is new, or empty."
        raise PatientbookError(message)


def _fill(folder: Path, values: dict[str, object]) -> None:
    """Write and check everything in a folder within ``folder``, then move it up, what makes it a guide last."""
    with tempfile.TemporaryDirectory(prefix=".new-guide.", dir=folder) as within:
        whole = Path(within)
        for name, text in _files(values):
            (whole / name).parent.mkdir(parents=True, exist_ok=True)
            (whole / name).write_bytes(text.encode())
        if errors := [one for one in check_guide(whole) if one.severity is Severity.ERROR]:
            raise ContentError(errors)
        parts = sorted(whole.iterdir(), key=lambda part: part.name == GUIDE_FILE.parts[0])
        for part in parts:
            part.rename(folder / part.name)


def _files(values: dict[str, object]) -> Iterator[tuple[PurePosixPath, str]]:
    """Name and text of every file of a new guide."""
    root = files("patientbook.starting") / "templates" / _TEMPLATES
    for name in sorted(_names(root, PurePosixPath())):
        file = name.with_name(name.name.removesuffix(".j2"))
        yield file.with_name(_DOTTED.get(file.name, file.name)), fill(f"{_TEMPLATES}/{name}", **values)


def _names(folder: Traversable, path: PurePosixPath) -> Iterator[PurePosixPath]:
    for each in folder.iterdir():
        if each.is_dir():
            yield from _names(each, path / each.name)
        elif each.name.endswith(".j2"):
            yield path / each.name
