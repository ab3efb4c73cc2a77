"""All downloads of a guide: those kept are taken, the others made and kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from patientbook.problems import PatientbookError

from .making import make_manuscript
from .offers import wanted_of
from .pages import Pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import PurePosixPath

    from nbformat import NotebookNode

    from patientbook.reading.models import Guide

    from .kept import DownloadStore
    from .manuscript import Manuscript
    from .offers import Wanted
    from .registry import Format

    Runs = Callable[[], Mapping[PurePosixPath, NotebookNode]]
    Keep = Callable[[Callable[[], object]], None]


@dataclass(frozen=True)
class Source:
    """What downloads are made of: a guide without errors, and a way to its executed notebooks, which few need."""

    guide: Guide
    runs: Runs
    digest: str


class Downloads:
    """Makes the downloads of one guide."""

    def __init__(self, source: Source, store: DownloadStore, keep: Keep, leave_out: Format | None = None) -> None:
        """``keep`` calls what writes to the store, and decides what becomes of an error there."""
        self.wanted = [each for each in wanted_of(source.guide) if each.format is not leave_out]
        self._source = source
        self._store = store
        self._keep = keep
        self._is_anything_new = False
        self._manuscripts: dict[str, Manuscript] = {}
        self.made: dict[str, bytes] = {}

    def make(self) -> Iterator[tuple[Wanted, PatientbookError | None]]:
        """Make one after the other, and say of each why it could not be made, or None. They stand in ``made``."""
        kept = self._store.read(self._source.digest)
        for wanted in self.wanted:
            try:
                found = kept.get(wanted.path)
                # What others are packed into is made anew with them: last time they may have been missing.
                is_old = wanted.format.is_of_pages and self._is_anything_new
                content = found.file.read_bytes() if found and not is_old else self._made(wanted)
            except (PatientbookError, OSError) as problem:
                yield wanted, problem if isinstance(problem, PatientbookError) else PatientbookError(str(problem))
                continue
            self.made[wanted.path] = content
            yield wanted, None
        self._store.drop_old(self._source.digest)

    def _made(self, wanted: Wanted) -> bytes:
        options = wanted.options
        if wanted.format.is_of_pages:
            options = replace(options, pages=Pages(self._source.guide, self._runs, dict(self.made)))
        content = wanted.format.write(self._manuscript(wanted.download.language), options)
        self._keep(lambda: self._store.write(self._source.digest, wanted.path, content))
        self._is_anything_new = True
        return content

    @cached_property
    def _runs(self) -> Mapping[PurePosixPath, NotebookNode]:
        return self._source.runs()

    def _manuscript(self, language: str) -> Manuscript:
        if language not in self._manuscripts:
            self._manuscripts[language] = make_manuscript(self._source.guide, language)
        return self._manuscripts[language]
