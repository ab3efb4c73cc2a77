"""A question as it crosses from Python to the browser (docs/architecture.md, "What crosses …")."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from ..labels import LABELS
from .base import BaseQuestion, canonical
from .writing import Writing, as_written, content_key, inline_html

Link = Mapping[str, str]
"""Where to read more: `href`, and `label`, plain words."""


def wire(
    question: BaseQuestion,
    *,
    link: Callable[[str], str] = as_written,
    terms: Sequence[Link] = (),
    read_again: Link | None = None,
    labels: Mapping[str, str] = LABELS,
) -> dict[str, Any]:
    """The question's wire JSON.

    Args:
        question: One of the seven types.
        link: Turns an address as the author wrote it into the one that the page needs.
        terms: Links to the words that help to answer.
        read_again: The part of the chapter that explains the answer.
        labels: Words of the interface, for “True” and “False”.
    """
    key = content_key(canonical(question))
    writing = Writing(key=key, html=partial(inline_html, link=link), labels=labels)
    return {
        "id": question.id,
        "key": key,
        "type": type_of(question),
        "stem": writing.html(question.stem),
        "hints": [writing.html(hint) for hint in question.hints],
        "terms": [dict(term) for term in terms],
        "read_again": dict(read_again) if read_again else None,
        "ask_confidence": question.ask_confidence,
        **question.wire_parts(writing),
    }


def type_of(question: BaseQuestion) -> str:
    """The question's `type`, which each model names in its own file."""
    return str(question.model_dump(include={"type"})["type"])
