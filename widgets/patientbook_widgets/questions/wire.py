"""A question as it crosses from Python to the browser (docs/architecture.md, "What crosses …")."""

from collections.abc import Callable, Mapping
from typing import Any, TypedDict

from ..labels import LABELS
from .base import BaseQuestion, canonical
from .writing import Writing, content_key, inline_html


class Link(TypedDict):
    """Where to read more, and in which plain words the link is shown."""

    href: str
    label: str


def wire(
    question: BaseQuestion,
    *,
    link: Callable[[str], Link] | None = None,
    read_again: Link | None = None,
    markdown: Callable[[str], str] = inline_html,
    labels: Mapping[str, str] = LABELS,
) -> dict[str, Any]:
    """The question's wire JSON.

    Args:
        question: One of the seven types.
        link: Gives the link of a term by its id; without it no terms are named.
        read_again: The part of the chapter that explains the answer.
        markdown: Turns inline Markdown into HTML; whoever knows addresses and citations passes their own.
        labels: Words of the interface, for “True” and “False”.
    """
    key = content_key(canonical(question))
    writing = Writing(key=key, html=markdown, labels=labels)
    return {
        "id": question.id,
        "key": key,
        "type": type_of(question),
        "stem": markdown(question.stem),
        "hints": [markdown(hint) for hint in question.hints],
        "terms": [link(term) for term in question.terms] if link else [],
        "read_again": read_again,
        "ask_confidence": question.ask_confidence,
        **question.wire_parts(writing),
    }


def type_of(question: BaseQuestion) -> str:
    """The question's `type`, which each model names in its own file."""
    return str(question.model_dump(include={"type"})["type"])
