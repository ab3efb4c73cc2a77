"""A website put into a folder, whole or not at all, and never in place of something that somebody else wrote."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from patientbook.problems import PatientbookError

if TYPE_CHECKING:
    from collections.abc import Mapping

# In every folder that we write: the hash of each file in it, so that what is not ours, or no longer, is seen.
MARK = ".patientbook-site.json"
_NAMED = 3  # files; so many are named where there are more


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write ``files`` into ``folder``, in place of an earlier website there.

    They are written beside it and the folders change places, so that a web server never shows half a site.

    Raises:
        PatientbookError: something else lies in the folder, or it cannot be written. It is then as it was.
    """
    target, earlier = folder.resolve(), expect_ours(folder)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
        try:
            _fill(beside / "new", files)
            _change_places(target, beside)
        except BaseException:
            shutil.rmtree(beside / "new", ignore_errors=True)
            raise
        finally:
            _remove(beside, earlier)
    except OSError as error:
        message = f"{folder} cannot be written: {error.strerror or error}. Nothing was changed there."
        raise PatientbookError(message) from error


def expect_ours(folder: Path) -> list[str]:
    """The files of the earlier website there.

    Raises:
        PatientbookError: there is something else.
    """
    target = folder.resolve()
    if not target.exists():
        return []
    if not target.is_dir():
        message = f"{target} is a file. Name a folder for the website."
        raise PatientbookError(message)
    there = {path.relative_to(target).as_posix(): path for path in target.rglob("*") if not path.is_dir()}
    ours = _marked(target)
    others = sorted(name for name, path in there.items() if name != MARK and not _is_same(path, ours.get(name)))
    if others:
        named = ", ".join(others[:_NAMED]) + (f" and {len(others) - _NAMED} more" if len(others) > _NAMED else "")
        message = (
            f"{target} holds what is not a website of this guide as it was written: {named}. "
            "Nothing was changed there. Move that away, or name another folder."
        )
        raise PatientbookError(message)
    return [*there]


def _marked(target: Path) -> dict[str, str]:
    try:
        marked = json.loads((target / MARK).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return marked if isinstance(marked, dict) else {}


def _is_same(path: Path, digest: str | None) -> bool:
    try:
        return digest is not None and not path.is_symlink() and _hash(path.read_bytes()) == digest
    except OSError:
        return False


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _fill(new: Path, files: Mapping[str, bytes]) -> None:
    mark = json.dumps({name: _hash(content) for name, content in files.items()}, indent=0).encode()
    for name, content in {**files, MARK: mark}.items():
        path = new / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _change_places(target: Path, beside: Path) -> None:
    """Put `new` in the target's place, and what was there to `old`."""
    is_there = target.exists()
    if is_there:
        target.rename(beside / "old")
    try:
        (beside / "new").rename(target)
    except BaseException:
        if is_there:
            (beside / "old").rename(target)
        raise


def _remove(beside: Path, earlier: list[str]) -> None:
    """Delete the earlier website, file by file: what somebody put there meanwhile stays, and so does its folder."""
    old = beside / "old"
    for name in earlier:
        (old / name).unlink(missing_ok=True)
    for folder in sorted((path for path in old.rglob("*") if path.is_dir()), reverse=True):
        _remove_if_empty(folder)
    _remove_if_empty(old)
    _remove_if_empty(beside)


def _remove_if_empty(folder: Path) -> None:
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
