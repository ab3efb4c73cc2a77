"""This project's own guide and its website, built once for all processes of a run of tests."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.guides import PATIENTBOOK, ROOT

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

FOLDER = "/guides/cancer/"
ADDRESS = f"https://clinic.example.org{FOLDER}"


@dataclass(frozen=True)
class Shipped:
    """A built copy of the guide with its cache in it, its website beside it, and what was told."""

    root: Path
    site: Path
    told: str


def build_shipped(factory: pytest.TempPathFactory) -> Shipped:
    """Build it, or wait for the process that does."""
    base = factory.getbasetemp()
    # pytest-xdist gives each of its processes a folder in the folder of the run.
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "shipped"
    folder.mkdir(exist_ok=True)
    done = Shipped(folder / "guide", folder / "site", "")
    told = folder / "told.txt"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not told.exists():
            shutil.rmtree(done.root, ignore_errors=True)
            shutil.copytree(ROOT / "content", done.root / "content")
            command = [PATIENTBOOK, "build", done.root, "--site", done.site, "--address", ADDRESS]
            built = subprocess.run(command, capture_output=True, text=True, timeout=400, check=False)
            assert built.returncode == 0, built.stderr
            told.write_text(built.stderr, encoding="utf-8")
    return Shipped(done.root, done.site, told.read_text(encoding="utf-8"))
