"""The program that makes the downloads of a running app, apart from it, so that no reader waits for a page meanwhile.

It tells of each download in a line of JSON on standard output: `{"path": …}`, with `"why"` where it could not be made.
At the end the kept site says how big each one is.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from patientbook.pages.downloads import with_sizes
from patientbook.pages.making import make_notebooks
from patientbook.pages.workplace import Workplace, site_digest
from patientbook.problems import PatientbookError
from patientbook.reading.guide import load_guide

from .downloads import Downloads, Source
from .kept import DownloadStore

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import PurePosixPath

    from nbformat import NotebookNode

NICE = 10  # readers come first


def command(place: Workplace, digest: str, folder: Path) -> list[str]:
    """How to start this program, for the downloads of the site ``digest``, to be kept in ``folder``."""
    # -P: the folder that it is started in is no place to import from.
    return [sys.executable, "-P", "-m", __name__, str(place.root), str(place.cache), digest, str(folder)]


def main(root: str, cache: str, digest: str, folder: str) -> None:
    """Make what is not kept yet."""
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.default_int_handler)  # so that no half file is left
    if hasattr(os, "nice"):
        os.nice(NICE)
    place = Workplace(Path(root), Path(cache), _to_nobody)
    try:
        _make(place, digest, DownloadStore(Path(folder)))
    except PatientbookError as problem:
        _say(path=None, why=str(problem))


def _make(place: Workplace, digest: str, store: DownloadStore) -> None:
    _expect_unchanged(place.root, digest)
    source = Source(load_guide(place.root), lambda: _runs(place, digest), digest)

    def keep(write: Callable[[], object]) -> None:
        _expect_unchanged(place.root, digest)
        write()

    downloads = Downloads(source, store, keep)
    for wanted, problem in downloads.make():
        _say(path=wanted.path, why=str(problem) if problem else None)
    if site := place.sites.read(digest):
        told = with_sizes(site, {path: len(content) for path, content in downloads.made.items()})
        if told is not site:
            place.keep(lambda: place.sites.write(told))


def _runs(place: Workplace, digest: str) -> Mapping[PurePosixPath, NotebookNode]:
    made = asyncio.run(make_notebooks(place))
    _expect_unchanged(place.root, digest)
    return made.runs


def _expect_unchanged(root: Path, digest: str) -> None:
    """A download says the same as the pages, or is not offered.

    Raises:
        PatientbookError: the content is no longer that of the pages.
    """
    if site_digest(root) != digest:
        message = (
            "The content has changed since the pages were made: build the guide again. "
            "Or patientbook itself has: then also start the app again."
        )
        raise PatientbookError(message)


def _to_nobody(_: str) -> None:
    """What a person at the command line would be told."""


def _say(**line: str | None) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except (KeyboardInterrupt, BrokenPipeError):
        sys.exit(1)  # the app is gone, and nobody waits for the rest
