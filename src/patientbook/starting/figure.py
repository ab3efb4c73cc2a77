"""A new figure: its words, its drawing, and the cell that shows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from patientbook.checking.figures import FIGURES
from patientbook.problems import PatientbookError
from patientbook.reading.markdown import find_headings

from .draft import Draft
from .ids import expect_id
from .places import add_cell, chapter_of, content_of, expect_one_of, folder_of
from .templates import fill

if TYPE_CHECKING:
    from pathlib import Path

_PEOPLE = re.compile(r"(\d+)\s*(?:/|of|out of)\s*(100|1000)")


def new_figure(  # noqa: PLR0913 - each is a key of the entry
    root: Path,
    id_: str,
    caption: str,
    alt: str,
    *,
    people: str | None,
    chapter: str | None,
    section: str | None,
    language: str | None,
) -> list[str]:
    """Describe a figure, draw a first sketch of it, and show it in a chapter; returns what was done, a line each.

    With ``people``, `7/100`, it is a picture of chance that needs no drawing.

    Raises:
        PatientbookError: the figure is there already, or there is no such chapter or section. Nothing was written then.
    """
    draft = Draft(root)
    content = content_of(draft.guide, language)
    name = expect_id(id_)
    file = folder_of(content) / "figures.yaml"
    if name in draft.document(file).keys(("figures",)):
        place = draft.document(file).key_place(("figures", name))
        message = (
            f"figures.yaml has a figure '{name}' already, in {file}:{place.line}. Change it there, or choose another"
        )
        raise PatientbookError(f"{message} id.")
    count = _people(people) if people else None
    entry = fill("figure.yaml.j2", id=name, caption=caption, alt=alt, people=count)
    draft.insert(file, ("figures",), name, entry)
    told = [f"Wrote {file}:{draft.document(file).key_place(('figures', name)).line}"]
    if count is None:
        drawing = FIGURES / f"{name}.svg"
        draft.add(drawing, fill("figure.svg.j2"))
        told.append(f"Wrote {drawing}: a sketch to replace by your drawing")
    if chapter:
        where = chapter_of(content, chapter)
        if section:
            headings = [each.id for each in find_headings(where.cells)]
            section = expect_one_of(section.removeprefix("#"), headings, f"The chapter '{where.id}' has no heading")
        line = add_cell(draft, where, content, f'lesson.figure("{name}")', section)
        told.append(f"Shown in {where.file}:{line}; move that cell to where the figure belongs")
    else:
        told.append(f'Show it in a chapter with a cell that says lesson.figure("{name}")')
    draft.write()
    return told


def _people(text: str) -> dict[str, int]:
    found = _PEOPLE.fullmatch(text.strip())
    if not found or int(found[1]) > int(found[2]):
        message = f"'{text}' is no picture of chance. Write how many of how many, such as 7/100 or 7/1000."
        raise PatientbookError(message)
    return {"count": int(found[1]), "of": int(found[2])}
