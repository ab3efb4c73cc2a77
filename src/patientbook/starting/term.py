"""A new word of the glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from patientbook.problems import PatientbookError

from .draft import Draft
from .ids import expect_id, id_of
from .places import content_of, expect_one_of, folder_of
from .templates import fill

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def new_term(  # noqa: PLR0913 - each is a key of the entry
    root: Path,
    term: str,
    meaning: str,
    *,
    id_: str | None,
    aliases: Sequence[str],
    see_also: Sequence[str],
    language: str | None,
) -> list[str]:
    """Add a term to the glossary; returns what was done, a line each.

    Raises:
        PatientbookError: the glossary has the id already, or not the terms of ``see_also``. Nothing was written then.
    """
    draft = Draft(root)
    content = content_of(draft.guide, language)
    file = folder_of(content) / "glossary.yaml"
    name = expect_id(id_) if id_ else id_of(term)
    if name in draft.document(file).keys(("terms",)):
        place = draft.document(file).key_place(("terms", name))
        message = (
            f"The glossary has a term '{name}' already, in {file}:{place.line}. Change it there, or name another id"
        )
        raise PatientbookError(f"{message} with --id.")
    for other in see_also:
        expect_one_of(other, content.terms, "The glossary has no term")
    entry = fill("term.yaml.j2", id=name, term=term, meaning=meaning, aliases=aliases, see_also=see_also)
    draft.insert(file, ("terms",), name, entry)
    line = draft.document(file).key_place(("terms", name)).line
    draft.write()
    link = f"[{term.strip()}]({draft.guide.settings.glossary}.md#{name})"
    return [f"Wrote {file}:{line}", f"Link to it where a chapter first uses the word: {link}"]
