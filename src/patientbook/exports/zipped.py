"""Files in one zip, the same bytes each time."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

_PACKED = (".pdf", ".epub", ".zip", ".gz", ".br", ".png", ".jpg", ".woff2")  # packing them again gains nothing
_UNIX = 3  # else the zip says which system it was made on
_READABLE = 0o100644 << 16


def zipped(files: Mapping[str, bytes], folder: str, day: date) -> bytes:
    """The zip of ``files`` in one folder, so that unpacking it strews nothing about. Every file is of that day."""
    made = io.BytesIO()
    with ZipFile(made, "w") as archive:
        for path, content in files.items():
            info = ZipInfo(f"{folder}/{path}", (day.year, day.month, day.day, 0, 0, 0))
            info.create_system, info.external_attr = _UNIX, _READABLE
            archive.writestr(info, content, ZIP_STORED if path.endswith(_PACKED) else ZIP_DEFLATED, 9)
    return made.getvalue()
