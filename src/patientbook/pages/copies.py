"""The compressed copies of a site's files. They take longest of all pages, so those of unchanged files are kept."""

from __future__ import annotations

import gzip
import zlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import brotli

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .site import File, Site

_GZIP = 9
# Of a page, Brotli's best takes 0.15 seconds and saves a tenth. That is long for the data that change at every edit.
_BROTLI, _BROTLI_OF_BIG, _BIG = 11, 9, 200_000
# Copies made in another way are made anew.
HOW = (
    f"gzip {_GZIP} by zlib {zlib.ZLIB_RUNTIME_VERSION}, "
    f"brotli {_BROTLI}, {_BROTLI_OF_BIG} from {_BIG} on, by {brotli.__version__}"
)
_TEXT = ("text/", "image/svg+xml", "application/json", "application/manifest+json")
_AT_ONCE = 2  # threads; the compressors let go of Python's lock


def with_copies(site: Site, kept: Iterable[File]) -> Site:
    """The site with a gzip and a Brotli copy of every text that they make smaller.

    ``kept`` are files made earlier by the way ``HOW``: where one has the same content, its copies are taken.
    """
    known = {(file.type, file.content): file for file in kept if file.gzip and file.brotli}

    def one(file: File) -> File:
        same = known.get((file.type, file.content))
        return replace(file, gzip=same.gzip, brotli=same.brotli) if same else _with_copies(file)

    with ThreadPoolExecutor(_AT_ONCE) as threads:
        files = dict(zip(site.files, threads.map(one, site.files.values()), strict=True))
    return replace(site, files=files)


def _with_copies(file: File) -> File:
    if not file.type.startswith(_TEXT):
        return file
    packed = gzip.compress(file.content, _GZIP, mtime=0)
    squeezed = brotli.compress(file.content, quality=_BROTLI if len(file.content) < _BIG else _BROTLI_OF_BIG)
    return replace(file, gzip=_if_smaller(packed, file), brotli=_if_smaller(squeezed, file))


def _if_smaller(copy: bytes, file: File) -> bytes | None:
    return copy if len(copy) < len(file.content) else None
