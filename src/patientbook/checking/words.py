"""Plain words: short sentences, and none of the words that a guide wants to avoid."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from patientbook.problems import Severity
from patientbook.reading.rules import Rule

from .names import any_of
from .texts import count_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from patientbook.problems import Problem

    from .subject import Subject
    from .texts import Passage

SENTENCE_TOO_LONG = Rule(
    "sentence-too-long", "A sentence has more than 25 words.", "Make two sentences of it.", Severity.WARNING
)
BLAME_OR_WAR = Rule(
    "blame-or-war",
    "A text has a word that blames, frightens, promises or makes light, or speaks of war.",
    "Say it as words.yaml proposes, or change the list there.",
    Severity.WARNING,
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


def blame_or_war(subject: Subject) -> Iterator[Problem]:
    """Words and phrases that `words.yaml` wants to avoid, in all texts and headings."""
    avoid = subject.content.avoid
    say = {_plain(form): entry.say for word, entry in avoid.items() for form in (word, *entry.also)}
    if not say:
        return
    words = _any_of(say)
    fine = [phrase for entry in avoid.values() for phrase in entry.fine_in]
    fine_phrases = _any_of(fine) if fine else None
    for text in subject.texts:
        for passage in text.passages:
            for position, word in _avoided(passage, words, fine_phrases):
                what = f"'{word}' may hurt or mislead readers."
                instead = say.get(_plain(word))  # None for odd letters that only look alike, such as a dotless i
                way_out = f"Say instead: {instead.rstrip('.')}." if instead else None
                yield BLAME_OR_WAR.broken(text.file, passage.place(position), what, way_out)


def _avoided(passage: Passage, words: re.Pattern[str], fine: re.Pattern[str] | None) -> Iterator[tuple[int, str]]:
    """Each avoided word with its position, but not where it stands in a phrase that is fine."""
    prose = passage.block.prose.replace("’", "'").replace("*", " ")
    harmless = [match.span() for match in fine.finditer(prose)] if fine else []
    for match in words.finditer(prose):
        if not any(start <= match.start() and match.end() <= end for start, end in harmless):
            yield match.start(), " ".join(match[0].split())


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of the phrases as whole words, the longest first, in whatever case and over line ends."""
    return re.compile(rf"(?<![\w-])(?:{any_of({_plain(phrase): False for phrase in phrases})})(?![\w-])")


def _plain(phrase: str) -> str:
    return " ".join(phrase.replace("’", "'").lower().split())
