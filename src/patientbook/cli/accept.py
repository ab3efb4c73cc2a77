"""`patientbook --edition NAME accept`: what the guide has changed has been looked at."""

from __future__ import annotations

from pathlib import Path

from patientbook.problems import PatientbookError

from .options import Root, chosen_edition, tell


def accept(root: Root = Path()) -> None:
    """Say that an edition still fits after the guide has changed what it replaces.

    `patientbook --edition NAME check` shows what has changed. This remembers the guide's present text.

    Example: patientbook --edition our-hospital accept
    """
    edition = chosen_edition(root)
    if edition is None:
        message = "Name the edition first: patientbook --edition our-hospital accept"
        raise PatientbookError(message)
    count = edition.accept()
    tell(f"Accepted {'one change' if count == 1 else f'{count} changes'} of the guide in '{edition.name}'.")
