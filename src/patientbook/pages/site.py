"""All pages of a guide with everything they load: what the app serves and what a web server could."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from .assets import TYPES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True)
class File:
    """One file of the site. ``gzip`` and ``brotli`` are its copies from `copies`, None where there is none."""

    content: bytes
    type: str
    is_immutable: bool
    etag: str
    gzip: bytes | None = None
    brotli: bytes | None = None


@dataclass(frozen=True)
class Site:
    """Files by path relative to the site's root, without a leading slash.

    ``live`` maps the page of a notebook that needs a kernel to the notebook, relative to the notebooks' folder;
    ``notebooks`` does the same for every page. ``home`` is the page that `/` leads to. ``downloads`` are the paths that
    pages offer for downloading; these files are made apart, because they take long, and are not among ``files``.
    """

    digest: str
    home: str
    files: Mapping[str, File]
    notebooks: Mapping[str, str]
    live: Mapping[str, str]
    downloads: Sequence[str] = ()


def make_file(path: str, content: bytes) -> File:
    """``content`` as the file ``path``, not compressed yet. Assets are immutable: their name is their hash."""
    return File(
        content=content,
        type=TYPES.get(PurePosixPath(path).suffix, "application/octet-stream"),
        is_immutable=path.startswith("assets/"),
        etag=f'"{hashlib.sha256(content).hexdigest()[:20]}"',
    )
