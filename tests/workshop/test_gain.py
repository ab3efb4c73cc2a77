"""The normalised gain <g> (Hake 1998): (after - before) / (all - before)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patientbook.workshop.report.hiding import Count
from patientbook.workshop.report.learning import gain_of
from patientbook.workshop.report.model import Gain
from patientbook.workshop.report.words import gain_words

OF = 100


def exact(count):
    return Count(OF, count, count)


@pytest.mark.parametrize(
    ("before", "after", "gain", "band"),
    [
        (40, 40, 0.0, "low"),
        (40, 57, 0.28, "low"),
        (0, 29, 0.29, "low"),
        (0, 30, 0.3, "medium"),
        (40, 58, 0.3, "medium"),
        (40, 81, 0.68, "medium"),
        (40, 82, 0.7, "high"),
        (40, 100, 1.0, "high"),
    ],
)
def test_the_gain_and_what_it_is_called(before, after, gain, band):
    assert gain_of(exact(before), exact(after)) == Gain(gain, gain, (band,))


def test_just_below_a_border_does_not_read_as_the_border():
    assert gain_of(Count(1000, 0, 0), Count(1000, 299, 299)) == Gain(0.29, 0.29, ("low",))


def test_where_all_was_right_before_there_is_no_gain_and_the_reason_is_said():
    gain = gain_of(exact(OF), exact(OF))
    assert gain == Gain(why_none="all-right")
    assert "already" in gain_words(gain)


def test_where_less_was_right_afterwards_there_is_no_number():
    gain = gain_of(exact(60), exact(59))
    assert gain == Gain(why_none="lost")
    assert "Fewer answers were right after" in gain_words(gain)


def test_hidden_numbers_give_a_range_in_all_its_bands():
    gain = gain_of(Count(OF, 40, 44), Count(OF, 57, 60))
    assert gain == Gain(0.23, 0.33, ("low", "medium"))
    assert gain_words(gain) == ("The normalised gain is between 0.23 and 0.33: low (below 0.3) or medium (0.3 to 0.7).")


@given(st.tuples(*[st.integers(0, OF)] * 4))
def test_a_range_holds_every_gain_that_its_numbers_could_have(numbers):
    (before_low, before_high), (after_low, after_high) = sorted(numbers[:2]), sorted(numbers[2:])
    gain = gain_of(Count(OF, before_low, before_high), Count(OF, after_low, after_high))
    if gain.low is None:
        return
    for before in {before_low, before_high}:
        for after in {after_low, after_high}:
            each = gain_of(exact(before), exact(after))
            assert gain.low <= each.low <= gain.high
            assert set(each.bands) <= set(gain.bands)
