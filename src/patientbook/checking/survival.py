"""Figures about survival: a reader sees them only after choosing to, in every format."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from patientbook.problems import Severity
from patientbook.reading.rules import Rule
from patientbook.reading.value_words import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from patientbook.problems import Problem

    from .subject import Subject
    from .texts import Text

UNKNOWN_SURVIVAL = Rule(
    "unknown-survival",
    "A cell shows survival figures that survival.yaml does not have.",
    "Add them to survival.yaml, or correct the id.",
)
UNUSED_SURVIVAL = Rule(
    "unused-survival", "No chapter shows survival figures.", 'Add a cell with lesson.survival("…").', Severity.WARNING
)
SURVIVAL_FIGURE = Rule(
    "survival-figure",
    "A number about how long or how many people live stands where every reader sees it.",
    'Move it to survival.yaml and show it with lesson.survival("…"), which a reader opens only by choice.',
)

_LIVING = r"\b(?:surviv\w+|alive|dead|died?|dies|dying|deaths?|(?:live|lives|lived) (?:for|on|longer|at least|to))\b"
_UNIT = r"(?:%|per ?cent\b|out of\b|in every\b|of every\b|(?:more )?(?:days|weeks|months|years)\b)"
_NUMBER = rf"(?<![\w.])\d[\d,.]{{0,9}}\s?{_UNIT}"
_TOLD = re.compile(rf"{_LIVING}[^.?!]{{0,160}}?{_NUMBER}|{_NUMBER}[^.?!]{{0,160}}?{_LIVING}", re.IGNORECASE)


def unknown_survival(subject: Subject) -> Iterator[Problem]:
    """Survival figures shown by a cell that survival.yaml does not have."""
    known = subject.survival.keys(("survival",)) if subject.survival else frozenset()
    for chapter in subject.chapters:
        for call in chapter.calls:
            name = call.arguments[0] if call.method == "survival" and call.arguments else None
            if isinstance(name, str) and name not in known:
                what = f"survival.yaml has no figures '{name}'."
                yield UNKNOWN_SURVIVAL.broken(chapter.file, call.place, what, did_you_mean(name, known))


def unused_survival(subject: Subject) -> Iterator[Problem]:
    """Survival figures that no chapter shows."""
    shown = {name for chapter in subject.chapters for name in chapter.named("survival")}
    document = subject.survival
    for id_ in subject.content.survival if document else ():
        if document and id_ not in shown:
            place = document.key_place(("survival", id_))
            yield UNUSED_SURVIVAL.broken(document.file, place, f"No chapter shows the figures '{id_}'.")


def survival_figure(subject: Subject) -> Iterator[Problem]:
    """Numbers about survival in a chapter, a caption, a question, a term or a label of survival.yaml."""
    for text in subject.texts:
        if _is_closed(subject, text):
            continue
        for passage in text.passages:
            if match := _TOLD.search(passage.block.prose):
                told = " ".join(match[0].split()[:6])
                what = f"'{told} …' is a figure about survival that a reader did not choose to see."
                yield SURVIVAL_FIGURE.broken(text.file, passage.place(match.start()), what)


def _is_closed(subject: Subject, text: Text) -> bool:
    return subject.survival is not None and text.file == subject.survival.file and text.path[-1:] == ("text",)
