r"""Questions as a table: one row each, which LibreOffice and Excel open. It carries everything that a question has.

Answers have numbered columns: `answer_1`, `right_1`, `explanation_1`, `match_1`, `id_1`. Where a cell holds a list, its
entries stand between `|`, and a bar of the text itself is written `\|`.
"""

from __future__ import annotations

import csv
import io
import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from patientbook_widgets.questions import QUESTION_TYPES

from .making import Loc, Written, about, make_question, parts_key, with_ids
from .model import TABLE_FORM, BankQuestion, FromFile, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from patientbook.problems import Problem

SUFFIX = ".csv"
ENCODING = "utf-8-sig"  # without the mark, Excel takes UTF-8 for an old encoding

_PLACE = ("id", "chapter", "quiz", "language", "type", "difficulty", "stem", "explained_in")
_LISTS = ("terms", "hints", "also")
_SCALE = ("min", "max", "step", "unit", "right_from", "right_to", "too_low", "too_high", "just_right")
_TEXTS = ("if_true", "if_false", "unit", "too_low", "too_high", "just_right")
_OTHER = (*_LISTS, "ask_confidence", "right", "if_true", "if_false", *_SCALE)
_ANSWER = {"answer": "text", "right": "right", "explanation": "explanation", "match": "match", "id": "id"}
_YES, _NO = frozenset({"yes", "true", "x", "1", "right"}), frozenset({"", "no", "false", "0", "wrong"})
_NUMBERED = re.compile(rf"({'|'.join(_ANSWER)})_(\d+)")
_COLUMNS = {key: name for name, key in _ANSWER.items()}
_MEND = {
    "question-has-answer": "Write 'yes' into the column 'right_1' when its first answer is right, and so on.",
    "one-right-answer": "Keep 'yes' at one of them, or write 'several' into the column 'type'.",
    "duplicate-id": "Give each its own id, or leave the columns 'id_1' and so on empty.",
}
_FORMULA = "=+-@'\t"  # a program for tables would compute what begins so


def write(questions: Iterable[BankQuestion]) -> str:
    """The table; columns that no question needs are left out."""
    rows = [_row(one) for one in questions]
    used = {name for row in rows for name, value in row.items() if value}
    numbers = sorted({int(found[2]) for name in used if (found := _NUMBERED.fullmatch(name))})
    answers = [f"{name}_{number}" for number in numbers for name in _ANSWER]
    names = [*_PLACE, *(name for name in (*_OTHER, *answers) if name in used)]
    out = io.StringIO()
    writer = csv.DictWriter(out, names, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _guarded(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def read(text: str, given: Mapping[str, Any] | None = None) -> FromFile:
    """The questions in a table, and what is wrong with it by line. The columns may stand in any order.

    ``given`` has keys for the questions that do not have them.
    """
    lines = text.removeprefix("\ufeff")
    rows = csv.reader(io.StringIO(lines, newline=""), delimiter=_delimiter(lines.split("\n", 1)[0]), strict=True)
    questions: list[BankQuestion] = []
    problems: list[Problem] = []
    names: list[str] = []
    line = 1
    try:
        for cells in rows:
            if not names:
                names = [name.strip().lower() for name in cells]
                problems += _header(names)
                if problems:
                    break  # every row would be told wrong
            elif any(cell.strip() for cell in cells):
                made = _question(names, cells, line, given or {})
                problems += made if isinstance(made, list) else []
                questions += [made] if isinstance(made, BankQuestion) else []
            line = rows.line_num + 1
    except csv.Error as error:
        what = f"The row that begins here cannot be read ({error})."
        problems.append(told(TABLE_FORM, line, what, "Check its quotation marks: each opened one is closed."))
    if not names:
        problems.append(
            told(TABLE_FORM, 1, "The table is empty.", "Write the names of the columns into its first row.")
        )
    return FromFile(tuple(questions), tuple(problems))


def _delimiter(header: str) -> str:
    """What stands between two columns: programs in many countries write a semicolon."""
    return max(",;\t", key=header.count)


def _header(names: Sequence[str]) -> Iterator[Problem]:
    missing = [name for name in ("id", "type", "stem") if name not in names]
    if missing:
        what = f"The table has no column '{missing[0]}'."
        yield told(
            TABLE_FORM, 1, what, f"Write the names of the columns into the first row, '{missing[0]}' among them."
        )
    for name in dict.fromkeys(names):
        if name and names.count(name) > 1:
            yield told(TABLE_FORM, 1, f"The column '{name}' is there twice.", "Rename one of the two, or delete it.")
        if name and name not in (*_PLACE, *_OTHER) and not _NUMBERED.fullmatch(name):
            yield told(TABLE_FORM, 1, f"The column '{name}' is not known.", "Correct its name, or delete it.")


def _question(
    names: Sequence[str], row: Sequence[str], line: int, given: Mapping[str, Any]
) -> BankQuestion | list[Problem]:
    if any(cell.strip() and not name for name, cell in zip_longest(names, row[: len(names)], fillvalue="")):
        what = "The row has words in a column without a name."
        return [told(TABLE_FORM, line, what, "Name the column in the first row, or delete what stands there.")]
    if any(cell.strip() for cell in row[len(names) :]):
        way_out = "Put quotation marks around texts with a comma in them."
        return [told(TABLE_FORM, line, "The row has more cells than the table has columns.", way_out)]
    cells = {name: _unguarded(cell) for name, cell in zip(names, row, strict=False) if cell.strip()}
    keys: dict[str, Any] = {name: cells[name].strip() for name in _PLACE if name in cells}
    keys |= {name: _list(cells[name]) for name in _LISTS if name in cells}
    keys |= {name: cells[name] for name in _TEXTS if name in cells}
    keys |= {name: _number(cells[name]) for name in ("min", "max", "step") if name in cells}
    keys |= {name: _truth(cells[name]) for name in ("ask_confidence", "right") if name in cells}
    if "right_from" in cells or "right_to" in cells:
        ends = {"from": cells.get("right_from"), "to": cells.get("right_to")}
        keys["right"] = {end: _number(cell) for end, cell in ends.items() if cell}
    parts = parts_key(str(keys.get("type")))
    if parts:
        keys[parts] = with_ids(_answers(cells))
    else:  # told as what does not belong there
        keys |= {name: cell for name, cell in cells.items() if _NUMBERED.fullmatch(name)}
    return make_question({**given, **keys}, Written(line, missing=_missing, mend=_MEND))


def _missing(loc: Loc) -> tuple[str, str] | None:
    """An empty cell, by the name of its column."""
    key = str(loc[-1])
    number = next((part + 1 for part in loc if isinstance(part, int)), None)
    if key == "explained_in":
        return None
    if key == "type":
        return "The cell 'type' is empty.", f"Fill it with one of {', '.join(QUESTION_TYPES)}."
    name = f"{_COLUMNS[key]}_{number}" if number else f"right_{key}" if key in {"from", "to"} else key
    if key == "right" and loc[0] == "scale":
        name = "right_from"
    return f"The cell '{name}' is empty.", f"Fill it. {about(loc)}".rstrip()


def _answers(cells: dict[str, str]) -> Iterator[dict[str, Any]]:
    numbers = sorted({int(found[2]) for name in cells if (found := _NUMBERED.fullmatch(name))})
    for number in numbers:
        answer: dict[str, Any] = {
            key: cells[f"{name}_{number}"] for name, key in _ANSWER.items() if f"{name}_{number}" in cells
        }
        right = _truth(answer.pop("right", ""))
        yield {**answer, "right": right} if right is not False else answer


def _row(one: BankQuestion) -> dict[str, str]:
    keys = one.question.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    row = {"chapter": one.chapter, "quiz": one.quiz, "language": one.language}
    for number, part in enumerate(keys.pop(parts_key(one.question.type), []), 1):
        row |= {f"{name}_{number}": _cell(part[key]) for name, key in _ANSWER.items() if key in part}
    right = keys.pop("right", None)
    if isinstance(right, dict):
        row |= {"right_from": str(right["from"]), "right_to": str(right["to"])}
    elif right is not None:
        row["right"] = _cell(right)
    return row | {name: _cell(value) for name, value in keys.items()}


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "|".join(str(one).replace("\\", "\\\\").replace("|", "\\|") for one in value)
    return str(value)


def _list(cell: str) -> list[str]:
    entries = re.findall(r"(?:[^\\|]|\\.)+", cell, re.DOTALL)
    return [re.sub(r"\\(.)", r"\1", entry, flags=re.DOTALL) for entry in entries]


def _number(cell: str) -> int | str:
    return int(cell) if re.fullmatch(r"\s*[-+]?\d{1,15}\s*", cell) else cell


def _truth(cell: str) -> bool | str:
    word = cell.strip().lower()
    return True if word in _YES else False if word in _NO else cell


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell[:1] and cell[0] in _FORMULA and not _is_number(cell) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:2] and cell[1] in _FORMULA else cell


def _is_number(cell: str) -> bool:
    return bool(re.fullmatch(r"[-+]?\d+", cell))
