"""How many years of school a section asks for, by the reading formula of its language.

A formula is a smoke alarm and no proof: it counts syllables and sentences and knows nothing of sense. So it is given
what it was made for: running text in whole sentences, without the glossary's words, which are explained where they
stand. No formula is applied in a language for which none here is calibrated.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from functools import cache, cached_property
from types import ModuleType
from typing import TYPE_CHECKING, Any

from patientbook.reading.rules import Place, Rule

from .names import names_of, pattern_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import PurePosixPath

    from patientbook.problems import Problem

    from .chapter import CheckedChapter, Section
    from .subject import Subject
    from .texts import Passage

READING_GRADE = Rule(
    "reading-grade",
    "A section reads harder than eight years of school.",
    "Shorten its longest sentences and use everyday words for the long ones; `patientbook check --grades` tells more.",
)

HIGHEST_GRADE = 8.0
TARGET_GRADE = 6.5
_FEWEST_WORDS = 100  # in a shorter text, one long word decides
_STOPS = re.compile(r"[.!?…_]")
_GAPS = re.compile(r"[/–—]|\s-\s")


@dataclass(frozen=True)
class GradedSection:
    """One section, or several that are too short to be judged alone, and its text as the formula reads it."""

    file: PurePosixPath
    place: Place
    titles: tuple[str, ...]
    words: int
    text: str
    text_with_terms: str
    formula: Callable[[str], float]

    @property
    def title(self) -> str:
        """The first heading, and how many more sections were taken with it."""
        more = len(self.titles) - 1
        return f"{self.titles[0]} (and {more} more)" if more else self.titles[0]

    @cached_property
    def grade(self) -> float:
        """The grade without the glossary's words: the one that counts."""
        return self.formula(self.text)

    @cached_property
    def grade_with_terms(self) -> float:
        """The grade of every word there is."""
        return self.formula(self.text_with_terms)


def reading_grade(subject: Subject) -> Iterator[Problem]:
    """Sections over the highest grade."""
    for section in graded_sections(subject):
        if section.grade > HIGHEST_GRADE:
            titles = " and ".join(f"'{title}'" for title in section.titles)
            what = f"{titles} {'reads' if len(section.titles) == 1 else 'read together'} at grade {section.grade:.1f}; "
            what += f"{HIGHEST_GRADE:.0f} is the highest."
            yield READING_GRADE.broken(section.file, section.place, what)


def graded_sections(subject: Subject) -> Iterator[GradedSection]:
    """The sections of all chapters and pages with their grades; none in a language without a formula."""
    formula = _FORMULAS.get(subject.content.settings.code.partition("-")[0])
    if formula is None:
        return
    names = names_of(subject.content.terms)
    pattern = pattern_of(names) if names else None
    for chapter in subject.articles:
        for sections in _long_enough(chapter):
            # Tables are left out: their cells are no running text.
            passages = [one for section in sections for one in section.passages if one.block.kind == "paragraph"]
            heading = sections[0].heading
            yield GradedSection(
                file=chapter.file,
                place=Place(heading.line, heading.column),
                titles=tuple(section.heading.text for section in sections),
                words=sum(section.words for section in sections),
                text=_running_text([_without_terms(passage, chapter.glossary, pattern) for passage in passages]),
                text_with_terms=_running_text([(passage, passage.block.prose) for passage in passages]),
                formula=formula,
            )


def _long_enough(chapter: CheckedChapter) -> list[list[Section]]:
    """The sections, short ones with the next until there are words enough, the last short ones with those before."""
    groups: list[list[Section]] = []
    waiting: list[Section] = []
    for section in chapter.sections:
        waiting.append(section)
        if sum(one.words for one in waiting) >= _FEWEST_WORDS:
            groups.append(waiting)
            waiting = []
    if groups:
        groups[-1] += waiting
    return groups


def _running_text(passages: list[tuple[Passage, str]]) -> str:
    """The sentences of passages, in the words given with each: one full stop a sentence, entries of lists too."""
    sentences = []
    for passage, prose in passages:
        for start, sentence in passage.sentences():
            words = _GAPS.sub(" ", _STOPS.sub("", prose[start : start + len(sentence)])).split()
            sentences.append(f"{' '.join(words)}.")
    return " ".join(sentences)


def _without_terms(passage: Passage, glossary: str, terms: re.Pattern[str] | None) -> tuple[Passage, str]:
    """The passage, and its prose with the glossary's words and the words of links to them blanked: offsets stay."""
    prose = passage.block.prose
    for span in passage.block.spans:
        if span.kind == "link" and span.target.partition("#")[0] == f"{glossary}.md":
            prose = f"{prose[: span.start]}{' ' * (span.end - span.start)}{prose[span.end :]}"
    return passage, terms.sub(lambda match: " " * len(match[0]), prose) if terms else prose


def _flesch_kincaid(text: str) -> float:
    """The Flesch-Kincaid grade of an English text (Kincaid et al. 1975), as textstat 0.7.4 counts it."""
    return float(_textstat().flesch_kincaid_grade(text))


@cache
def _textstat() -> Any:  # noqa: ANN401 - textstat carries no types
    """Imported late and without pkg_resources, which takes as long as all the rest and warns that it will go away.

    textstat asks it for lists of words, which no formula here needs.
    """
    name = "pkg_resources"
    is_there = name in sys.modules
    sys.modules.setdefault(name, ModuleType(name))
    try:
        from textstat.textstat import textstat  # noqa: PLC0415 - as above
    finally:
        if not is_there:
            del sys.modules[name]
    return textstat


_FORMULAS: Mapping[str, Callable[[str], float]] = {"en": _flesch_kincaid}
