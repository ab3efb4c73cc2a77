"""Which chances have a decimal, and which numbers of people are denominators."""

from pathlib import Path

import pytest

from patientbook.checking import check_guide
from patientbook.checking.chances import _DECIMAL


@pytest.mark.parametrize(
    "words", ["2.5%", "0.125 per cent", "2.5 out of 100", "1,5 %", "0.3 people in every ten", "2.5 in 100"]
)
def test_a_chance_with_a_decimal_is_found(words: str) -> None:
    assert _DECIMAL.search(f"It was {words} of them.")


@pytest.mark.parametrize("words", ["1,000 out of 5,000", "2.5 times", "25%", "Claudin 18.2 on", "0.5 mg", "v1.2.3 %"])
def test_another_number_is_no_chance_with_a_decimal(words: str) -> None:
    assert not _DECIMAL.search(f"It was {words} of them.")


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        pytest.param("It was 3 out of 100, then 4 of every 100.", [], id="one denominator"),
        pytest.param("It was 3 out of 1,000.", ["out of 1,000"], id="another"),
        pytest.param(
            "It was 3 out of 1,000, 4 out of 1,000 and five out of ten.", ["out of 1,000", "five out of ten"], id="once"
        ),
        pytest.param("It was 3 in every ten.", ["in every ten"], id="in words"),
        pytest.param("It was 90 out of 2,984 people, and 5 out of 17.", [], id="people of a study"),
        pytest.param("It grew out of two trials of 100 people.", [], id="other words"),
    ],
)
def test_denominators_of_a_page_are_compared(guide: Path, chapter: Path, prose: str, found: list[str]) -> None:
    text = chapter.read_text(encoding="utf-8").replace("Genes are short.", f"{prose} [@slamon2001]")
    chapter.write_text(text, encoding="utf-8")
    problems = [one for one in check_guide(guide) if one.rule == "mixed-denominators"]
    assert [one.what.split("'")[1] for one in problems] == found
