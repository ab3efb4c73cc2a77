"""Plain words: short sentences, and none of the words that a guide wants to avoid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from patientbook.problems import Severity
from patientbook.reading.rules import Rule

from .texts import count_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from patientbook.problems import Problem

    from .subject import Subject

SENTENCE_TOO_LONG = Rule(
    "sentence-too-long", "A sentence has more than 25 words.", "Make two sentences of it.", Severity.WARNING
)

_MOST_WORDS = 25


def sentence_too_long(subject: Subject) -> Iterator[Problem]:
    """Sentences of more than 25 words in chapters, questions, terms and figures."""
    for passage in subject.prose:
        for position, sentence in passage.sentences():
            words = count_words(sentence)
            if words > _MOST_WORDS:
                start = " ".join(sentence.split()[:4])
                what = (
                    f"The sentence that begins '{start}' has {words} words; more than {_MOST_WORDS} are hard to follow."
                )
                yield SENTENCE_TOO_LONG.broken(passage.text.file, passage.place(position), what)
