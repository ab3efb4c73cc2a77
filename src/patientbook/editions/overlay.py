"""The files of an edition laid over those of the guide, each in the way that fits it."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from patientbook.reading.files import is_stray, read_text
from patientbook.reading.root import GUIDE_FILE
from patientbook.reading.rules import START
from patientbook.reading.value_words import did_you_mean

from .entries import Joints, Merged, Replaced, merged
from .lines import Lines, lines_of, text_of
from .rules import NO_PLACE, UNKNOWN_PART
from .sections import with_sections
from .sources import with_sources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from patientbook.problems import Problem

CONTENT = GUIDE_FILE.parent
SECTIONS = "sections"
_TEXTS = {".md", ".yaml", ".bib", ".svg"}
_BY_NAME: dict[str, Joints] = {
    "glossary.yaml": frozenset({("terms",)}),
    "figures.yaml": frozenset({("figures",)}),
    "survival.yaml": frozenset({("survival",)}),
    "words.yaml": frozenset({("avoid",)}),
}
_QUIZZES: Joints = frozenset({("quizzes",), ("quizzes", "*"), ("quizzes", "*", "questions")})


class Overlay:
    """A guide's content, first as it is, then with an edition laid over it.

    ``texts`` are the files that can be changed line by line and ``others`` all the rest, where they lie; ``replaced``
    has what the edition has otherwise, by part.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.texts: dict[PurePosixPath, Lines] = {}
        self.others: dict[PurePosixPath, Path] = {}
        self.replaced: dict[str, Replaced] = {}
        self.problems: list[Problem] = []
        for file in files_below(root, CONTENT):
            self._take(file, file)

    def _take(self, file: PurePosixPath, source: PurePosixPath) -> None:
        """A file as it lies in ``source``; one with a mistake in its form stays as it is, so that it is told."""
        text = read_text(self.root, source).text if file.suffix in _TEXTS else None
        if text is None:
            self.texts.pop(file, None)
            self.others[file] = self.root / source
        else:
            self.others.pop(file, None)
            self.texts[file] = lines_of(text, source)

    def lay(self, folder: PurePosixPath) -> None:
        """Lay the content of the edition in ``folder`` over it."""
        for source in files_below(self.root, folder / CONTENT):
            file = source.relative_to(folder)
            if file == GUIDE_FILE:
                what, way_out = "An edition has no 'guide.yaml'.", "Write its keys into edition.yaml."
                self.problems.append(NO_PLACE.broken(source, START, what, way_out))
            elif file.parent.name == SECTIONS:
                self._lay_sections(file, source)
            else:
                self._lay_file(file, source)
        own = files_below(self.root, folder / "notebooks")
        self.others |= {file.relative_to(folder): self.root / file for file in own}

    def merge(self, file: PurePosixPath, made: Merged) -> None:
        """Take over what laying something over ``file`` gave."""
        self.texts[file] = made.lines
        self.problems += made.problems
        self.replaced |= {f"{file}#{one.name}": one for one in made.replaced}

    def _lay_sections(self, file: PurePosixPath, source: PurePosixPath) -> None:
        chapter = file.parent.parent / file.name
        over = self._over(source)
        if chapter not in self.texts:
            known = [each.stem for each in self.texts if each.parent == chapter.parent and each.suffix == ".md"]
            what = f"The guide has no chapter '{chapter.stem}', whose sections these would be."
            self.problems.append(UNKNOWN_PART.broken(source, START, what, did_you_mean(chapter.stem, known)))
        elif over:
            self.merge(chapter, with_sections(self.texts[chapter], over))

    def _lay_file(self, file: PurePosixPath, source: PurePosixPath) -> None:
        joints = _BY_NAME.get(file.name) or (_QUIZZES if file.parent.name == "quizzes" else None)
        before = self.texts.get(file)
        is_merged = before and ((file.suffix == ".yaml" and joints) or file == CONTENT / "sources.bib")
        over = self._over(source) if is_merged else None
        if before and over:
            self.merge(file, merged(before, over, joints) if joints else with_sources(before, over))
        elif not is_merged:
            if before:
                self.replaced[str(file)] = Replaced("", text_of(before), source, 1)
            self._take(file, source)

    def _over(self, source: PurePosixPath) -> Lines | None:
        read = read_text(self.root, source)
        self.problems += read.problems
        return lines_of(read.text, source) if read.text is not None else None


def files_below(root: Path, folder: PurePosixPath) -> Iterator[PurePosixPath]:
    """The files in ``folder`` that people wrote, relative to ``root``, in order."""
    for path in sorted((root / folder).rglob("*")):
        file = PurePosixPath(path.relative_to(root).as_posix())
        if path.is_file() and not is_stray(file):
            yield file
