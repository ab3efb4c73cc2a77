"""What educators do wrong gives one clear problem each: the right file and line, words they know, and a way out.

The table is in `cases/*.yaml`; `making` says how a case is written.
"""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from patientbook.checking import check_guide
from tests.checking.good_guide import GOOD_GUIDE
from tests.mistakes.making import cases, make_mistake

DAY = date(2026, 11, 23)
CASES = list(cases())
PROBLEMS = [(topic, case) for topic, case in CASES if "finds" in case]
HARMLESS = [(topic, case) for topic, case in CASES if "finds" not in case]


def named(table: list[tuple[str, dict[str, Any]]]) -> list[Any]:
    return [pytest.param(case, id=f"{topic}: {case['mistake']}") for topic, case in table]


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """The folder of a good guide that may be changed."""
    return Path(shutil.copytree(GOOD_GUIDE, tmp_path / "guide"))


@pytest.mark.parametrize("case", named(PROBLEMS))
def test_a_mistake_is_one_problem_with_its_place_and_a_way_out(guide: Path, case: dict[str, Any]) -> None:
    make_mistake(guide, case)
    found = check_guide(guide, DAY)
    assert [f"{one.file}:{one.line} {one.rule}" for one in found] == [case["finds"]], "\n".join(map(str, found))
    assert case["says"] in found[0].what
    assert case["way_out"] in found[0].way_out


@pytest.mark.parametrize("case", named(HARMLESS))
def test_what_is_no_mistake_simply_works(guide: Path, case: dict[str, Any]) -> None:
    before = {path: path.read_bytes() for path in guide.rglob("*") if path.is_file()}
    make_mistake(guide, case)
    after = {path: path.read_bytes() for path in guide.rglob("*") if path.is_file()}
    assert after != before
    assert check_guide(guide, DAY) == []


def test_the_table_has_all_that_educators_meet() -> None:
    assert len(PROBLEMS) >= 40
    assert [name for name, count in Counter(case["mistake"] for _, case in CASES).items() if count > 1] == []
