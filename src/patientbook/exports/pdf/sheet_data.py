"""Factsheets and handouts as the plain data of their templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from patientbook.exports import manuscript as m
from patientbook.exports.questions import Choosing

from . import places
from .document_data import boxes_of, document_data, picture_data
from .questions_data import answer_data, question_data
from .words_data import WordsData

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from patientbook.exports.manuscript import Manuscript, Part
    from patientbook.exports.questions import PaperQuestion

    from .words_data import Data

LARGE = 18.0  # from here on it is large print


def factsheet_data(manuscript: Manuscript, sheet: Part, day: date, *, size: float) -> Data:
    """Everything on a factsheet, in its order."""
    there = frozenset(places.source(sheet.id, each.number) for each in sheet.sources)
    words = WordsData(manuscript.language.code, sheet.id, there, {})
    about = document_data(manuscript, day, is_large=size >= LARGE, edition="edition_factsheet")
    return _about(about, sheet, words, size) | {
        "pieces": [data for piece in sheet.pieces for data in _pieces(piece, words)],
        "sources": [
            {"at": places.source(sheet.id, each.number), "text": words.text(each.text), "to": each.href}
            for each in sheet.sources
        ],
    }


def handout_data(manuscript: Manuscript, part: Part, day: date, *, size: float) -> Data:
    """Everything on the handout of a chapter."""
    words = WordsData(manuscript.language.code, part.id, frozenset(), {})
    question = _exercise(part)
    about = document_data(manuscript, day, is_large=False, edition="edition_handout")
    return _about(about, part, words, size) | {
        "boxes": [data for kind in ("key_points", "questions") for data in words.blocks(tuple(boxes_of(part, kind)))],
        "question": question_data(question, words) if question else None,
        "answer": answer_data(question, words) if question else None,
    }


def _about(about: Data, part: Part, words: WordsData, size: float) -> Data:
    front = part.front
    return about | {
        "size": size,
        "guide": about["title"],
        "title": words.text(part.title),
        "number": part.number,
        "tagline": part.description,
        "purpose": front.purpose if front else "",
        "facts": [[fact.label, words.text(fact.text)] for fact in part.facts if not fact.is_contact],
    }


def _pieces(piece: m.Piece, words: WordsData) -> Iterator[Data]:
    if isinstance(piece, m.Text):
        yield {"k": "text", "blocks": words.blocks(piece.blocks)}
    elif isinstance(piece, m.Picture):
        yield picture_data(piece, words)


def _exercise(part: Part) -> PaperQuestion | None:
    """The first question with a choice of answers that are right or wrong: what a group can do in two minutes."""
    questions = [question for piece in part.pieces if isinstance(piece, m.Exercise) for question in piece.questions]
    choices = [each for each in questions if isinstance(each, Choosing) and each.asked.type in {"single", "several"}]
    return next(iter([*choices, *questions]), None)
