"""What lets the guide be read without a network: a service worker with the list of the files that it keeps."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote

from .assets import TYPES, built
from .frame import BASE, WORKER
from .site import make_file

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from .site import File, Site

AWAY = "offline.html"  # shown without a network in place of a page that was not kept
_PLACE = b"self.__GUIDE"  # where the worker (widgets/src/worker.ts) has the list


def make_worker(home: str, files: Mapping[str, File], leave_out: Collection[str]) -> File:
    """The service worker that keeps ``files``, by path.

    It leaves out what is named, and what no page is made of: a file for downloading is not downloaded unasked.

    Raises:
        PatientbookError: the widgets have not been built.
    """
    kept = [path for path in sorted(files) if path not in leave_out and PurePosixPath(path).suffix in TYPES]
    return _worker(home, [_entry(path, files[path]) for path in kept])


def without_offline(site: Site) -> Site:
    """The site with a service worker that removes what earlier ones kept, and then itself.

    Raises:
        PatientbookError: the widgets have not been built.
    """
    return replace(site, files={**site.files, WORKER: _worker(site.home, [])})


def _entry(path: str, file: File) -> dict[str, str | None]:
    """The file as Workbox knows it: a new revision is a new content, which an immutable file never has."""
    return {"url": quote(path), "revision": None if file.is_immutable else file.etag.strip('"')}


def _worker(home: str, entries: list[dict[str, str | None]]) -> File:
    guide = {"files": entries, "home": quote(home), "away": AWAY, "base": BASE}
    return make_file(WORKER, built(WORKER).replace(_PLACE, json.dumps(guide).encode()))
