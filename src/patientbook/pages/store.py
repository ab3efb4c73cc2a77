"""Finished sites kept in the cache, one file each, so that the app starts without reading the content again."""

from __future__ import annotations

import io
import json
import zipfile
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from patientbook.notebooks.files import write_whole

from .copies import HOW
from .site import File, Site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_COPIES = ("gzip", "brotli")
_KEEP = 3  # sites; older ones are deleted when a new one is kept


@dataclass(frozen=True)
class SiteStore:
    """Sites by digest in a folder. A damaged file counts as absent."""

    folder: Path

    def path(self, digest: str) -> Path:
        """The file of the site with this digest, whether or not it exists."""
        return self.folder / f"{digest}.site.zip"

    def read(self, digest: str) -> Site | None:
        """The site kept under ``digest``; None when there is none."""
        kept = _read(self.path(digest))
        return kept and kept[0]

    def files(self) -> Iterator[File]:
        """The files of all sites kept whose copies were compressed as they would be now."""
        for path in sorted(self.folder.glob("*.site.zip")):
            if (kept := _read(path)) and kept[1] == HOW:
                yield from kept[0].files.values()

    def write(self, site: Site) -> None:
        """Keep ``site`` and drop the oldest.

        Raises:
            PatientbookError: the folder cannot be written to.
        """
        write_whole(self.path(site.digest), _packed(site))
        with suppress(OSError):  # another build drops them too
            kept = sorted(self.folder.glob("*.site.zip"), key=lambda path: path.stat().st_mtime, reverse=True)
            for old in kept[_KEEP:]:
                old.unlink(missing_ok=True)


def _read(path: Path) -> tuple[Site, str | None] | None:
    """The site in ``path`` and how it was compressed; None when there is none."""
    try:
        with zipfile.ZipFile(path) as packed:
            return _unpacked(packed)
    except (OSError, EOFError, zipfile.BadZipFile, RuntimeError, ValueError, KeyError, TypeError, AttributeError):
        return None  # RuntimeError: a wrong bit can make a part look encrypted or packed in a way unknown here


def _packed(site: Site) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        about: dict[str, Any] = {
            "digest": site.digest,
            "home": site.home,
            "notebooks": dict(site.notebooks),
            "live": dict(site.live),
            "downloads": list(site.downloads),
            "copies": HOW,
            "files": {},
        }
        for path, file in site.files.items():
            facts = asdict(file)
            for part in ("content", *_COPIES):
                if (content := facts.pop(part)) is not None:
                    packed.writestr(f"{part}/{path}", content)
            about["files"][path] = facts
        packed.writestr("site.json", json.dumps(about))
    return buffer.getvalue()


def _unpacked(packed: zipfile.ZipFile) -> tuple[Site, str | None]:
    about = json.loads(packed.read("site.json"))
    how = about.pop("copies", None)
    names = set(packed.namelist())

    def part(name: str, path: str) -> bytes | None:
        return packed.read(f"{name}/{path}") if f"{name}/{path}" in names else None

    files = {
        path: File(
            content=packed.read(f"content/{path}"), gzip=part("gzip", path), brotli=part("brotli", path), **facts
        )
        for path, facts in about.pop("files").items()
    }
    return Site(files=files, **about), how
