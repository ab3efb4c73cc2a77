"""Contrast as WCAG 2.2 counts it, and papers that are those of the style sheet."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patientbook.reading.colours import DARK_PAPERS, ENOUGH, LIGHT_PAPERS, contrast, ground_of
from tests.frame.project import ROOT

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
TOKENS = (ROOT / "widgets/src/css/tokens.css").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.54),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_contrast_is_that_of_known_pairs(one, other, ratio):
    assert round(contrast(one, other), 2) == ratio
    assert contrast(one, other) == contrast(other, one)


@pytest.mark.parametrize("token", ["paper", "card"])
def test_papers_are_those_of_the_style_sheet(token):
    light, dark = re.search(rf"--pb-{token}: var\(--pb-l, (#\w+)\) var\(--pb-d, (#\w+)\)", TOKENS).groups()
    assert light in LIGHT_PAPERS
    assert dark in DARK_PAPERS


@given(COLOURS, st.sampled_from([LIGHT_PAPERS[0], DARK_PAPERS[0]]))
def test_an_accent_that_can_be_read_on_paper_can_be_read_on_its_ground(accent, paper):
    ground = ground_of(accent, paper)
    assert re.fullmatch(r"#[0-9a-f]{6}", ground)
    if contrast(accent, paper) >= ENOUGH:
        assert contrast(accent, ground) >= ENOUGH
