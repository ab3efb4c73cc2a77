"""Questions as Moodle GIFT, which most systems for learning can read (docs.moodle.org, *GIFT format*).

GIFT has titles, questions, answers and feedback. What it has no place for (hints, terms, the heading that explains the
answer, ids) stands in a comment above the question, which other programs pass over. Polls and orderings have no form in
GIFT: `cannot_carry` says so.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from .gift_answers import answers_of, answers_text
from .gift_text import GiftError, escaped, plain, protected
from .making import made_id, make_question, parts_key
from .model import GIFT_FORM, BankQuestion, FromFile, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from patientbook.problems import Problem

SUFFIX = ".gift"
ENCODING = "utf-8"
_NOTE = "// patientbook: "
_IN_GIFT = frozenset({"id", "type", "stem", "right", "if_true", "if_false", "just_right", "options"})


def cannot_carry(question: BankQuestion) -> str | None:
    """Why GIFT cannot hold a question; None when it can."""
    if question.question.type in {"poll", "ordering"}:
        return f"GIFT has no questions of the type '{question.question.type}'."
    if question.question.type == "matching":
        sides = [text for pair in question.question.pairs for text in (pair.text, pair.match)]
        if any("->" in text for text in sides):
            return "GIFT cannot hold '->' in what is to be matched."
    return None


def write(questions: Iterable[BankQuestion]) -> str:
    """The questions that GIFT can hold."""
    return "\n".join(_written(one) for one in questions if cannot_carry(one) is None)


def read(text: str, given: Mapping[str, Any] | None = None) -> FromFile:
    """The questions in a GIFT file, and what is wrong with the others by line.

    ``given`` has keys for the questions that do not have them.
    """
    questions: list[BankQuestion] = []
    problems: list[Problem] = []
    for line, note, block in _blocks(text.removeprefix("\ufeff").replace("\r\n", "\n")):
        try:
            made = make_question({**(given or {}), **_keys(note, block)}, line)
        except GiftError as error:
            made = [told(GIFT_FORM, line + error.line, str(error), error.way_out)]
        problems += made if isinstance(made, list) else []
        questions += [made] if isinstance(made, BankQuestion) else []
    return FromFile(tuple(questions), tuple(problems))


def _written(one: BankQuestion) -> str:
    keys = one.question.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    parts = keys.get(parts_key(one.question.type), [])
    note: dict[str, Any] = {"chapter": one.chapter, "quiz": one.quiz, "language": one.language}
    note |= {key: value for key, value in keys.items() if key not in _IN_GIFT | {"pairs"}}
    if one.question.type in {"single", "several"}:
        note["ids"] = [part["id"] for part in parts]
    if one.question.type == "matching":
        note["pairs"] = [{"id": part["id"], "explanation": part["explanation"]} for part in parts]
    if one.question.type == "scale":
        note["just_right"] = keys["just_right"]
    head = f"::{escaped(keys['id'])}::[markdown]{escaped(keys['stem'])} {{"
    return f"{_NOTE}{json.dumps(note, ensure_ascii=False)}\n{head}\n{answers_text(keys)}}}\n"


def _blocks(text: str) -> Iterator[tuple[int, dict[str, Any], str]]:
    """Line, note and text of every question; blank lines stand between two."""
    note: dict[str, Any] = {}
    block: list[str] = []
    start = 1
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.startswith(_NOTE):
            note = _note(line.removeprefix(_NOTE))
        elif line.strip() and not line.lstrip().startswith(("//", "$CATEGORY")):
            start = start if block else number
            block.append(line)
        elif block and line.lstrip().startswith("//"):
            block.append("")  # lines go on being counted
        elif block:
            yield start, note, "\n".join(block)
            note, block = {}, []


def _note(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _keys(note: dict[str, Any], block: str) -> dict[str, Any]:
    """The keys of a question, of its note and of its text."""
    text = protected(block)
    title, stem = "", text.strip()
    if stem.startswith("::"):
        title, separator, stem = stem[2:].partition("::")
        if not separator:
            message = "The title of the question is not closed."
            raise GiftError(message, 0, "Write it as ::title::.")
    before, brace, rest = stem.partition("{")
    inside, closing, after = rest.partition("}")
    if not brace or not closing:
        message = "The question has no answers between braces." if not brace else "The brace is not closed."
        raise GiftError(message, 0, "Write the answers as {=right ~wrong}.")
    if after.strip():
        message = "Text follows the answers, as for a gap to be filled, which a quiz here does not have."
        raise GiftError(message, block.count("\n"), "Put the whole question before the answers.")
    kept = {key: value for key, value in note.items() if key not in {"ids", "pairs"}}
    line = text[: text.index("{")].count("\n")
    words = plain(_without_format(before))
    id_ = plain(title) if note else made_id(plain(title) or words)
    return {**kept, "id": id_, "stem": words, **answers_of(inside, note, line)}


def _without_format(text: str) -> str:
    text = text.strip()
    return text.partition("]")[2] if text.startswith(("[markdown]", "[html]", "[plain]", "[moodle]")) else text
