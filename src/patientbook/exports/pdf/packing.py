"""A third of the size: the small objects of a PDF compressed together (object streams, ISO 32000-1, 7.5.7 and 7.5.8).

Typst writes the thousands of objects that tell a screen reader what is what one by one and uncompressed. Not a byte of
what they say is changed here.
"""

from __future__ import annotations

import re
import zlib
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TOGETHER = 200  # objects in one stream: more pack better, and make a reader unpack more for the one it wants
_FREE, _PLAIN, _PACKED = 0, 1, 2  # the kinds of entry in a table of objects


def packed(pdf: bytes) -> bytes:
    """The same PDF, smaller. ``pdf`` is as Typst writes it: every object once, a plain table of them at the end."""
    start = int(pdf[pdf.rindex(b"startxref") :].split()[1])
    objects = _objects(pdf, start)
    trailer = pdf[pdf.index(b"trailer", start) + len(b"trailer") : pdf.rindex(b"startxref")].strip()
    small = [number for number, body in objects.items() if not body.endswith(b"endstream")]
    out = bytearray(pdf[: pdf.index(b"1 0 obj")] if objects else pdf)
    entries = {0: (_FREE, 0, 65535)}
    for number, body in objects.items():
        if body.endswith(b"endstream"):
            entries[number] = (_PLAIN, len(out), 0)
            out += _object(number, body)
    last = max(objects)
    for start_at in range(0, len(small), TOGETHER):
        numbers = small[start_at : start_at + TOGETHER]
        last += 1
        entries[last] = (_PLAIN, len(out), 0)
        entries |= {number: (_PACKED, last, index) for index, number in enumerate(numbers)}
        out += _object(last, _together(numbers, objects))
    entries[last + 1] = (_PLAIN, len(out), 0)
    end = len(out)
    out += _object(last + 1, _table(entries, trailer))
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % end)


def _objects(pdf: bytes, table: int) -> dict[int, bytes]:
    """The objects by number, without the words around them; ``table`` is where the table of them stands."""
    lines = pdf[table:].split(b"trailer", 1)[0].split(b"\n")[2:]
    offsets = {number: int(line[:10]) for number, line in enumerate(lines) if line[17:18] == b"n"}
    ends = dict(pairwise([*sorted(offsets.values()), table]))
    bodies = {number: pdf[offset : ends[offset]] for number, offset in offsets.items()}
    return {number: re.sub(rb"\A\d+ 0 obj\s*|\s*endobj\s*\Z", b"", body) for number, body in bodies.items()}


def _object(number: int, body: bytes) -> bytes:
    return b"%d 0 obj\n%b\nendobj\n" % (number, body)


def _stream(about: bytes, content: bytes) -> bytes:
    small = zlib.compress(content, 9)
    return b"<< %b /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream" % (about, len(small), small)


def _together(numbers: Sequence[int], objects: Mapping[int, bytes]) -> bytes:
    """A stream that begins with the number and place of each object in it."""
    places, content = [], bytearray()
    for number in numbers:
        places.append(b"%d %d" % (number, len(content)))
        content += objects[number] + b"\n"
    head = b" ".join(places) + b"\n"
    return _stream(b"/Type /ObjStm /N %d /First %d" % (len(numbers), len(head)), head + bytes(content))


def _table(entries: Mapping[int, tuple[int, int, int]], trailer: bytes) -> bytes:
    """Where each object is: its kind in one byte, its place in four, its index in two."""
    size = max(entries) + 1
    rows = (entries.get(number, (_FREE, 0, 65535)) for number in range(size))
    content = b"".join(kind.to_bytes(1) + place.to_bytes(4) + index.to_bytes(2) for kind, place, index in rows)
    rest = re.sub(rb"/Size\s+\d+", b"", trailer.removeprefix(b"<<").removesuffix(b">>")).strip()
    return _stream(b"/Type /XRef /Size %d /W [1 4 2] %b" % (size, rest), content)
