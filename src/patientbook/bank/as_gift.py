"""Questions as Moodle GIFT, which most systems for learning can read (docs.moodle.org, *GIFT format*).

GIFT has titles, questions, answers and feedback. What it has no place for (hints, terms, the heading that explains the
answer, ids) stands in a comment above the question, which other programs pass over. Polls and orderings have no form in
GIFT: `cannot_carry` says so.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from .gift_answers import Inside, answers_of, answers_text
from .gift_text import GiftError, escaped, format_of, plain, protected, said
from .making import Loc, Written, made_id, make_question, parts_key
from .model import GIFT_FORM, BankQuestion, FromFile, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from patientbook.problems import Problem

SUFFIX = ".gift"
ENCODING = "utf-8"
_NOTE = "// patientbook: "
_IN_GIFT = frozenset({"id", "type", "stem", "right", "if_true", "if_false", "just_right", "options"})
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_GENERAL = "####"  # Moodle says what stands after it whatever was answered
_TO_SAY = {
    "single": ("explanation",),
    "several": ("explanation",),
    "matching": ("explanation",),
    "true_false": ("if_true", "if_false"),
    "scale": ("too_low", "too_high", "just_right"),
}
_MEND = {
    "question-has-answer": "Begin the right answer with '=', or several right ones with their share, such as ~%50%.",
    "one-right-answer": "Begin all but one with '~', or each with its share, such as ~%50%.",
}
_SCALE = 'Write above the question: // patientbook: {"min": 0, "max": 100, "unit": "out of 100", "too_low": "…", …}'


def cannot_carry(question: BankQuestion) -> str | None:
    """Why GIFT cannot hold a question; None when it can."""
    if question.question.type in {"poll", "ordering"}:
        return f"GIFT has no questions of the type '{question.question.type}'."
    if question.question.type == "matching":
        sides = [text for pair in question.question.pairs for text in (pair.text, pair.match)]
        if any("->" in text for text in (*sides, *question.question.also)):
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
    taken: set[str] = set()
    for line, note, block in _blocks(text.removeprefix("\ufeff").replace("\r\n", "\n")):
        try:
            keys, parts = _keys(note, block, taken)
            written = Written(line, tuple(line + each for each in parts), _missing, _MEND)
            made = make_question({**(given or {}), **keys}, written)
        except GiftError as error:
            made = [told(GIFT_FORM, line + error.line, str(error), error.way_out)]
        problems += made if isinstance(made, list) else []
        questions += [made] if isinstance(made, BankQuestion) else []
    return FromFile(tuple(questions), tuple(problems))


def _written(one: BankQuestion) -> str:
    keys = one.question.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    parts = keys.get(parts_key(one.question.type), [])
    note: dict[str, Any] = {"chapter": one.chapter, "quiz": one.quiz, "language": one.language}
    note |= {key: value for key, value in keys.items() if key not in _IN_GIFT | {"pairs", "also"}}
    if one.question.type in {"single", "several"}:
        note["ids"] = [part["id"] for part in parts]
    if one.question.type == "matching":
        note["pairs"] = [{"id": part["id"], "explanation": part["explanation"]} for part in parts]
    head = f"::{escaped(keys['id'])}::[markdown]{escaped(keys['stem'])} {{"
    return f"{_NOTE}{json.dumps(note, ensure_ascii=False)}\n{head}\n{answers_text(keys)}}}\n"


def _blocks(text: str) -> Iterator[tuple[int, dict[str, Any], str]]:
    """Line, note and text of every question; blank lines stand between two."""
    note: dict[str, Any] = {}
    block: list[str] = []
    start = 1
    for number, line in enumerate([*text.split("\n"), ""], 1):
        words = line.strip()
        if block and words.startswith("//"):
            block.append("")  # lines go on being counted
        elif words.startswith(_NOTE.strip()):
            note = _note(words.removeprefix(_NOTE.strip()))
        elif words and not words.startswith(("//", "$CATEGORY")):
            start = start if block else number
            block.append(line)
        elif block:
            yield start, note, "\n".join(block)
            note, block = {}, []


def _note(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _keys(note: dict[str, Any], block: str, taken: set[str]) -> tuple[dict[str, Any], tuple[int, ...]]:
    """The keys of a question, of its note and of its text, and the lines of its answers, from 0."""
    text = protected(block)
    title, stem = "", text.strip()
    if stem.startswith("::"):
        title, separator, stem = stem[2:].partition("::")
        if not separator:
            message = "The title of the question is not closed."
            raise GiftError(message, 0, "Write it as ::title::.")
    before, inside = _parted(stem, text)
    form = format_of(before)
    answers, _, general = inside.rpartition(_GENERAL) if _GENERAL in inside else (inside, "", "")
    words = said(before, "moodle", 0)
    line = text.count("\n", 0, text.index("{"))
    found, parts = answers_of(Inside(answers, line, form, note))
    if general.strip():
        found = _with_general(found, said(general, form, line + inside[: len(answers)].count("\n")))
    kept = {key: value for key, value in note.items() if key not in {"ids", "pairs"}}
    return {**kept, "id": _id_of(plain(title) or words, note, taken), "stem": words, **found}, parts


def _parted(stem: str, text: str) -> tuple[str, str]:
    """What stands before the braces, and between them."""
    before, brace, rest = stem.partition("{")
    inside, closing, after = rest.partition("}")
    line = text.count("\n", 0, text.index("{")) if brace else 0
    if not brace:
        message = "The question has no answers between braces."
        raise GiftError(message, 0, "Write the answers as {=right#why ~wrong#why}, or delete what is no question.")
    if not closing:
        message = "The brace that opens the answers is not closed."
        raise GiftError(message, line, "Write '}' after the answers, and no blank line before it.")
    if after.strip():
        message = "Text follows the answers: a gap in a sentence, or another question without a blank line before it."
        way_out = "Put the whole question before its answers, and a blank line between two questions."
        raise GiftError(message, line + inside.count("\n"), way_out)
    return before, inside


def _id_of(words: str, note: Mapping[str, Any], taken: set[str]) -> str:
    """The title where it is an id already, or else one made of it that no other question of the file has."""
    if note and _ID.fullmatch(words):
        return words
    made = made_id(words) or "question"
    number = 1 + sum(each == made or each.rpartition("-")[0] == made for each in taken)
    id_ = made if number == 1 else f"{made}-{number}"
    taken.add(id_)
    return id_


def _with_general(keys: dict[str, Any], general: str) -> dict[str, Any]:
    """The keys, with what is said about every answer added to what is said about each."""
    parts, names = parts_key(keys["type"]), _TO_SAY[keys["type"]]
    if parts:
        return {**keys, parts: [_said_too(part, names, general) for part in keys[parts]]}
    return _said_too(keys, names, general)


def _said_too(keys: dict[str, Any], names: Iterable[str], general: str) -> dict[str, Any]:
    return {**keys, **{name: f"{keys[name]} {general}" if keys.get(name) else general for name in names}}


def _missing(loc: Loc) -> tuple[str, str] | None:
    """What GIFT would say where a question has more."""
    key = loc[-1]
    number = next((part + 1 for part in loc if isinstance(part, int)), None)
    if key == "explanation" and "pairs" in loc:
        return "Its pairs have no explanation.", "Write one for all of them before the closing brace, after '####'."
    if key == "explanation":
        return f"Answer {number} has no explanation.", "Write it after '#', as in ~answer#Why it is wrong."
    if key in {"if_true", "if_false"}:
        what = "It does not say to everybody why the answer is right or wrong."
        return what, "Write for the wrong and the right answer, as in {TRUE#Why it is wrong.#Why it is right.}"
    if key in {"min", "max", "unit", "too_low", "too_high", "just_right"}:
        return "A number is chosen on a scale here, and GIFT does not say where that begins and ends.", _SCALE
    return None
