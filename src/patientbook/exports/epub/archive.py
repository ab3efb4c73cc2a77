"""The zip that an EPUB is: the same files give the same bytes (EPUB 3.3, 4.2, "OCF ZIP container")."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from collections.abc import Mapping

MIME = "application/epub+zip"
_UNIX = 3  # ZipInfo takes the system that it runs on
_READABLE = 0o644 << 16


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The archive of ``files`` by their paths, in their order, after the file that says what it is.

    That file comes first and is not compressed, so that its words stand at a fixed place. No file has a date: that of
    the content stands in the package document.
    """
    made = io.BytesIO()
    with ZipFile(made, "w") as archive:
        _add(archive, "mimetype", MIME.encode(), ZIP_STORED)
        for path, content in files.items():
            _add(archive, path, content, ZIP_DEFLATED)
    return made.getvalue()


def _add(archive: ZipFile, path: str, content: bytes, how: int) -> None:
    info = ZipInfo(path)
    info.create_system, info.external_attr, info.compress_type = _UNIX, _READABLE, how
    archive.writestr(info, content, compresslevel=9)
