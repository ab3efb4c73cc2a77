"""What the guide said where an edition says something else: remembered, so that a change in the guide is noticed.

`overridden.json` has, by part (`content/en/glossary.yaml#gene`), the guide's text as it was when the edition was first
composed with that part, or when somebody last accepted it.
"""

from __future__ import annotations

import difflib
import json
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from patientbook.notebooks.files import write_whole
from patientbook.problems import PatientbookError
from patientbook.reading.rules import Place

from .rules import STALE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from patientbook.problems import Problem

    from .entries import Replaced

MEMORY_FILE = "overridden.json"
_FORMAT = 1


def remembered(folder: Path) -> dict[str, str]:
    """The guide's texts that the edition in ``folder`` remembers, by part; none where it has no memory yet.

    Raises:
        PatientbookError: there is something else in the file.
    """
    file = folder / MEMORY_FILE
    try:
        data = json.loads(file.read_bytes())
        parts = data["parts"] if data["format"] == _FORMAT else None
        if not isinstance(parts, dict) or not all(isinstance(text, str) for text in parts.values()):
            raise ValueError
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"{folder.name}/{MEMORY_FILE} cannot be read. Take it from a copy, or delete it to begin anew."
        raise PatientbookError(message) from error
    return parts


def remember(folder: Path, parts: Mapping[str, str]) -> None:
    """Write what is remembered. PatientbookError when that cannot be done."""
    data = {"format": _FORMAT, "parts": dict(sorted(parts.items()))}
    write_whole(folder / MEMORY_FILE, (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode())


def kept_and_new(known: Mapping[str, str], replaced: Mapping[str, Replaced]) -> dict[str, str]:
    """What to remember from now on: what was remembered of parts that are still replaced, and the new ones."""
    return {part: known.get(part, one.before) for part, one in replaced.items()}


def stale_parts(known: Mapping[str, str], replaced: Mapping[str, Replaced], edition: str) -> Iterator[Problem]:
    """A warning for each part whose text in the guide is another than the remembered one."""
    for part, one in replaced.items():
        before = known.get(part, one.before)
        if before != one.before:
            what = f"The guide has changed what stands here otherwise ({part})."
            way_out = STALE.mend.replace("NAME", edition)
            problem = STALE.broken(PurePosixPath(one.file), Place(one.line, 1), what, way_out)
            yield replace(problem, detail=_difference(before, one.before))


def _difference(before: str, after: str) -> str:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), "the guide then", "the guide now", "", "", 1)
    return "\n".join(line.rstrip("\n") for line in lines)
