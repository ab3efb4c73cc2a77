"""What stands in the EPUB of a guide, and where."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from patientbook_widgets.alphabet import letter_of

from patientbook.exports.blocks import Heading
from patientbook.exports.inline import Citation, TermLink
from patientbook.exports.manuscript import Exercise, SurvivalFigures
from patientbook.exports.walk import found_in

from . import places

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from patientbook.exports.manuscript import Entry, Fact, Manuscript, Part


ABOUT = "about"


@dataclass(frozen=True)
class Book:
    """A manuscript as an EPUB has it: the same parts as on paper. Pages about the website are left out."""

    manuscript: Manuscript
    day: date

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Chapters and sheets, the glossary, and the page that says who made the guide and how."""
        about = (part for part in self.manuscript.of_kind("page") if part.id == ABOUT)
        return (*self.manuscript.of_kind("chapter", "sheet"), *self.manuscript.of_kind("glossary"), *about)

    @cached_property
    def glossary(self) -> Part | None:
        """The part that has the list of terms."""
        return next(iter(self.manuscript.of_kind("glossary")), None)

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """The entries of the glossary by their ids."""
        return {entry.id: entry for entry in self.manuscript.terms}

    @cached_property
    def letters(self) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
        """The entries of the glossary by their first letters."""
        grouped = groupby(self.manuscript.terms, key=lambda entry: letter_of(entry.term.term))
        return tuple((letter, tuple(entries)) for letter, entries in grouped)

    @cached_property
    def firsts(self) -> Mapping[str, tuple[str, ...]]:
        """The terms that are first used in the running text of each part, in order."""
        return {
            part.id: tuple(
                link.term for link in found_in(part.pieces, TermLink) if link.is_first and link.term in self.entries
            )
            for part in self.parts
            if part.kind != "glossary"
        }

    @cached_property
    def exercises(self) -> tuple[tuple[Part, tuple[Exercise, ...]], ...]:
        """The exercises of each part that has any."""
        found = ((part, tuple(found_in(part.pieces, Exercise))) for part in self.parts)
        return tuple((part, exercises) for part, exercises in found if exercises)

    @cached_property
    def survival(self) -> tuple[tuple[Part, tuple[SurvivalFigures, ...]], ...]:
        """The figures about survival of each part that has any."""
        found = ((part, tuple(found_in(part.pieces, SurvivalFigures))) for part in self.parts)
        return tuple((part, figures) for part, figures in found if figures)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What is known about the whole guide."""
        first = next((part.facts for part in self.parts if part.facts), ())
        return tuple(fact for fact in first if not fact.is_own)

    @cached_property
    def _headings(self) -> frozenset[tuple[str, str]]:
        return frozenset(
            (part.id, heading.id) for part in self.parts for heading in (part.heading, *found_in(part.pieces, Heading))
        ) | {(part.id, "") for part in self.parts}

    def href(self, part: str, place: str = "") -> str | None:
        """The address of a part, or of a heading in it; None where the book leaves it out."""
        if (part, place) not in self._headings:
            return None
        return f"{places.part(part)}#{places.heading(place)}" if place else places.part(part)

    def term_href(self, term: str) -> str | None:
        """The address of a term's entry."""
        there = self.glossary is not None and term in self.entries
        return f"{places.part(self.glossary.id)}#{places.term(term)}" if self.glossary and there else None

    def users(self, term: str) -> tuple[Part, ...]:
        """The parts that use a term in their running text."""
        return tuple(part for part in self.parts if term in self.firsts.get(part.id, ()))

    def survival_citing(self, part: Part, number: int) -> tuple[SurvivalFigures, ...]:
        """The figures about survival of ``part`` that cite its source ``number``."""
        return tuple(
            figures
            for figures in found_in(part.pieces, SurvivalFigures)
            if any(number in citation.numbers for citation in found_in(figures.blocks, Citation))
        )
