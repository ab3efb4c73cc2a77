"""Sources: every one that is cited is known, every one known is cited, and every number has one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from patientbook.problems import Severity
from patientbook.reading.guide import SOURCES_FILE
from patientbook.reading.rules import Place, Rule
from patientbook.reading.value_words import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from patientbook.problems import Problem

    from .chapter import CheckedChapter
    from .subject import Subject
    from .texts import Passage

UNKNOWN_SOURCE = Rule(
    "unknown-source",
    "A citation names a source that sources.bib does not have.",
    "Add it to sources.bib, or correct its key.",
)
UNUSED_SOURCE = Rule(
    "unused-source", "No chapter cites a source.", "Cite it, or delete it from sources.bib.", Severity.WARNING
)
CITATION_SYNTAX = Rule(
    "citation-syntax",
    "A citation is not written as [@key] or [@key; @other].",
    "Write [@key], with a semicolon between several keys.",
)
# A warning: an example ("imagine 100 people; 10 out of 100 …") needs no source, and only a person can tell.
CLAIM_WITHOUT_SOURCE = Rule(
    "claim-without-source",
    "A paragraph has a percentage or '12 out of 100' and cites no source.",
    "Add a citation such as [@key], unless it is an example.",
    Severity.WARNING,
)

_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten"
_DIGITS = r"(?<!\d)\d[\d,.]{0,12}"  # bounded, so that a line of thousands of digits takes no time
_NUMBER = rf"(?:{_DIGITS}|\b(?:{_SMALL}))"
_CLAIM = re.compile(
    rf"{_DIGITS}\s?(?:%|per ?cent\b)|{_NUMBER}\s+(?:out of|of every|in every)\s+{_NUMBER}\b"
    rf"|{_DIGITS}\s+in\s+(?!(?:19|20)\d\d\b){_DIGITS}\b",
    re.IGNORECASE,
)
_BARE_KEY = re.compile(r"(?<![\w@./\[;-])@[A-Za-z][\w-]*\d{4}\w*")


def unknown_source(subject: Subject) -> Iterator[Problem]:
    """Keys cited in chapters and other texts that sources.bib does not have."""
    for text in subject.texts:
        for reference in text.references(subject.guide.settings.glossary):
            for key in reference.keys:
                if key not in subject.guide.sources and not subject.is_unreadable(SOURCES_FILE):
                    place = text.place(reference.start + reference.text.index(f"@{key}"))
                    way_out = did_you_mean(key, subject.guide.sources)
                    yield UNKNOWN_SOURCE.broken(text.file, place, f"There is no source '{key}'.", way_out)


def unused_source(subject: Subject) -> Iterator[Problem]:
    """Sources that no text cites."""
    cited = {
        key for text in subject.texts for one in text.references(subject.guide.settings.glossary) for key in one.keys
    }
    for source in subject.guide.sources.values():
        if source.key not in cited:
            place = Place(source.line, 1)
            yield UNUSED_SOURCE.broken(SOURCES_FILE, place, f"Nothing cites the source '{source.key}'.")


def citation_syntax(subject: Subject) -> Iterator[Problem]:
    """Citations that cannot be read, and keys without square brackets."""
    for chapter in subject.chapters:
        for reference in chapter.references:
            if reference.kind == "citation" and not reference.keys:
                place = Place(reference.line, reference.column)
                yield CITATION_SYNTAX.broken(chapter.file, place, f"'{reference.text}' is not a citation.")
        for passage in chapter.passages:
            for match in _BARE_KEY.finditer(passage.block.prose):
                what = f"'{match[0]}' looks like a citation without its square brackets."
                way_out = f"Write [{match[0]}]."
                yield CITATION_SYNTAX.broken(chapter.file, passage.place(match.start()), what, way_out)


def claim_without_source(subject: Subject) -> Iterator[Problem]:
    """Percentages and '12 out of 100' in paragraphs that cite nothing, unless another gives a source for the same."""
    for chapter in subject.chapters:
        claims = list(_claims(chapter))
        sourced = {claim for _, _, claim, has_source in claims if has_source}
        told: set[Passage] = set()
        for passage, position, claim, has_source in claims:
            if not has_source and claim not in sourced and passage not in told:
                told.add(passage)
                what = f"'{claim}' stands here without a source."
                yield CLAIM_WITHOUT_SOURCE.broken(chapter.file, passage.place(position), what)


def _claims(chapter: CheckedChapter) -> Iterator[tuple[Passage, int, str, bool]]:
    """Every number told, with its passage and position, and whether a source stands with it."""
    for index, passage in enumerate(chapter.passages):
        if passage.is_prose:
            for claim in _CLAIM.finditer(passage.block.prose):
                has_source = any(_cites(one) for one in _around(chapter, index))
                yield passage, claim.start(), " ".join(claim[0].lower().split()), has_source


def _cites(passage: Passage) -> bool:
    return any(span.kind == "citation" for span in passage.block.spans)


def _around(chapter: CheckedChapter, index: int) -> Iterator[Passage]:
    """The passages whose citations count: its own; for a list or table, also what leads in; for a table, all of it."""
    passages = chapter.passages
    yield passages[index]
    outer = passages[index].block.within[:1]
    if outer not in {("bullet_list",), ("ordered_list",), ("table",)}:
        return
    for step in (-1, 1) if outer == ("table",) else (-1,):
        at = index + step
        while 0 <= at < len(passages) and passages[at].block.within[:1] == outer:
            if outer == ("table",):
                yield passages[at]
            at += step
        if 0 <= at < len(passages) and passages[at].block.kind == "paragraph":
            yield passages[at]
