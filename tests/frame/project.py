"""The project's own files, as the tests of the frame read them."""

from __future__ import annotations

import tomllib
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]


def pyproject() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def wanted() -> list[Requirement]:
    """Return what pyproject.toml asks for, to run and to develop."""
    written = pyproject()
    return [Requirement(text) for text in written["project"]["dependencies"] + written["dependency-groups"]["dev"]]
