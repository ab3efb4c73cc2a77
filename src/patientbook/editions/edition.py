"""An edition as the commands use it: composed into a folder of its own, again whenever something has changed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from patientbook.notebooks.files import write_whole
from patientbook.problems import PatientbookError
from patientbook.reading.origins import ORIGINS_FILE, written_origins
from patientbook.reading.value_words import did_you_mean

from .composing import EDITIONS, Composed, compose
from .overlay import CONTENT, files_below
from .remembering import kept_and_new, remember, remembered
from .settings import SETTINGS_FILE


@dataclass(frozen=True)
class Edition:
    """An edition of the guide in ``root``, composed into the folder ``guide``."""

    root: Path
    name: str
    guide: Path

    @property
    def folder(self) -> Path:
        """Where its own files are."""
        return self.root / EDITIONS / self.name

    @property
    def cache(self) -> Path:
        """Where its runs and pages are kept."""
        return self.guide.parent / "cache"

    def files(self) -> list[Path]:
        """Every file that it is composed from."""
        folders = (CONTENT, EDITIONS / self.name)
        return [self.root / file for folder in folders for file in files_below(self.root, folder)]

    def renew(self) -> None:
        """Compose it anew; only files that differ are written. New parts of it are remembered.

        Raises:
            ContentError: the edition has errors of its own. The composed folder stays as it was.
            PatientbookError: the folder cannot be written to.
        """
        known = remembered(self.folder)
        made = compose(self.root, self.name, known)
        self._write(made)
        now = kept_and_new(known, made.replaced)
        if now != known:
            remember(self.folder, now)

    def accept(self) -> int:
        """Remember the guide's present text of every part that the edition has otherwise; how many had changed."""
        known = remembered(self.folder)
        made = compose(self.root, self.name, known)
        now = {part: one.before for part, one in made.replaced.items()}
        if now != known:
            remember(self.folder, now)
        self.renew()
        return sum(1 for part, text in now.items() if known.get(part, text) != text)

    def _write(self, made: Composed) -> None:
        contents = {file: text.encode() for file, text in made.texts.items()}
        contents |= {file: path.read_bytes() for file, path in made.others.items()}
        contents[PurePosixPath(ORIGINS_FILE)] = written_origins(made.origins)
        for file in _gone(self.guide, contents):
            (self.guide / file).unlink(missing_ok=True)  # another command may compose it, too
        for file, content in contents.items():
            path = self.guide / file
            if not path.is_file() or path.read_bytes() != content:
                write_whole(path, content)
        (self.guide / "notebooks").mkdir(parents=True, exist_ok=True)


def _gone(guide: Path, contents: dict[PurePosixPath, bytes]) -> list[PurePosixPath]:
    """Files of an earlier composing that are no more; built notebooks are the build's own."""
    there = [file for file in files_below(guide, CONTENT) if file not in contents]
    chapters = {(file.parent.name, file.stem) for file in contents if file.suffix == ".md"}
    notebooks = files_below(guide, PurePosixPath("notebooks"))
    return there + [
        each for each in notebooks if each not in contents and (each.parent.name, each.stem) not in chapters
    ]


def open_edition(root: Path, name: str, cache: Path) -> Edition:
    """The edition ``name`` of the guide in ``root``, which is composed below ``cache``.

    Raises:
        PatientbookError: there is no such edition.
    """
    if not (root / EDITIONS / name / SETTINGS_FILE).is_file() or "/" in name:
        known = sorted(path.parent.name for path in (root / EDITIONS).glob(f"*/{SETTINGS_FILE}"))
        way_out = did_you_mean(name, known) or (f"There are: {', '.join(known)}." if known else "")
        start = 'Start one with `patientbook new edition "…"`.'
        message = f"There is no edition '{name}': {EDITIONS}/{name}/{SETTINGS_FILE} is missing. {way_out or start}"
        raise PatientbookError(message)
    return Edition(root, name, cache / "editions" / name / "guide")
