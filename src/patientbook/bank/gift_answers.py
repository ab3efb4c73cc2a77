"""What stands between the braces of a GIFT question, for each type of question that GIFT has.

The order in which the types are told apart is that of Moodle itself (`question/format/gift/format.php`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .gift_text import GiftError, escaped, plain, said
from .making import with_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

# The shares of points that Moodle takes for several right answers; others it refuses.
_SHARES = ("100", "50", "33.33333", "25", "20", "16.66667", "14.28571", "12.5", "11.11111", "10")
_ANSWER = re.compile(r"([=~])([^=~]*)")
_SHARE = re.compile(r"\s*%(-?\d+(?:\.\d*)?)%")
_WHOLE = r"(-?\d+)(?:\.0*)?"
_RANGE = re.compile(rf"{_WHOLE}\s*(?:\.\.\s*{_WHOLE}|:\s*{_WHOLE})?")
_ALL = 100.0  # percent: an answer that is right


@dataclass(frozen=True)
class Inside:
    """The protected text between braces: where it begins in its question (from 0), and the format of its texts."""

    text: str
    line: int
    form: str
    note: dict[str, Any]

    def said(self, text: str, line: int | None = None) -> str:
        """What a part of it says, as inline Markdown."""
        return said(text, self.form, self.line if line is None else line)

    def answers(self, text: str) -> Iterator[_Answer]:
        """The answers in ``text``, a part of this one."""
        start = self.text.index(text)
        for found in _ANSWER.finditer(text):
            share = _SHARE.match(found[2])
            words, _, why = found[2][share.end() if share else 0 :].partition("#")
            line = self.line + self.text.count("\n", 0, start + found.start())
            yield _Answer(found[1], float(share[1]) if share else None, words, why, line)


@dataclass(frozen=True)
class _Answer:
    sign: str
    share: float | None
    text: str
    why: str
    line: int


def answers_text(keys: dict[str, Any]) -> str:
    """The lines between the braces, each with its line end."""
    match keys["type"]:
        case "true_false":
            wrong, right = ("if_false", "if_true") if keys["right"] else ("if_true", "if_false")
            return f"{'TRUE' if keys['right'] else 'FALSE'}#{escaped(keys[wrong])}#{escaped(keys[right])}\n"
        case "scale":
            return f"#={keys['right']['from']}..{keys['right']['to']}#{escaped(keys['just_right'])}\n"
        case "matching":
            pairs = [(pair["text"], pair["match"]) for pair in keys["pairs"]]
            pairs += [("", match) for match in keys.get("also", [])]
            return "".join(f"={escaped(text)} -> {escaped(match)}\n" for text, match in pairs)
        case _:
            count = sum(1 for option in keys["options"] if option.get("right"))
            return "".join(_option_line(option, keys["type"], count) for option in keys["options"])


def _option_line(option: dict[str, Any], type_: str, right: int) -> str:
    sign = "=" if option.get("right") else "~"
    if type_ == "several":
        share = _SHARES[min(right, len(_SHARES)) - 1]
        sign = f"~%{share if option.get('right') else '-100'}%"
    return f"{sign}{escaped(option['text'])}#{escaped(option['explanation'])}\n"


def answers_of(inside: Inside) -> tuple[dict[str, Any], tuple[int, ...]]:
    """The keys that the text between braces gives, and the line of each answer where there are some.

    Raises:
        GiftError: the question is of a type that a quiz here does not have.
    """
    text = inside.text.strip()
    if not text:
        raise _free_text("The question has no answers to choose from", inside)
    if text.startswith("#"):
        return _number(inside, text[1:]), ()
    if "~" in text:
        return _options(inside)
    if "=" in text and "->" in text:
        return _pairs(inside)
    if text.partition("#")[0].strip().upper() in {"T", "TRUE", "F", "FALSE"}:
        return _truth(inside, text), ()
    if text.startswith("="):
        raise _free_text("All answers are right", inside)
    raise _no_sign(inside)


def _free_text(what: str, inside: Inside) -> GiftError:
    message = f"{what}: a text is to be typed, which nobody could judge here."
    return GiftError(message, inside.line, "Write answers to choose from, as in {=right#why ~wrong#why}.")


def _no_sign(inside: Inside) -> GiftError:
    message = "The answers begin neither with '=' nor with '~'."
    return GiftError(message, inside.line, "Write {=right#why ~wrong#why}.")


def _number(inside: Inside, text: str) -> dict[str, Any]:
    right, tilde, wrong = text.partition("~")
    answers = list(inside.answers(right)) if "=" in right else [_Answer("=", None, *_halves(right), inside.line)]
    if len(answers) > 1 or answers[0].share not in (None, _ALL):
        message = "Several numbers are right, or right in part. A question here has one range of right numbers."
        raise GiftError(message, inside.line, "Keep one of them, as in {#10..14#why}.")
    found = _RANGE.fullmatch(plain(answers[0].text))
    if not found:
        message = f"'{plain(answers[0].text)}' is no whole number or range of numbers."
        raise GiftError(message, answers[0].line, "Write it as {#10..14}.")
    low, high = int(found[1]), int(found[2] or found[1])
    if found[3]:
        low, high = low - int(found[3]), high + int(found[3])
    told = {"just_right": inside.said(answers[0].why)} if answers[0].why.strip() else {}
    wrong_why = wrong.partition("#")[2] if tilde else ""
    told |= dict.fromkeys(("too_low", "too_high"), inside.said(wrong_why)) if wrong_why.strip() else {}
    return {"type": "scale", "right": {"from": low, "to": high}, **told}


def _halves(text: str) -> tuple[str, str]:
    words, _, why = text.partition("#")
    return words, why


def _truth(inside: Inside, text: str) -> dict[str, Any]:
    value, wrong, right = [*text.split("#", 2), "", ""][:3]
    is_true = value.strip()[:1].upper() == "T"
    names = ("if_false", "if_true") if is_true else ("if_true", "if_false")
    told = {name: inside.said(words) for name, words in zip(names, (wrong, right), strict=True) if words.strip()}
    return {"type": "true_false", "right": is_true, **told}


def _pairs(inside: Inside) -> tuple[dict[str, Any], tuple[int, ...]]:
    pairs, also, lines = [], [], []
    for answer in inside.answers(inside.text):
        text, arrow, match = answer.text.partition("->")
        if not arrow:
            message = f"'{plain(text)}' has nothing that belongs to it."
            raise GiftError(message, answer.line, "Write it as =one -> what belongs to it.")
        words, other = inside.said(text, answer.line), inside.said(match, answer.line)
        if words:
            pairs.append({"text": words, "match": other})
            lines.append(answer.line)
        elif other:
            also.append(other)
    kept = _list(inside.note, "pairs")
    if len(kept) == len(pairs):
        pairs = [{**pair, **own} for pair, own in zip(pairs, kept, strict=True) if isinstance(own, dict)]
    return {"type": "matching", "pairs": with_ids(pairs), **({"also": also} if also else {})}, tuple(lines)


def _list(note: dict[str, Any], key: str) -> list[Any]:
    found = note.get(key)
    return found if isinstance(found, list) else []


def _options(inside: Inside) -> tuple[dict[str, Any], tuple[int, ...]]:
    if inside.text.lstrip()[0] not in "=~":
        raise _no_sign(inside)
    answers = list(inside.answers(inside.text))
    is_single = any(answer.sign == "=" for answer in answers)
    options = []
    for answer in answers:
        if is_single and answer.share not in (None, _ALL) and (answer.share or 0) > 0:
            message = f"'{plain(answer.text)}' is right in part ({answer.share:g} %). An answer here is right or wrong."
            raise GiftError(message, answer.line, "Begin it with '=' when it is right, and with '~' when it is wrong.")
        is_right = answer.sign == "=" or (answer.share or 0) > 0
        why = inside.said(answer.why, answer.line)
        option = {"text": inside.said(answer.text, answer.line), **({"explanation": why} if why else {})}
        options.append({**option, "right": True} if is_right else option)
    ids = _list(inside.note, "ids")
    if len(ids) == len(options):
        options = [{"id": str(id_), **option} for id_, option in zip(ids, options, strict=True)]
    keys = {"type": "single" if is_single else "several", "options": with_ids(options)}
    return keys, tuple(answer.line for answer in answers)
