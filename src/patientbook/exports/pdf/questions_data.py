"""Questions and their answers as the plain data that the Typst templates show."""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING, Any

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
    match question:
        case Choosing():
            verdicts = {True: WIDGET_LABELS["right"], False: WIDGET_LABELS["not_right"], None: ""}
            said = [
                _line(letter(index), words.inlines(option.text), words.inlines(option.explanation))
                | {"verdict": verdicts[option.is_right], "is_right": option.is_right is True}
                for index, option in enumerate(question.options)
            ]
            said.sort(key=lambda each: not each["is_right"])
        case Matching():
            said = [
                _line(
                    letter(question.matches.index(pair.match)),
                    [*words.inlines(pair.text), f": {words.text(pair.match)}"],
                    words.inlines(pair.explanation),
                )
                for pair in question.pairs
            ]
        case Ordering():
            said = [
                _line(str(number), words.inlines(item.text), words.inlines(item.explanation))
                for number, item in enumerate(question.items, 1)
            ]
        case Scaling():
            said = _said_of_scale(question, words)
    return said


def _said_of_scale(question: Scaling, words: WordsData) -> list[Data]:
    low, high, unit = question.right_from, question.right_to, words.text(question.unit)
    one = WIDGET_LABELS["number_with_unit"].format(number=low, unit=unit)
    right = one if low == high else WIDGET_LABELS["number_between"].format(low=low, high=high, unit=unit)
    return [
        _line("", [right], words.inlines(question.just_right)) | {"verdict": WIDGET_LABELS["right"], "is_right": True},
        _line("", [WIDGET_LABELS["too_low"]], words.inlines(question.too_low)),
        _line("", [WIDGET_LABELS["too_high"]], words.inlines(question.too_high)),
    ]


def _line(mark: str, what: list[Any], why: list[Any]) -> Data:
    """An answer and what is said about it; a full stop stands between them unless the answer has its own end."""
    is_ended = isinstance(what[-1], str) and what[-1].rstrip().endswith((".", "!", "?", "…"))
    return {"mark": mark, "what": what, "end": "" if is_ended else ".", "why": why, "verdict": "", "is_right": False}
