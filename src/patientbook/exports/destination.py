"""Where files are written to: what cannot be is told before anything is made."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from patientbook.problems import PatientbookError

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Destination:
    """``out`` as a person named it: a file if it ends as files of the format do (``suffix``), otherwise a folder."""

    out: Path
    suffix: str

    @property
    def is_file(self) -> bool:
        """Whether one file is named, and not a folder."""
        return self.out.suffix.lower() == self.suffix and not self.out.is_dir()

    def check(self) -> None:
        """PatientbookError when nothing can be written there."""
        folder = self.out.parent if self.is_file else self.out
        nearest = next(each for each in (folder, *folder.absolute().parents) if each.exists())
        if not nearest.is_dir():
            message = f'"{nearest}" is a file and no folder. Name a folder, or a file that ends in {self.suffix}.'
            raise PatientbookError(message)
        if not os.access(nearest, os.W_OK | os.X_OK):
            message = f'Nothing can be written to the folder "{nearest}": you may only read it. Name another one.'
            raise PatientbookError(message)

    def path(self, name: str, count: int) -> Path:
        """Where the file ``name``, one of ``count``, goes; PatientbookError when all are to go into one file."""
        if self.is_file and count > 1:
            message = f'These are {count} files, not one "{self.out}". Name a folder, or choose one chapter.'
            raise PatientbookError(message)
        return self.out if self.is_file else self.out / name
