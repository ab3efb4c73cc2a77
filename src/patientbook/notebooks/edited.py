"""What `patientbook check` says of notebooks: built ones that somebody edited, and any that cannot be read."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from patientbook.problems import HandEditedError, PatientbookError, Problem
from patientbook.reading.files import is_stray
from patientbook.reading.rules import START, Place, Rule

from .build import build_notebook, refuse_hand_edited
from .files import read_notebook

if TYPE_CHECKING:
    from pathlib import Path

    from patientbook.reading.models import Guide

NOTEBOOK_EDITED = Rule(
    "notebook-edited",
    "A notebook that `patientbook build` makes was edited by hand.",
    "Run `patientbook adopt` on it to take the edit into the Markdown, or move it away.",
)
NOTEBOOK_DAMAGED = Rule(
    "notebook-damaged",
    "A notebook cannot be read: it was only half saved, merged by a program, or is something else.",
    "Open it in JupyterLab and save it again. If it does not open, take an earlier copy of it, or move it away.",
)
NOTEBOOK_RULES = (NOTEBOOK_EDITED, NOTEBOOK_DAMAGED)
_MADE_ANEW = "Move it away, and run `patientbook build`, which makes it anew from its chapter."


def edited_notebooks(guide: Guide) -> list[Problem]:
    """A problem for each chapter's notebook that holds work of a person that `build` would lose.

    Also for each notebook that cannot be read, whoever made it.
    """
    chapters = (chapter for content in guide.languages.values() for chapter in content.chapters.values())
    built = {each.file: each for each in (build_notebook(guide, chapter) for chapter in chapters)}
    damaged = {problem.file: problem for problem in _damaged(guide.root, set(built))}
    problems = list(damaged.values())
    for file in built.keys() - damaged.keys():
        try:
            refuse_hand_edited(guide.root, file, built[file].notebook)
        except HandEditedError as error:
            what, _, way_out = str(error).partition(". ")
            problems.append(NOTEBOOK_EDITED.broken(file, START, f"{what}.", way_out))
    return sorted(problems)


def _damaged(root: Path, built: set[PurePosixPath]) -> list[Problem]:
    found = (path for path in sorted((root / "notebooks").rglob("*.ipynb")) if path.is_file())
    files = (PurePosixPath(path.relative_to(root).as_posix()) for path in found)
    problems = []
    for file in files:
        if not is_stray(file) and (wrong := _why_damaged(root / file, file)):
            place, what = wrong
            problems.append(NOTEBOOK_DAMAGED.broken(file, place, what, _MADE_ANEW if file in built else None))
    return problems


def _why_damaged(path: Path, file: PurePosixPath) -> tuple[Place, str] | None:
    try:
        read_notebook(path, file)
    except PatientbookError:
        pass
    else:
        return None
    try:
        raw = path.read_bytes()
        json.loads(raw.decode("utf-8"))
    except OSError as error:
        return START, f"The notebook cannot be opened ({(error.strerror or 'no reason given').lower()})."
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Place(line, 1), "The notebook cannot be read here: the file was saved with another encoding than UTF-8."
    except json.JSONDecodeError as error:
        if not raw.strip():
            return START, "The notebook has nothing in it."
        return Place(
            error.lineno, error.colno
        ), "The notebook cannot be read from here on: it is damaged or half saved."
    except (ValueError, RecursionError):
        pass
    return START, "The file is no notebook of format 4."
