"""What `patientbook check` says of a built notebook that somebody edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from patientbook.problems import HandEditedError, Problem
from patientbook.reading.rules import START, Rule

from .build import build_notebook, refuse_hand_edited

if TYPE_CHECKING:
    from patientbook.reading.models import Guide

NOTEBOOK_EDITED = Rule(
    "notebook-edited",
    "A notebook that `patientbook build` makes was edited by hand.",
    "Run `patientbook adopt` on it to take the edit into the Markdown, or move it away.",
)
NOTEBOOK_RULES = (NOTEBOOK_EDITED,)


def edited_notebooks(guide: Guide) -> list[Problem]:
    """A problem for each chapter's notebook that holds work of a person that `build` would lose."""
    chapters = (chapter for content in guide.languages.values() for chapter in content.chapters.values())
    problems = []
    for built in (build_notebook(guide, chapter) for chapter in chapters):
        try:
            refuse_hand_edited(guide.root, built.file, built.notebook)
        except HandEditedError as error:
            what, _, way_out = str(error).partition(". ")
            problems.append(NOTEBOOK_EDITED.broken(built.file, START, f"{what}.", way_out))
    return problems
