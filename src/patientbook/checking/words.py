"""Plain words: short sentences, and chances told in the same way everywhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from patientbook.problems import Severity
from patientbook.reading.rules import Rule

from .texts import count_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from patientbook.problems import Problem

    from .subject import Subject
    from .texts import Passage

SENTENCE_TOO_LONG = Rule(
    "sentence-too-long", "A sentence has more than 25 words.", "Make two sentences of it.", Severity.WARNING
)
# Trevena et al. 2013, BMC Med Inform Decis Mak 13(S2):S7: readers judge "1 in X" wrongly, and cannot compare it.
ONE_IN_X = Rule(
    "one-in-x",
    "A chance is told as '1 in X', which readers cannot compare.",
    "Say how many out of 100 people, with the same 100 on the whole page.",
    Severity.WARNING,
)

_MOST_WORDS = 25
_SMALL = "two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|(?:a |one )?(?:hundred|thousand|million)"
_ONE_IN = re.compile(
    rf"\b(?:1|one)\s+in\s+(?:every\s+)?(?:(?!(?:19\d\d|20[1-9]\d)\b)\d[\d,]*|{_SMALL})\b", re.IGNORECASE
)


def sentence_too_long(subject: Subject) -> Iterator[Problem]:
    """Sentences of more than 25 words in chapters, questions, terms and figures."""
    for passage in _passages(subject):
        for position, sentence in passage.sentences():
            words = count_words(sentence)
            if words > _MOST_WORDS:
                start = " ".join(sentence.split()[:4])
                what = (
                    f"The sentence that begins '{start}' has {words} words; more than {_MOST_WORDS} are hard to follow."
                )
                yield SENTENCE_TOO_LONG.broken(passage.text.file, passage.place(position), what)


def one_in_x(subject: Subject) -> Iterator[Problem]:
    """Chances told as '1 in X'."""
    for passage in _passages(subject):
        for match in _ONE_IN.finditer(passage.block.prose):
            what = f"'{' '.join(match[0].split())}' is hard to compare with other chances."
            yield ONE_IN_X.broken(passage.text.file, passage.place(match.start()), what)


def _passages(subject: Subject) -> Iterator[Passage]:
    for text in subject.texts:
        yield from (passage for passage in text.passages if passage.is_prose)
