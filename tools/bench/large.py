"""A guide many times as large as this one: its own chapters, again and again under names of their own."""

from __future__ import annotations

import shutil
from itertools import cycle, islice
from typing import TYPE_CHECKING

from ruamel.yaml import YAML

from .subject import ROOT

if TYPE_CHECKING:
    from pathlib import Path

CHAPTERS, HALF = 200, 100
_FIRST = 101  # the first copy's number: no chapter of our own has three digits


def make_large(folder: Path, chapters: int) -> Path:
    """Write a guide of so many chapters into ``folder``, which does not exist yet; returns ``folder``."""
    shutil.copytree(ROOT / "content", folder / "content", ignore=shutil.ignore_patterns(".*"))
    language = folder / "content" / "en"
    own = sorted(path.stem for path in (language / "quizzes").glob("*.yaml"))
    copies = {
        f"{number}-{name.partition('-')[2]}": name
        for number, name in enumerate(islice(cycle(own), chapters - len(own)), _FIRST)
    }
    for copy, name in copies.items():
        text = (language / f"{name}.md").read_text(encoding="utf-8")
        (language / f"{copy}.md").write_text(text.replace(f'"en/{name}"', f'"en/{copy}"'), encoding="utf-8")
        shutil.copyfile(language / "quizzes" / f"{name}.yaml", language / "quizzes" / f"{copy}.yaml")
    _list(folder / "content" / "guide.yaml", list(copies))
    return folder


def _list(file: Path, chapters: list[str]) -> None:
    yaml = YAML()
    guide = yaml.load(file.read_text(encoding="utf-8"))
    guide["chapters"] += chapters
    with file.open("w", encoding="utf-8") as opened:
        yaml.dump(guide, opened)
