"""Options that several commands share."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from patientbook.reading.root import find_root

Root = Annotated[Path, typer.Argument(help="The guide's folder, or one inside it.", show_default="this folder")]
Cache = Annotated[
    Path | None,
    typer.Option(
        "--cache",
        help="Where executed notebooks and finished pages are kept.",
        show_default="<guide>/.cache/patientbook",
    ),
]


def cache_of(root: Path, cache: Path | None) -> Path:
    """The cache's folder: the option, then `PATIENTBOOK_CACHE`, then the guide's own."""
    chosen = cache or os.environ.get("PATIENTBOOK_CACHE")
    return Path(chosen) if chosen else find_root(root) / ".cache" / "patientbook"


def collect_seldom() -> None:
    """Look for garbage in circles seldom: a short program drops little, and saves a tenth of its time."""
    gc.set_threshold(200_000, 20, 100)


def tell(line: str) -> None:
    """Say how far we are; on standard error, so that it never mixes with what a command was asked for."""
    print(line, file=sys.stderr, flush=True)
