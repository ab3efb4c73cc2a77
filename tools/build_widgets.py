"""Builds the TypeScript half of the widgets where its sources have changed since the last build.

`python -m tools.build_widgets` builds it for `make`; hatch-jupyter-builder calls `build_for_hatch` for wheel and sdist.
What was built is remembered as a hash of the sources, not by time: a checkout, a branch and an sdist all get new times.
"""

from __future__ import annotations

import shutil
import sys
from hashlib import sha256
from typing import TYPE_CHECKING

from tools.node import WIDGETS, NodeMissingError, run_npm

if TYPE_CHECKING:
    from pathlib import Path

BUILT_FROM = WIDGETS / "patientbook_widgets" / "static" / ".built-from"
NOT_SOURCES = {"node_modules", "patientbook_widgets", "tests"}


class BuildFailedError(Exception):
    """npm could not install or build; it has said why."""

    def __init__(self, step: str) -> None:
        super().__init__(
            f"The widgets are not built: `npm {step}` failed in the folder widgets. What it said stands above."
        )


def build_widgets() -> None:
    """Build the widgets if they are not built from the sources that are there now.

    Raises NodeMissingError or BuildFailedError; then nothing is remembered as built.
    """
    wanted = hash_of_sources(WIDGETS)
    if not is_built(wanted):
        if not (WIDGETS / "node_modules").is_dir():
            _npm("ci", "--no-audit", "--no-fund")
        shutil.rmtree(BUILT_FROM.parent, ignore_errors=True)  # what is no longer built must not be shipped
        _npm("run", "build")
        BUILT_FROM.parent.mkdir(parents=True, exist_ok=True)
    BUILT_FROM.write_text(wanted + "\n", encoding="ascii")


def is_built(wanted: str) -> bool:
    """Return whether the last build was made from the sources with this hash."""
    return BUILT_FROM.is_file() and BUILT_FROM.read_text(encoding="ascii").strip() == wanted


def hash_of_sources(folder: Path) -> str:
    """Return the SHA-256 of all files that the built widgets are made of, with their names."""
    total = sha256()
    for path in sorted(_sources(folder)):
        total.update(f"{path.relative_to(folder).as_posix()}\n{sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


def build_for_hatch(target_name: str, version: str) -> None:
    """Build the widgets for hatch-jupyter-builder; an editable install leaves that to `make`."""
    del target_name
    if version == "editable":
        return
    try:
        build_widgets()
    except (NodeMissingError, BuildFailedError) as problem:
        sys.exit(str(problem))


def _sources(folder: Path) -> list[Path]:
    here = [path for path in folder.iterdir() if path.is_file()]
    below = [
        path for part in folder.iterdir() if part.is_dir() and part.name not in NOT_SOURCES for path in part.rglob("*")
    ]
    return [path for path in here + below if path.is_file()]


def _npm(*arguments: str) -> None:
    if run_npm(*arguments) != 0:
        raise BuildFailedError(" ".join(arguments))


if __name__ == "__main__":
    try:
        build_widgets()
    except (NodeMissingError, BuildFailedError) as problem:
        sys.exit(str(problem))
