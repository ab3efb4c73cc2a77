"""Questions of every type, as hypothesis makes them up: with any signs in their words that a file may trip over."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from patientbook_widgets.questions import QUESTION_TYPES
from pydantic import TypeAdapter

from patientbook.bank import BankQuestion

IDS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
LETTERS = st.sampled_from([*"aZé0 .,;:=~#{}\\|'\"%-@<>/[]()+!*\n", "->", "//", "::", "=2+3", "日本", "🧬"])
WORDS = st.lists(LETTERS, min_size=1, max_size=12).map("".join).map(str.strip).filter(bool)


@st.composite
def choices(draw: st.DrawFn, least: int = 2) -> list[dict[str, Any]]:
    """Answers with ids and texts of their own."""
    texts = draw(st.lists(WORDS, min_size=least, max_size=5, unique_by=lambda text: " ".join(text.split())))
    ids = draw(st.lists(IDS, min_size=len(texts), max_size=len(texts), unique=True))
    return [{"id": id_, "text": text, "explanation": draw(WORDS)} for id_, text in zip(ids, texts, strict=True)]


@st.composite
def questions(draw: st.DrawFn, types: tuple[str, ...] = tuple(QUESTION_TYPES)) -> BankQuestion:
    """A question of one of the types that an author could have written."""
    type_ = draw(st.sampled_from(types))
    keys: dict[str, Any] = {"id": draw(IDS), "type": type_, "stem": draw(WORDS), "explained_in": draw(IDS)}
    keys |= draw(st.fixed_dictionaries({}, optional={"difficulty": st.sampled_from(["easy", "medium", "hard"])}))
    keys |= {"terms": draw(st.lists(IDS, max_size=2)), "hints": draw(st.lists(WORDS, max_size=2))}
    keys["ask_confidence"] = draw(st.booleans())
    keys |= draw(_own_keys(type_))
    question = TypeAdapter(QUESTION_TYPES[type_]).validate_python(keys)
    return BankQuestion(draw(IDS), draw(IDS), "en", question)


@st.composite
def _own_keys(draw: st.DrawFn, type_: str) -> dict[str, Any]:
    if type_ == "true_false":
        return {"right": draw(st.booleans()), "if_true": draw(WORDS), "if_false": draw(WORDS)}
    if type_ == "scale":
        low = draw(st.integers(-50, 50))
        told = {name: draw(WORDS) for name in ("unit", "too_low", "too_high", "just_right")}
        return {"min": -100, "max": 100, "right": {"from": low, "to": low + draw(st.integers(0, 9))}, **told}
    if type_ == "matching":
        pairs = [{**one, "match": f"m{number}"} for number, one in enumerate(draw(choices()))]
        return {"pairs": pairs, "also": ["m99"] if draw(st.booleans()) else []}
    if type_ == "ordering":
        return {"items": draw(choices())}
    options = draw(choices())
    if type_ == "single":
        options[draw(st.integers(0, len(options) - 1))]["right"] = True
    if type_ == "several":
        options[0]["right"] = True
        options[-1]["right"] = draw(st.booleans())
    return {"options": options}
