"""`edition.yaml`: read, and laid over `guide.yaml` and the chapters."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from patientbook.reading.edition_model import OWN_KEYS, EditionFile
from patientbook.reading.files import read_text
from patientbook.reading.places import read_yaml
from patientbook.reading.values import make

from .entries import Joints, Merged, block, entry_at, in_block_style, merged
from .hiding import without_entries
from .lines import Line, Lines, lines_of, spliced

if TYPE_CHECKING:
    from pathlib import Path, PurePosixPath

    from patientbook.problems import Problem
    from patientbook.reading.places import Document
    from patientbook.reading.rules import Place

SETTINGS_FILE = "edition.yaml"
_GUIDE: Joints = frozenset({("languages",), ("languages", "*")})
_REVIEWS: Joints = frozenset({("reviews",), ("reviews", "*")})


@dataclass(frozen=True)
class Settings:
    """An edition's `edition.yaml`, with its lines and the places in them. ``values`` are those of `EditionFile`."""

    values: Any  # made by pydantic from the models of a guide's settings, which type checkers cannot follow
    lines: Lines
    document: Document

    def place(self, *path: str | int) -> Place:
        """Where something stands in the file."""
        return self.document.place(path)

    def over_guide(self, guide: Lines, name: str) -> Merged:
        """`guide.yaml` with what the edition has otherwise, under an id of its own."""
        changes = without_entries(self.lines, (), OWN_KEYS)
        has_any = any(line.text.strip() and not line.text.lstrip().startswith("#") for line in changes)
        made = merged(guide, changes, _GUIDE) if has_any else Merged(guide)
        if self.document.value(("id",)):
            return made
        return made._replace(lines=_with_own_id(made.lines, name, self.lines[0]))

    def over_chapter(self, chapter: Lines, review: str) -> Lines:
        """A chapter with the edition's ``review`` of it in its front matter."""
        lines = in_block_style(self.lines, _REVIEWS)
        found = entry_at(lines, ("reviews", review))
        end = next((at for at, line in enumerate(chapter) if at and line.text.rstrip() == "---"), 0)
        if not found or not end:
            return chapter
        bare = block(lines, found)[1:]
        left = min((len(line.text) - len(line.text.lstrip()) for line in bare if line.text.strip()), default=0)
        front = merged(chapter[1:end], tuple(line.moved("", left) for line in bare), frozenset()).lines
        return (chapter[0], *front, *chapter[end:])


def read_settings(root: Path, path: PurePosixPath) -> tuple[Settings | None, list[Problem]]:
    """The `edition.yaml` at ``path``, None when it has mistakes; and what is wrong with it."""
    read = read_text(root, path)
    problems = list(read.problems)
    if read.text is None:
        return None, problems
    yaml = read_yaml(read.text, path)
    problems += yaml.problems
    if yaml.document is None:
        return None, problems
    values, found = make(EditionFile, yaml.document)
    problems += found
    return (None if found else Settings(values, lines_of(read.text, path), yaml.document)), problems


def _with_own_id(guide: Lines, name: str, origin: Line) -> Lines:
    """`guide.yaml` with the edition's name added to its id, so that readers' devices and downloads tell them apart."""
    own = entry_at(guide, ("id",))
    if not own:
        return guide
    id_ = str(own.node.value)
    line = replace(origin, text=f"id: {id_}-{name}")
    return spliced(guide, [(own.start, own.end, (line,))])
