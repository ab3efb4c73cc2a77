"""Chances, told in the same way everywhere: out of 100 people, in whole numbers, with one number of people a page."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from patientbook.problems import Severity
from patientbook.reading.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import PurePosixPath

    from patientbook.problems import Problem
    from patientbook.reading.rules import Place

    from .chapter import CheckedChapter
    from .subject import Subject

# Trevena et al. 2013, BMC Med Inform Decis Mak 13(S2):S7: readers judge "1 in X" wrongly, and cannot compare it;
# whole numbers with one denominator throughout are understood best.
ONE_IN_X = Rule(
    "one-in-x",
    "A chance is told as '1 in X', which readers cannot compare.",
    "Say how many out of 100 people, with the same 100 on the whole page.",
    Severity.WARNING,
)
DECIMAL_IN_CHANCE = Rule(
    "decimal-in-chance",
    "A chance or percentage has a decimal, which looks more exact than it is and is hard to picture.",
    "Round it to whole people, such as 'about 3 out of 100'; below one, say 'fewer than 1 out of 100'.",
    Severity.WARNING,
)
MIXED_DENOMINATORS = Rule(
    "mixed-denominators",
    "A chapter tells chances out of different numbers of people, which readers cannot compare.",
    "Tell all chances of the chapter out of the same number, best 100.",
    Severity.WARNING,
)
PICTURE_COUNT = Rule(
    "picture-count",
    "A picture of people has another number than its caption or its text alternative.",
    "Write the number of filled figures, in digits, in both.",
    Severity.WARNING,
)

_SMALL = "two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|(?:a |one )?(?:hundred|thousand|million)"
_ONE_IN = re.compile(
    rf"\b(?:1|one)\s+in\s+(?:every\s+)?(?:(?!(?:19\d\d|20[1-9]\d)\b)\d[\d,]*|{_SMALL})\b", re.IGNORECASE
)
# Digits are bounded, so that a line of thousands of them takes no time. '1,000' is no decimal, '1,5' and '0,125' are.
_DECIMAL = re.compile(
    r"(?<![\d.,])(?:0[.,]\d{1,6}|\d{1,9}[.,]\d{1,2})(?!\d)\s?"
    r"(?:%|per ?cent\b|(?:people |patients |women |men |children )?(?:out of|of every|in every)\s|in\s+1[0,]+\b)",
    re.IGNORECASE,
)
_WORDS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_WORDS |= {"twenty": 20, "fifty": 50, "hundred": 100, "thousand": 1000, "million": 1000000}
_WORD = f"(?:(?:a|one)\\s+(?=[hmt]))?(?P<word>{'|'.join(_WORDS)})"
_OUT_OF = re.compile(
    rf"\b(?:(?:out of|of|in)\s+every|out of)\s+(?P<digits>\d[\d,]{{0,11}})\b|\b(?:of|in)\s+every\s+{_WORD}\b"
    rf"|(?:\d|\b(?:one|{'|'.join(_WORDS)}))\s+out of\s+{_WORD.replace('word', 'few')}\b",
    re.IGNORECASE,
)
_ROUND = re.compile(r"[2-9]|[125]0+")
_NUMBER = re.compile(r"\d{1,9}(?:,\d{3})*")  # in the digits of any script


class _Told(NamedTuple):
    """A chance: out of how many, in which words and where."""

    out_of: int
    words: str
    file: PurePosixPath
    place: Place


def one_in_x(subject: Subject) -> Iterator[Problem]:
    """Chances told as '1 in X'."""
    for passage in subject.prose:
        for match in _ONE_IN.finditer(passage.block.prose):
            what = f"'{' '.join(match[0].split())}' is hard to compare with other chances."
            yield ONE_IN_X.broken(passage.text.file, passage.place(match.start()), what)


def decimal_in_chance(subject: Subject) -> Iterator[Problem]:
    """Chances and percentages with a decimal."""
    for passage in subject.prose:
        for match in _DECIMAL.finditer(passage.block.prose):
            what = f"'{' '.join(match[0].split())}' has a decimal."
            yield DECIMAL_IN_CHANCE.broken(passage.text.file, passage.place(match.start()), what)


def mixed_denominators(subject: Subject) -> Iterator[Problem]:
    """Pages with chances out of another number than most chances there, once for each other number."""
    for chapter in subject.articles:
        told = list(_told(subject, chapter))
        counts = Counter(one.out_of for one in told)
        if len(counts) < 2:  # noqa: PLR2004 - one denominator, or none
            continue
        usual = counts.most_common(1)[0][0]
        seen = {usual}
        for one in told:
            if one.out_of not in seen:
                seen.add(one.out_of)
                what = f"'{one.words}' stands on the same page as chances out of {usual:,}."
                way_out = f"Tell it out of {usual:,} too, or leave the number out."
                yield MIXED_DENOMINATORS.broken(one.file, one.place, what, way_out)


def picture_count(subject: Subject) -> Iterator[Problem]:
    """Pictures of people whose caption, or whose text alternative, does not have the number that is drawn."""
    if document := subject.figures:
        for id_, figure in subject.content.figures.items():
            count = figure.people.count if figure.people else None
            for key, words in (("caption", figure.caption), ("alt", figure.alt)):
                if count is not None and count not in {int(each.replace(",", "")) for each in _NUMBER.findall(words)}:
                    what = f"The picture '{id_}' has {count:,} filled figures, and its '{key}' does not say so."
                    yield PICTURE_COUNT.broken(document.file, document.place(("figures", id_, key)), what)


def _told(subject: Subject, chapter: CheckedChapter) -> Iterator[_Told]:
    """The chances told on the page of a chapter, in words and in pictures of people."""
    for text in subject.texts_of_page(chapter):
        for passage in text.passages:
            for match in _OUT_OF.finditer(passage.block.prose):
                digits, word = match["digits"], match["word"] or match["few"]
                out_of = int(digits.replace(",", "")) if digits else _WORDS[word.lower()]
                if _ROUND.fullmatch(str(out_of)):  # others are the people of a study, such as 2,984
                    yield _Told(out_of, " ".join(match[0].split()), text.file, passage.place(match.start()))
    for id_ in chapter.named("figure"):
        figure = subject.content.figures.get(id_)
        if figure and figure.people and subject.figures:
            place = subject.figures.place(("figures", id_, "people", "of"))
            yield _Told(figure.people.of, f"a picture of {figure.people.of:,} people", subject.figures.file, place)
