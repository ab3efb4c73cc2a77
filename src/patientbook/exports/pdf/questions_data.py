"""Questions and their answers as the plain data that the Typst templates show."""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING

from patientbook_widgets.labels import LABELS as WIDGET_LABELS

from patientbook.exports.questions import Choosing, Matching, Ordering, PaperQuestion, Scaling

from . import places
from .labels import LABELS

if TYPE_CHECKING:
    from .words_data import Data, WordsData

_HOW = {"several": "circle_some", "poll": "poll"}


def letter(index: int) -> str:
    """A to Z, then AA, AB and so on."""
    before, last = divmod(index, len(ascii_uppercase))
    return (letter(before - 1) if before else "") + ascii_uppercase[last]


def question_data(question: PaperQuestion, words: WordsData) -> Data:
    """A question as it is asked: letters to circle, lines to write on."""
    asked = question.asked
    data: Data = {
        "number": asked.number,
        "at": places.question(words.part, asked.id),
        "answer": places.answer(words.part, asked.id),
        "stem": words.inlines(asked.stem),
    }
    if isinstance(question, Choosing):
        options = [words.inlines(option.text) for option in question.options]
        return data | {"how": LABELS[_HOW.get(asked.type, "circle")], "options": options}
    if isinstance(question, Matching):
        lines = [words.inlines(pair.text) for pair in question.pairs]
        return data | {"how": LABELS["letter"], "lines": lines, "options": [[words.text(m)] for m in question.matches]}
    if isinstance(question, Ordering):
        lines = [words.inlines(question.items[index].text) for index in question.shown]
        return data | {"how": LABELS["numbers"], "lines": lines, "is_before": True}
    how = WIDGET_LABELS["pick_number"].format(low=question.low, high=question.high)
    marks = [question.low, (question.low + question.high) // 2, question.high]
    return data | {"how": how, "scale": {"marks": marks, "unit": words.text(question.unit)}}


def answer_data(question: PaperQuestion, words: WordsData) -> Data:
    """What is right, and what is said about each answer."""
    asked = question.asked
    return {
        "number": asked.number,
        "at": places.answer(words.part, asked.id),
        "question": places.question(words.part, asked.id),
        "stem": words.inlines(asked.stem),
        "said": _said(question, words),
        "hints": [words.inlines(hint) for hint in asked.hints],
        "read_again": words.inlines((asked.read_again,)),
        "terms": [words.inlines((term,)) for term in asked.terms],
    }


def _said(question: PaperQuestion, words: WordsData) -> list[Data]:
    right, wrong = WIDGET_LABELS["right"], WIDGET_LABELS["not_right"]
    if isinstance(question, Choosing):
        said = [
            {
                "mark": letter(index),
                "verdict": {True: right, False: wrong, None: ""}[option.is_right],
                "is_right": option.is_right is True,
                "what": words.inlines(option.text),
                "why": words.inlines(option.explanation),
            }
            for index, option in enumerate(question.options)
        ]
        return sorted(said, key=lambda each: not each["is_right"])
    if isinstance(question, Matching):
        return [
            {
                "mark": letter(question.matches.index(pair.match)),
                "verdict": "",
                "is_right": True,
                "what": [*words.inlines(pair.text), f": {words.text(pair.match)}"],
                "why": words.inlines(pair.explanation),
            }
            for pair in question.pairs
        ]
    if isinstance(question, Ordering):
        return [
            {
                "mark": str(number),
                "verdict": "",
                "is_right": True,
                "what": words.inlines(item.text),
                "why": words.inlines(item.explanation),
            }
            for number, item in enumerate(question.items, 1)
        ]
    return _said_of_scale(question, words)


def _said_of_scale(question: Scaling, words: WordsData) -> list[Data]:
    low, high, unit = question.right_from, question.right_to, words.text(question.unit)
    one = WIDGET_LABELS["number_with_unit"].format(number=low, unit=unit)
    range_ = one if low == high else WIDGET_LABELS["number_between"].format(low=low, high=high, unit=unit)
    too_low, too_high = WIDGET_LABELS["too_low"], WIDGET_LABELS["too_high"]
    return [
        {
            "mark": "",
            "verdict": WIDGET_LABELS["right"],
            "is_right": True,
            "what": [range_],
            "why": words.inlines(question.just_right),
        },
        {"mark": "", "verdict": "", "is_right": False, "what": [too_low], "why": words.inlines(question.too_low)},
        {"mark": "", "verdict": "", "is_right": False, "what": [too_high], "why": words.inlines(question.too_high)},
    ]
