"""A question made of the keys that a file of questions gave, each mistake told at the question's line."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from patientbook_widgets.questions import Question
from pydantic import TypeAdapter, ValidationError

from patientbook.reading.markdown import slug
from patientbook.reading.rules import BY_ID
from patientbook.reading.value_words import explain

from .model import BankQuestion, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic_core import ErrorDetails

    from patientbook.problems import Problem


_WORDS_IN_ID = 6


@cache
def _adapter() -> TypeAdapter[Question]:
    return TypeAdapter(Question)


@cache
def _schema() -> dict[str, Any]:
    return _adapter().json_schema()


def make_question(keys: Mapping[str, Any], line: int) -> BankQuestion | list[Problem]:
    """The question with these keys, `chapter`, `quiz` and `language` among them, or what is wrong with it."""
    own = {key: value for key, value in keys.items() if key not in {"chapter", "quiz", "language"}}
    where = [str(keys.get(key, "")) for key in ("chapter", "quiz", "language")]
    try:
        return BankQuestion(where[0], where[1], where[2], _adapter().validate_python(own), line)
    except ValidationError as error:
        found = [_problem(detail, line) for detail in error.errors(include_url=False)]
    name = f"Question '{own.get('id')}': " if own.get("id") else ""
    return [one if one.what.startswith("Question '") else replace(one, what=f"{name}{one.what}") for one in found]


def _problem(detail: ErrorDetails, line: int) -> Problem:
    loc = tuple(part for part in detail["loc"] if part != "[key]")
    words = explain(detail, loc, _schema())
    number = next((part + 1 for part in loc if isinstance(part, int)), None)
    where = f" In answer {number}, {words.what[:1].lower()}{words.what[1:]}" if number else words.what
    return told(BY_ID.get(words.rule, BY_ID["wrong-value"]), line, where.strip(), words.way_out)


def with_ids(parts: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The answers, each with an id of its own: its own one, or one made of its words."""
    made: list[dict[str, Any]] = []
    taken: set[str] = set()
    for number, part in enumerate(parts, 1):
        id_ = part.get("id") or made_id(str(part.get("text", ""))) or f"answer-{number}"
        while id_ in taken and not part.get("id"):
            id_ = f"{id_}-{number}"
        taken.add(id_)
        made.append({"id": id_, **{key: value for key, value in part.items() if key != "id"}})
    return made


def made_id(words: str) -> str:
    """An id made of the first of these words; empty when they have no letter that an id may have."""
    letters = slug(unicodedata.normalize("NFKD", words)).encode("ascii", "ignore").decode()
    return "-".join([word for word in letters.split("-") if word][:_WORDS_IN_ID])


def parts_key(type_: str) -> str:
    """Under which key a type of question has its answers; empty for those that have none."""
    return {"single": "options", "several": "options", "poll": "options", "matching": "pairs", "ordering": "items"}.get(
        type_, ""
    )
