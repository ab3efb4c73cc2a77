"""What stands between the braces of a GIFT question, for each type of question that GIFT has."""

from __future__ import annotations

import re
from typing import Any

from .gift_text import GiftError, escaped, plain
from .making import with_ids

# The shares of points that Moodle takes for several right answers; others it refuses.
_SHARES = ("100", "50", "33.33333", "25", "20", "16.66667", "14.28571", "12.5", "11.11111", "10")
_ANSWER = re.compile(r"([=~])([^=~]*)")
_SHARE = re.compile(r"\s*%(-?[\d.]+)%")
_TRUTH = re.compile(r"\s*(TRUE|T|FALSE|F)\b", re.IGNORECASE)
_RANGE = re.compile(r"\s*=?\s*(?:%100%)?\s*(-?\d+)\s*(?:\.\.\s*(-?\d+)|:\s*(\d+))?\s*$")


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


def answers_of(inside: str, note: dict[str, Any], line: int) -> dict[str, Any]:
    """The keys that protected text between braces gives; ``line`` is where it begins, counted from 0.

    Raises:
        GiftError: the question is of a type that a quiz here does not have.
    """
    if inside.lstrip().startswith("#"):
        return _number(inside.lstrip()[1:], note, line)
    if _TRUTH.match(inside):
        return _truth(inside)
    if "->" in inside:
        return _pairs(inside, note)
    if not inside.strip():
        message = "The question has no answers to choose from: a free text, which nobody could judge here."
        raise GiftError(message, line, "Write answers as {=right#why ~wrong#why}.")
    return _options(inside, note, line)


def _number(inside: str, note: dict[str, Any], line: int) -> dict[str, Any]:
    value, _, feedback = inside.partition("#")
    found = _RANGE.match(plain(value))
    if not found:
        message = f"'{plain(value)}' is no whole number or range of numbers."
        raise GiftError(message, line, "Write it as {#10..14}.")
    low, high = int(found[1]), int(found[2] or found[1])
    if found[3]:
        low, high = low - int(found[3]), high + int(found[3])
    keys = {key: note[key] for key in ("just_right",) if key in note}
    if feedback.strip():
        keys["just_right"] = plain(feedback)
    return {"type": "scale", "right": {"from": low, "to": high}, **keys}


def _truth(inside: str) -> dict[str, Any]:
    value, wrong, right = [*inside.split("#"), "", ""][:3]
    is_true = value.strip()[:1].upper() == "T"
    names = ("if_false", "if_true") if is_true else ("if_true", "if_false")
    told = {name: plain(text) for name, text in zip(names, (wrong, right), strict=True) if text.strip()}
    return {"type": "true_false", "right": is_true, **told}


def _pairs(inside: str, note: dict[str, Any]) -> dict[str, Any]:
    sides = [match[2].partition("#")[0].partition("->") for match in _ANSWER.finditer(inside)]
    pairs = [{"text": plain(text), "match": plain(match)} for text, _, match in sides if text.strip()]
    kept = _list(note, "pairs")
    if len(kept) == len(pairs):
        pairs = [{**pair, **own} for pair, own in zip(pairs, kept, strict=True) if isinstance(own, dict)]
    also = [plain(match) for text, _, match in sides if not text.strip() and match.strip()]
    return {"type": "matching", "pairs": with_ids(pairs), **({"also": also} if also else {})}


def _list(note: dict[str, Any], key: str) -> list[Any]:
    found = note.get(key)
    return found if isinstance(found, list) else []


def _options(inside: str, note: dict[str, Any], line: int) -> dict[str, Any]:
    if not _ANSWER.search(inside) or inside.lstrip()[0] not in "=~":
        message = "The answers begin neither with '=' nor with '~'."
        raise GiftError(message, line, "Write {=right#why ~wrong#why}.")
    options, shares = [], 0
    for match in _ANSWER.finditer(inside):
        share = _SHARE.match(match[2])
        shares += share is not None
        text, _, why = match[2][share.end() if share else 0 :].partition("#")
        is_right = float(share[1]) > 0 if share else match[1] == "="
        option = {"text": plain(text), **({"explanation": plain(why)} if why.strip() else {})}
        options.append({**option, "right": True} if is_right else option)
    if all(option.get("right") for option in options) and not shares:
        message = "All answers are right: a text to be typed, which a quiz here does not have."
        raise GiftError(message, line, "Add wrong answers that begin with '~'.")
    ids = _list(note, "ids")
    if len(ids) == len(options):
        options = [{"id": str(id_), **option} for id_, option in zip(ids, options, strict=True)]
    return {"type": "several" if shares else "single", "options": with_ids(options)}
