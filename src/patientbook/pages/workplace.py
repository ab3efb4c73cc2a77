"""Where a guide and its cache are, and which files a site is made from."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

import patientbook_widgets

import patientbook
from patientbook.notebooks import RunCache
from patientbook.problems import PatientbookError
from patientbook.reading.documentation import NAMES, text_of
from patientbook.reading.files import is_stray

from .store import SiteStore

Report = Callable[[str], None]


class MadeFrom(Protocol):
    """What a guide's folder is made from, where it is itself made: an edition."""

    def files(self) -> list[Path]:
        """Every file that it is made from."""

    def renew(self) -> None:
        """Make it anew; ContentError where that cannot be done."""


@dataclass(frozen=True)
class Workplace:
    """Where things are: the guide's folder and the cache's, and whom to tell how far we are.

    ``made_from`` is None where the guide's folder is what its authors write in.
    """

    root: Path
    cache: Path
    report: Report
    made_from: MadeFrom | None = None

    def files(self) -> list[Path]:
        """Every file that authors write and that pages are made from."""
        return self.made_from.files() if self.made_from else input_files(self.root)

    def keep(self, write: Callable[[], object]) -> None:
        """Write to the cache; a guide is read all the same where that cannot be done, only made anew each time."""
        try:
            write()
        except PatientbookError as error:
            self.report(f"Not kept for the next start: {error} Choose another place with --cache.")

    @property
    def sites(self) -> SiteStore:
        """Finished sites."""
        return SiteStore(self.cache / "sites")

    @property
    def runs(self) -> RunCache:
        """Executed notebooks."""
        return RunCache(self.cache / "runs")


def site_digest(root: Path) -> str:
    """64 hex digits that change when any file the site is made from changes, or the engine does."""
    digest = hashlib.sha256(engine_digest().encode())
    for path in input_files(root):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def input_files(root: Path) -> list[Path]:
    """Every file a site is made from: the content, and the notebooks that are not built from it."""
    found = (path for folder in ("content", "notebooks") for path in (root / folder).rglob("*"))
    return sorted(path for path in found if path.is_file() and not is_stray(path.relative_to(root)))


@cache
def engine_digest() -> str:
    """The hash of our own code, templates, built assets and documentation."""
    digest = hashlib.sha256()
    for package in (patientbook, patientbook_widgets):
        folder = Path(str(package.__file__)).parent
        found = (path for path in folder.rglob("*") if path.is_file() and not is_stray(path.relative_to(folder)))
        for path in sorted(found):
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    for name in NAMES:
        digest.update(text_of(name).encode())
    return digest.hexdigest()
