"""The whole guide as the plain data of the book template."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from patientbook_widgets.alphabet import letter_of

from patientbook.exports import manuscript as m
from patientbook.exports.blocks import Heading
from patientbook.exports.inline import TermLink, capitalised
from patientbook.exports.walk import found_in

from . import places
from .document_data import boxes_of, document_data, picture_data
from .index_data import index_data
from .labels import LABELS
from .questions_data import answer_data, question_data
from .words_data import WordsData

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from patientbook.exports.manuscript import Entry, Manuscript, Part, Piece

    from .words_data import Data

ABOUT = "about"  # the further page that says who made the guide and how; the others are about the website


def book_data(manuscript: Manuscript, day: date, *, is_large: bool) -> Data:
    """Everything that the book shows, in the order of the book."""
    return _Book(manuscript).data(day, is_large=is_large)


class _Book:
    """Makes the data of one book."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._manuscript = manuscript
        self._terms = {entry.id: entry for entry in manuscript.terms}
        self._parts = manuscript.of_kind("chapter", "sheet")
        self._about = next((part for part in manuscript.of_kind("page") if part.id == ABOUT), None)
        self._there = frozenset(_places(manuscript, (*self._parts, *([self._about] if self._about else []))))

    def data(self, day: date, *, is_large: bool) -> Data:
        edition = "edition_large" if is_large else "edition"
        glossary = next(iter(self._manuscript.of_kind("glossary")), None)
        return document_data(self._manuscript, day, is_large=is_large, edition=edition) | {
            "parts": [self._part(part) for part in self._parts],
            "glossary": self._part(glossary) if glossary else None,
            "about": self._part(self._about) if self._about else None,
            "terms": [
                {"letter": letter.upper(), "terms": [self._entry(entry) for entry in entries]}
                for letter, entries in groupby(self._manuscript.terms, key=lambda entry: letter_of(entry.term.term))
            ],
            "sources": [self._sources(part) for part in self._parts if part.sources],
            "answers": [self._answers(part) for part in self._parts if _exercises(part)],
            "survival": list(self._survival()),
            "index": index_data(self._manuscript, self._there),
            "facts": self._common_facts(),
            "sheet": self._sheet(),
        }

    def _words(self, part: Part) -> WordsData:
        return WordsData(self._manuscript.language.code, part.id, self._there, self._terms)

    def _part(self, part: Part) -> Data:
        words = self._words(part)
        return {
            "at": places.part(part.id),
            "id_at": places.part(part.id, part.heading.id),
            "number": part.number,
            "title": words.text(part.title),
            "minutes": part.front.minutes if part.front else None,
            "pieces": [data for piece in part.pieces for data in self._piece(piece, part, words)],
            "sources": places.sources(part.id) if part.sources else None,
            "facts": [[fact.label, words.text(fact.text)] for fact in part.facts if fact.is_own],
        }

    def _piece(self, piece: Piece, part: Part, words: WordsData) -> Iterator[Data]:
        if isinstance(piece, m.Text):
            yield {"k": "text", "blocks": words.flow(piece.blocks)}
        elif isinstance(piece, m.Opening):
            objectives = [words.inlines(each) for each in piece.objectives]
            yield {"k": "opening", "purpose": words.inlines(piece.purpose), "objectives": objectives}
        elif isinstance(piece, m.Picture):
            yield words.with_notes(picture_data(piece, words))
        elif isinstance(piece, m.Exercise):
            questions = [question_data(question, words) for question in piece.questions]
            yield {"k": "exercise", "title": piece.title, "questions": questions}
        elif isinstance(piece, m.SurvivalFigures):
            to = places.survival(part.id, piece.id)
            yield {"k": "survival", "at": f"from:{to}", "to": to, "label": words.inlines(piece.label)}

    def _entry(self, entry: Entry) -> Data:
        words = WordsData(self._manuscript.language.code, self._manuscript.settings.glossary, self._there, {})
        uses = [
            {
                "to": places.use(part.id, entry.id),
                "label": LABELS["chapter"].format(number=part.number) if part.number else part.title,
            }
            for part in self._parts
            if places.use(part.id, entry.id) in self._there
        ]
        return {
            "at": places.term(entry.id),
            "term": words.text(entry.term.term),
            "meaning": words.inlines(entry.meaning),
            "more": words.inlines(entry.more),
            "aliases": [words.text(alias) for alias in entry.term.aliases],
            "see": [{"to": places.term(id_), "term": words.text(term)} for id_, term in entry.see_also],
            "uses": uses,
            "code": entry.code,
        }

    def _sources(self, part: Part) -> Data:
        words = self._words(part)
        listed = [
            {"at": places.source(part.id, each.number), "text": words.text(each.text), "to": each.href}
            for each in part.sources
        ]
        return {"at": places.sources(part.id), "heading": _name(part), "to": places.part(part.id), "list": listed}

    def _answers(self, part: Part) -> Data:
        words = self._words(part)
        answers = [answer_data(question, words) for exercise in _exercises(part) for question in exercise.questions]
        return {"heading": _name(part), "answers": answers}

    def _survival(self) -> Iterator[Data]:
        for part in self._parts:
            words = self._words(part)
            for piece in part.pieces:
                if isinstance(piece, m.SurvivalFigures):
                    at = places.survival(part.id, piece.id)
                    yield {
                        "at": at,
                        "from": f"from:{at}",
                        "part": _name(part),
                        "label": words.inlines(capitalised(piece.label)),
                        "blocks": words.blocks(piece.blocks),
                    }

    def _common_facts(self) -> list[Data]:
        facts = next((part.facts for part in self._parts if part.facts), ())
        words = WordsData(self._manuscript.language.code, "", self._there, {})
        return [{"label": f.label, "text": words.text(f.text), "to": f.href} for f in facts if not f.is_own]

    def _sheet(self) -> list[Data]:
        """The questions of the sheet to take along: those of the first sheet that has some."""
        for part in self._manuscript.of_kind("sheet"):
            for box in boxes_of(part, "questions"):
                return WordsData(self._manuscript.language.code, part.id, frozenset(), {}).blocks(box.blocks)
        return []


def _name(part: Part) -> str:
    return f"{LABELS['chapter'].format(number=part.number)}: {part.title}" if part.number else part.title


def _exercises(part: Part) -> list[m.Exercise]:
    return [piece for piece in part.pieces if isinstance(piece, m.Exercise)]


def _places(manuscript: Manuscript, parts: tuple[Part, ...]) -> Iterator[str]:
    """Every place that the book has and that something may lead to."""
    for part in (*parts, *manuscript.of_kind("glossary")):
        yield places.part(part.id)
        yield places.part(part.id, part.heading.id)
        yield from (places.source(part.id, each.number) for each in part.sources)
        yield from (places.part(part.id, heading.id) for heading in found_in(part.pieces, Heading))
        yield from (places.use(part.id, link.term) for link in found_in(part.pieces, TermLink) if link.is_first)
    yield from (places.term(entry.id) for entry in manuscript.terms)
