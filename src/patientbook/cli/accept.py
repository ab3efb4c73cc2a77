"""`patientbook accept`: what the guide has changed under an edition has been looked at."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from patientbook.reading.root import find_root

from .options import Cache, cache_of, tell


def accept(
    name: Annotated[str, typer.Argument(metavar="EDITION", help="The edition, from the folder editions.")],
    root: Annotated[
        Path, typer.Option(help="The guide's folder, or one inside it.", show_default="this folder")
    ] = Path(),
    cache: Cache = None,
) -> None:
    """Say that an edition still fits after the guide has changed what it replaces.

    `patientbook --edition our-hospital check` shows what has changed. This remembers the guide's present text.

    Example: patientbook accept our-hospital
    """
    from patientbook.editions import open_edition  # noqa: PLC0415 - `--help` needs none of it

    edition = open_edition(find_root(root), name, cache_of(root, cache))
    count = edition.accept()
    changes = "one change" if count == 1 else f"{count or 'no'} changes"
    tell(f"Accepted {changes} of the guide in '{edition.name}'.")
