"""A question made of the keys that a file of questions gave, each mistake told at its line and in the file's words."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from patientbook_widgets.questions import Question
from pydantic import TypeAdapter, ValidationError

from patientbook.reading.markdown import slug
from patientbook.reading.rules import BY_ID
from patientbook.reading.value_words import explain

from .model import BankQuestion, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pydantic_core import ErrorDetails

    from patientbook.problems import Problem

Loc = tuple["str | int", ...]
_WORDS_IN_ID = 6
_ASKED_FOR = {
    "explained_in": ("It does not say which heading of the chapter explains it.", "Say it with --explained-in."),
    "id": ("It has no id.", "Give it a title or an id."),
}


def _as_usual(_: Loc) -> tuple[str, str] | None:
    return None


@dataclass(frozen=True)
class Written:
    """Where a question stands in its file, and how its format speaks.

    ``parts`` are the lines of its answers. ``missing`` says what is wrong and what to do where the key at a location
    (which begins with the question's type) is missing, and None where the usual words will do. ``mend`` has ways out by
    rule for mistakes that only the parts together show.
    """

    line: int
    parts: tuple[int, ...] = ()
    missing: Callable[[Loc], tuple[str, str] | None] = _as_usual
    mend: Mapping[str, str] = field(default_factory=dict)


@cache
def _adapter() -> TypeAdapter[Question]:
    return TypeAdapter(Question)


@cache
def _schema() -> dict[str, Any]:
    return _adapter().json_schema()


def make_question(keys: Mapping[str, Any], written: Written) -> BankQuestion | list[Problem]:
    """The question with these keys, `chapter`, `quiz` and `language` among them, or what is wrong with it."""
    own = {key: value for key, value in keys.items() if key not in {"chapter", "quiz", "language"}}
    where = [str(keys.get(key, "")) for key in ("chapter", "quiz", "language")]
    try:
        return BankQuestion(where[0], where[1], where[2], _adapter().validate_python(own), written.line)
    except ValidationError as error:
        details = [one for one in error.errors(include_url=False) if not _is_long_enough(one)]
    name = f"Question '{own.get('id')}': " if own.get("id") else ""
    found = [_problem(detail, written) for detail in details]
    named = [one if one.what.startswith("Question '") else replace(one, what=f"{name}{one.what}") for one in found]
    return list({one.what: one for one in reversed(named)}.values())[::-1]  # said once, where it is first


def _is_long_enough(detail: ErrorDetails) -> bool:
    """Whether a list is only too short because pydantic does not count its broken entries."""
    entries = detail["input"]
    return detail["type"] == "too_short" and isinstance(entries, list) and len(entries) >= detail["ctx"]["min_length"]


def _problem(detail: ErrorDetails, written: Written) -> Problem:
    loc = tuple(part for part in detail["loc"] if part != "[key]")
    words = explain(detail, loc, _schema())
    number = next((part for part in loc if isinstance(part, int)), None)
    line = written.parts[number] if number is not None and number < len(written.parts) else written.line
    missing = loc if detail["type"] == "missing" else ("type",) if detail["type"] == "union_tag_not_found" else None
    in_own_words = (written.missing(missing) or _ASKED_FOR.get(str(missing[-1]))) if missing else None
    if in_own_words:
        return told(BY_ID[words.rule], line, *in_own_words)
    what = words.what if number is None else f"In answer {number + 1}, {words.what[:1].lower()}{words.what[1:]}"
    return told(BY_ID.get(words.rule, BY_ID["wrong-value"]), line, what, written.mend.get(words.rule, words.way_out))


def about(loc: Loc) -> str:
    """What the models say about the key at ``loc`` of a question; empty where they say nothing."""
    for model in _schema()["$defs"].values():
        if found := model.get("properties", {}).get(loc[-1], {}).get("description"):
            return str(found)
    return ""


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
