"""The files and ids of an EPUB, to which its links lead.

Ids of our own have a full stop in them, which ids of headings never have; every id is an XML name.
"""

from __future__ import annotations

TITLE, HOW_TO, CONTENTS, COVER = "title.xhtml", "how-to.xhtml", "nav.xhtml", "cover.xhtml"
ANSWERS, SURVIVAL, FIGURES = "answers.xhtml", "survival.xhtml", "survival-figures.xhtml"


def part(id_: str) -> str:
    """The file of a part."""
    return f"part-{id_}.xhtml"


def picture(part_id: str, number: int) -> str:
    """The file of a picture."""
    return f"pictures/{part_id}-{number}.svg"


def heading(id_: str) -> str:
    """A heading. A slug may begin with a digit, an XML name may not."""
    return id_ if id_[:1].isalpha() else f"at.{id_}"


def term(id_: str) -> str:
    """An entry of the glossary."""
    return f"term.{id_}"


def note(term_id: str) -> str:
    """The meaning of a term at the end of a part."""
    return f"note.{term_id}"


def use(term_id: str) -> str:
    """Where a part first uses a term."""
    return f"use.{term_id}"


def source(number: int) -> str:
    """A source in the list of its part."""
    return f"source.{number}"


def cited(number: int, place: int) -> str:
    """The place, counted from 1, at which a part cites a source."""
    return f"cited.{number}.{place}"


def question(id_: str) -> str:
    """A question in its part."""
    return f"question.{id_}"


def answer(part_id: str, question_id: str) -> str:
    """The answer to a question in the answer key."""
    return f"answer.{part_id}.{question_id}"


def survival(part_id: str, id_: str) -> str:
    """Figures about survival in the appendix."""
    return f"survival.{part_id}.{id_}"


def survival_box(id_: str) -> str:
    """The box in a part that leads to them."""
    return f"survival-box.{id_}"
