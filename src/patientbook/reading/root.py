"""Where a guide lies. Nothing is read here, so that a command can begin before it imports what reads."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from patientbook.problems import PatientbookError

GUIDE_FILE = PurePosixPath("content/guide.yaml")


def find_root(start: Path) -> Path:
    """The folder at or above ``start`` that holds `content/guide.yaml`; PatientbookError when there is none."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / GUIDE_FILE).is_file():
            return folder
    message = f"There is no guide here: neither '{start}' nor a folder above it has '{GUIDE_FILE}'."
    raise PatientbookError(f"{message} Run this inside the folder of a guide, or name that folder.")
