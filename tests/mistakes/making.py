"""The table of educators' mistakes, and a good guide with one of them made in it.

A case has `mistake` (what somebody did, in words), what changes a good guide (see `CHANGES`), and what must be told:
`finds` (`file:line rule`; nothing where the guide simply works), `says` and `way_out` (words of the message).
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CASES = Path(__file__).parent / "cases"
PHOTOGRAPH = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01"


def cases() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every case with the name of its file."""
    for path in sorted(CASES.glob("*.yaml")):
        for case in YAML(typ="safe", pure=True).load(path):
            yield path.stem, case


def make_mistake(root: Path, case: dict[str, Any]) -> None:
    """Change the good guide in ``root`` as the case says."""
    for name, change in CHANGES.items():
        for file, value in dict(case.get(name, {})).items():
            change(root / file, value)
    if "then" in case:
        make_mistake(root, case["then"])


def _replace(path: Path, pairs: list[list[str]], encoding: str = "utf-8", times: int = 1) -> None:
    raw = path.read_bytes()
    for old, new in pairs:
        assert old.encode() in raw, f"{old!r} is not in the good guide's {path.name}"
        raw = raw.replace(old.encode(), new.encode(encoding), times)
    path.write_bytes(raw)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def _put(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def _fill(path: Path, size: int) -> None:
    start = path.read_bytes().replace(b"</svg>", b"") if path.suffix == ".svg" else PHOTOGRAPH
    end = b"</svg>\n" if path.suffix == ".svg" else b""
    path.write_bytes(start + b" " * (size - len(start) - len(end)) + end)


def _delete(path: Path, _: object) -> None:
    path.unlink()


def _copy(path: Path, name: str) -> None:
    shutil.copyfile(path, path.with_name(name))


def _rename(path: Path, name: str) -> None:
    path.rename(path.with_name(name))


CHANGES: dict[str, Callable[[Path, Any], None]] = {
    "files": _write,
    "replace": _replace,
    "everywhere": lambda path, pairs: _replace(path, pairs, times=-1),
    "latin_1": lambda path, pairs: _replace(path, pairs, "latin-1"),
    "encode": lambda path, encoding: _put(path, path.read_text(encoding="utf-8").encode(encoding)),
    "repeat": lambda path, times: _replace(path, [[times[0], times[0] * times[1]]]),
    "fill": _fill,
    "photograph": lambda path, _: _put(path, PHOTOGRAPH),
    "delete": _delete,
    "folder": lambda path, _: path.mkdir(),
    "copy": _copy,
    "rename": _rename,
}
