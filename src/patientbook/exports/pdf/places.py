"""The names of places in a PDF, to which its links lead."""

from __future__ import annotations


def part(id_: str, place: str = "") -> str:
    """The start of a part, or a heading in it."""
    return f"part:{id_}#{place}" if place else f"part:{id_}"


def term(id_: str) -> str:
    """An entry of the glossary."""
    return f"term:{id_}"


def use(part_id: str, term_id: str) -> str:
    """Where a part first uses a term in its running text."""
    return f"use:{part_id}:{term_id}"


def source(part_id: str, number: int) -> str:
    """A source of a part."""
    return f"source:{part_id}:{number}"


def sources(part_id: str) -> str:
    """The list of a part's sources."""
    return f"sources:{part_id}"


def question(part_id: str, id_: str) -> str:
    """A question of an exercise."""
    return f"question:{part_id}:{id_}"


def answer(part_id: str, id_: str) -> str:
    """The answer to a question in the key."""
    return f"answer:{part_id}:{id_}"


def survival(part_id: str, id_: str) -> str:
    """Figures about survival in the appendix."""
    return f"survival:{part_id}:{id_}"


def picture(part_id: str, number: int) -> str:
    """A picture."""
    return f"picture:{part_id}:{number}"
