"""The table says in words what holds, and never shows a figure that was not measured."""

import pytest

from tools.bench.table import Row, Verdict, at_least, at_most, print_table


@pytest.mark.parametrize(
    ("limit", "figure", "verdict"),
    [
        (at_least(10), 10, Verdict.HOLDS),
        (at_least(10), 9.99, Verdict.DOES_NOT_HOLD),
        (at_most(1.25), 1.25, Verdict.HOLDS),
        (at_most(1.25), 1.26, Verdict.DOES_NOT_HOLD),
        (at_most(0), 0, Verdict.HOLDS),
        (at_most(0), None, Verdict.NOT_MEASURED),
        (None, 3.5, Verdict.FOR_INFORMATION),
    ],
)
def test_a_verdict_follows_from_the_limit(limit, figure, verdict):
    assert Row("something", figure, limit).verdict is verdict


@pytest.mark.parametrize(("limit", "shown"), [(at_least(5000), "≥ 5,000"), (at_most(1.25, "×"), "≤ 1.25×")])
def test_a_limit_is_shown_with_its_sign_and_unit(limit, shown):
    assert str(limit) == shown


def test_the_table_is_aligned_and_ends_each_row_with_its_verdict():
    printed = print_table([
        Row("Bytes", 65, at_most(150, " KB"), "65 KB", "5,518 KB", "85× less"),
        Row("Pages a second", None, at_least(5000)),
    ])  # fmt: skip
    head, _rule, measured, missing = printed.splitlines()
    assert measured.split() == ["Bytes", "65", "KB", "5,518", "KB", "85×", "less", "≤", "150", "KB", "holds"]
    assert missing.split() == ["Pages", "a", "second", "≥", "5,000", "not", "measured"]
    assert head.index("verdict") == measured.index("holds") == missing.index("not measured")
