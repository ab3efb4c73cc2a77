"""A scale's numbers are shown in ranges that never part what is right; the same cases as in TypeScript."""

import pytest
import yaml

from patientbook.workshop.charts import bars
from tests.frame.project import ROOT

CASES = yaml.safe_load((ROOT / "tests" / "widgets" / "cases" / "scale_bars.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["scale"]))
def test_numbers_on_a_scale_are_shown_in_ranges_of_which_one_is_what_is_right(case):
    answered = sum(count for _, count in case["given"])
    made = bars({"type": "scale", **case["scale"]}, [{"answered": answered, "numbers": case["given"]}])
    for low, high, is_right, count in case["bars"]:
        says = f"<span>{low}</span>" if low == high else f"<span>{low} to {high}</span>"
        bar = next(each for each in made.split("</li>") if says in each)
        assert ("data-right" in bar) == is_right
        assert f">{count} of {answered}<" in bar
    assert made.count("<li") == len(case["bars"])
