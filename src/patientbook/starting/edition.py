"""A new edition: a folder that changes the guide without copying it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from patientbook.editions import EDITIONS
from patientbook.notebooks.files import write_whole
from patientbook.problems import ContentError, PatientbookError
from patientbook.reading.guide import read_guide

from .ids import expect_id, id_of
from .templates import fill

if TYPE_CHECKING:
    from pathlib import Path


def new_edition(root: Path, title: str, *, id_: str | None) -> list[str]:
    """Write `editions/<name>/edition.yaml`; returns what was done, a line each.

    Raises:
        PatientbookError: the edition is there already.
    """
    guide = read_guide(root).guide
    if guide is None:
        raise ContentError(list(read_guide(root).problems))
    name = expect_id(id_) if id_ else id_of(title)
    folder = EDITIONS / name
    if (root / folder).exists():
        message = f"{folder} is there already, and nothing is overwritten. Choose another name."
        raise PatientbookError(message)
    language = guide.settings.languages[0]
    chapters = [each for each in guide.settings.chapters if each != guide.settings.glossary]
    file = folder / "edition.yaml"
    write_whole(root / file, fill("edition.yaml.j2", title=title, language=language, chapters=chapters).encode())
    first = f"Now say in it what is different, and put what replaces the guide's own into {folder}/content."
    return [f"Wrote {file}", first, f"See it while you write: patientbook --edition {name} preview --open"]
