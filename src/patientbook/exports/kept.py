"""Downloads that were made, kept in the cache by the hash of all that they are made of."""

from __future__ import annotations

import hashlib
import shutil
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from patientbook.notebooks.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FOLDER = "downloads"  # in the cache, and in the site
_KEEP = 3  # guides; the downloads of older ones are deleted when those of a new one are kept


@dataclass(frozen=True)
class KeptFile:
    """A download on disk; ``digest`` is the hash of its content."""

    file: Path
    size: int
    digest: str


@dataclass(frozen=True)
class DownloadStore:
    """A folder with one folder for each guide, by its digest. A file's name begins with the hash of its content."""

    folder: Path

    def read(self, digest: str) -> Mapping[str, KeptFile]:
        """The downloads kept for this guide, by their paths in the site. A damaged file counts as absent."""
        found = {}
        for file in sorted(self._folder(digest).glob("*")):
            hashed, _, name = file.name.partition("-")
            with suppress(OSError):
                content = file.read_bytes()
                if hashlib.sha256(content).hexdigest() == hashed:
                    found[f"{FOLDER}/{name}"] = KeptFile(file, len(content), hashed)
        return found

    def find(self, digest: str, path: str) -> KeptFile | None:
        """The download ``path``, as it was just kept; None when it was not."""
        name = path.removeprefix(f"{FOLDER}/")
        for file in self._folder(digest).glob(f"*-{name}"):
            hashed, _, own = file.name.partition("-")
            if own == name:
                return KeptFile(file, file.stat().st_size, hashed)
        return None

    def write(self, digest: str, path: str, content: bytes) -> KeptFile:
        """Keep the download ``path`` of this guide, in place of what was kept of it.

        Raises:
            PatientbookError: the folder cannot be written to, or the disk is full.
        """
        hashed = hashlib.sha256(content).hexdigest()
        name = path.removeprefix(f"{FOLDER}/")
        file = self._folder(digest) / f"{hashed}-{name}"
        write_whole(file, content)
        for old in self._folder(digest).glob(f"*-{name}"):
            if old.name.partition("-")[2] == name and old != file:
                old.unlink(missing_ok=True)
        return KeptFile(file, len(content), hashed)

    def drop_old(self, digest: str) -> None:
        """Delete what was kept for guides of long ago; this one is not among them."""
        with suppress(OSError):  # another program drops them too
            others = [each for each in self.folder.iterdir() if each.name != digest]
            for old in sorted(others, key=lambda each: each.stat().st_mtime, reverse=True)[_KEEP - 1 :]:
                shutil.rmtree(old, ignore_errors=True)

    def _folder(self, digest: str) -> Path:
        return self.folder / digest
