"""The good guide, copied for each test that wants to change it."""

import shutil
from pathlib import Path

import pytest

from tests.checking.good_guide import GOOD_GUIDE


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """The folder of a good guide that may be changed."""
    return Path(shutil.copytree(GOOD_GUIDE, tmp_path / "guide"))


@pytest.fixture
def chapter(guide: Path) -> Path:
    """The file of its first chapter."""
    return guide / "content" / "en" / "01-first.md"
