"""Options that several commands share."""

from __future__ import annotations

import gc
import os
import sys
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from patientbook.reading.root import find_root

if TYPE_CHECKING:
    from patientbook.editions import Edition

# What `patientbook --edition NAME …` names, before the command that it is about.
EDITION: ContextVar[str | None] = ContextVar("edition", default=None)
Root = Annotated[Path, typer.Argument(help="The guide's folder, or one inside it.", show_default="this folder")]
Cache = Annotated[
    Path | None,
    typer.Option(
        "--cache",
        help="Where executed notebooks and finished pages are kept.",
        show_default="<guide>/.cache/patientbook",
    ),
]


def guide_and_cache(root: Path, cache: Path | None = None) -> tuple[Path, Path]:
    """The guide's folder and its cache: the guide's own, or those of the edition that `--edition` names, composed now.

    Raises:
        PatientbookError: there is no guide, or no such edition; ContentError where that has errors.
    """
    edition = chosen_edition(root, cache)
    if edition is None:
        return find_root(root), cache_of(root, cache)
    edition.renew()
    return edition.guide, edition.cache


def chosen_edition(root: Path, cache: Path | None = None) -> Edition | None:
    """The edition that `patientbook --edition NAME …` names; None where it names none."""
    name = EDITION.get()
    if name is None:
        return None
    from patientbook.editions import open_edition  # noqa: PLC0415 - `--help` needs none of it

    return open_edition(find_root(root), name, cache_of(root, cache))


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
