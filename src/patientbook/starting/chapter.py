"""A new chapter: its text, its quiz, and its line in `guide.yaml`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from patientbook.problems import PatientbookError
from patientbook.reading.markdown import slug
from patientbook.reading.root import GUIDE_FILE

from .draft import Draft
from .ids import expect_id, id_of
from .places import chapter_of, content_of, folder_of
from .templates import fill, today

if TYPE_CHECKING:
    from pathlib import Path

    from patientbook.reading.models import Guide

_NUMBER = re.compile(r"(\d+)-")


def new_chapter(root: Path, title: str, *, purpose: str | None, id_: str | None, after: str | None) -> list[str]:
    """Write a chapter in every language of the guide, and list it; returns what was done, a line each.

    It is listed after the chapter ``after``, otherwise before the glossary.

    Raises:
        PatientbookError: its file is there already, or there is no chapter ``after``. Nothing was written then.
    """
    draft = Draft(root)
    guide = draft.guide
    name = expect_id(id_) if id_ else f"{_next_number(guide)}-{id_of(title)}"
    for listed in guide.settings.chapters:
        if name == listed or (id_ is None and _NUMBER.sub("", listed, count=1) == id_of(title)):
            message = f"The guide has a chapter '{listed}' already. Give this one another title, or an id with --id."
            raise PatientbookError(message)
    title = " ".join(title.split())
    told = []
    for content in guide.languages.values():
        folder = folder_of(content)
        named = {"id": name, "title": title, "purpose": purpose or "This chapter explains one thing, so that you can …"}
        words = {
            **named,
            "language": content.settings,
            "today": today(),
            "first_section": slug("The idea in one minute"),
        }
        draft.add(folder / f"{name}.md", fill("chapter.md.j2", **words))
        draft.add(folder / "quizzes" / f"{name}.yaml", fill("quizzes.yaml.j2", **words))
        told += [f"Wrote {folder / name}.md", f"Wrote {folder / 'quizzes' / name}.yaml"]
    chapters = guide.settings.chapters
    before = guide.settings.glossary
    at = chapters.index(before) if before in chapters else None
    if after:
        at = chapters.index(chapter_of(content_of(guide, None), after).id) + 1
    draft.insert(GUIDE_FILE, ("chapters",), at, name)
    draft.write()
    return [*told, f"Listed '{name}' in {GUIDE_FILE}", "Now write the text. Then run `patientbook check`."]


def _next_number(guide: Guide) -> str:
    """The number after the highest: file names keep theirs, and readers see another, counted by the order."""
    taken = [int(found[1]) for each in guide.settings.chapters if (found := _NUMBER.match(each))]
    return f"{max(taken, default=0) + 1:02d}"
