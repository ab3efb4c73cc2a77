"""Each rule has small broken guides in tests/cases/broken: the good guide there, with one thing changed.

A case has `files` (written anew), `delete`, `replace` (file → pairs of text), `bytes` (the same, the new text written
as Latin-1), `fill` (file → its size in bytes), `today`, and `expected`: every problem that must be found, no other.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from patientbook.checking import RULES, check_guide

CASES = Path(__file__).parents[1] / "cases" / "broken"
A_DAY_BEFORE_ANY_REVIEW = date(2026, 11, 23)


def cases_of(path: Path) -> list[Any]:
    cases: list[Any] = YAML(typ="safe", pure=True).load(path)
    return [pytest.param(path.stem, case, id=f"{path.stem}-{number}") for number, case in enumerate(cases, start=1)]


def break_guide(root: Path, case: dict[str, Any]) -> None:
    for file in case.get("delete", ()):
        (root / file).unlink()
    for file, text in case.get("files", {}).items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_bytes(text.encode())
    for file, size in case.get("fill", {}).items():
        (root / file).write_bytes(b" " * size)
    for kind, encoding in (("replace", "utf-8"), ("bytes", "latin-1")):
        for file, pairs in case.get(kind, {}).items():
            raw = (root / file).read_bytes()
            for old, new in pairs:
                assert old.encode() in raw, f"{old!r} is not in the good guide's {file}"
                raw = raw.replace(old.encode(), new.encode(encoding), 1)
            (root / file).write_bytes(raw)


def test_the_good_guide_has_no_problem(guide: Path) -> None:
    assert check_guide(guide, A_DAY_BEFORE_ANY_REVIEW) == []


@pytest.mark.parametrize(("rule", "case"), [case for path in sorted(CASES.glob("*.yaml")) for case in cases_of(path)])
def test_a_broken_guide_has_exactly_the_expected_problems(guide: Path, rule: str, case: dict[str, Any]) -> None:
    break_guide(guide, case)
    today = date.fromisoformat(case["today"]) if "today" in case else A_DAY_BEFORE_ANY_REVIEW
    found = [f"{problem.file}:{problem.line} {problem.rule}" for problem in check_guide(guide, today)]
    assert found == case["expected"]
    assert rule in {line.split()[-1] for line in found}


def test_every_rule_has_a_broken_guide() -> None:
    assert {path.stem for path in CASES.glob("*.yaml")} == {rule.id for rule in RULES}


def test_rule_ids_are_unique_and_rules_are_whole_sentences() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert [rule.id for rule in RULES if not (rule.meaning.endswith(".") and rule.mend.endswith((".", ".)")))] == []
