"""No group of fewer than five people can be found in a report: neither shown, nor by taking one number from another."""

from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patientbook.workshop.report.hiding import FEWEST, Count, protected, protected_sum

PEOPLE = {2: 40, 3: 24, 4: 17, 5: 25}  # how many at most, for each number of groups: all ways they can fall are tried
counts_of_groups = st.lists(st.integers(0, 60), min_size=2, max_size=6).filter(lambda counts: sum(counts) >= FEWEST)


def ways(groups, people):
    """Every way in which so many people can fall into so many groups."""
    if groups == 1:
        yield (people,)
        return
    for first in range(people + 1):
        for others in ways(groups - 1, people - first):
            yield first, *others


@pytest.mark.parametrize("groups", PEOPLE)
def test_who_knows_all_that_is_told_and_how_it_is_made_still_cannot_tell_the_size_of_a_small_group(groups):
    for people in range(FEWEST, PEOPLE[groups] + 1):
        told = defaultdict(list)
        for counts in ways(groups, people):
            told[tuple(protected(counts))].append(counts)
        for those in told.values():
            for group in range(groups):
                sizes = {counts[group] for counts in those}
                assert len(sizes) > 1 or not 0 < min(sizes) < FEWEST, those


@given(counts_of_groups)
def test_what_is_hidden_together_is_five_people_or_more(counts):
    told = protected(counts)
    hidden = [count for count, each in zip(counts, told, strict=True) if each.exact is None]
    assert len(hidden) != 1
    assert not hidden or sum(hidden) >= FEWEST


@given(counts_of_groups)
def test_what_is_told_is_true(counts):
    for count, each in zip(counts, protected(counts), strict=True):
        assert each.of == sum(counts)
        assert each.low <= count <= each.high
        assert each.exact in {None, count}
        if 0 < count < FEWEST:
            assert each.exact is None


@given(counts_of_groups)
def test_nothing_is_hidden_where_no_group_is_small(counts):
    sizes = [count if count == 0 or count >= FEWEST else count + FEWEST for count in counts]
    assert [each.exact for each in protected(sizes)] == sizes


def test_a_small_group_takes_a_larger_one_with_it_and_leaves_a_range():
    assert protected([2, 30]) == [Count(32, 1, 4), Count(32, 28, 31)]


def test_small_groups_that_are_five_together_need_no_larger_one():
    assert protected([2, 4, 30]) == [Count(36, 1, 4), Count(36, 1, 4), Count(36, 30, 30)]


def test_two_groups_of_four_would_give_each_other_away_so_a_third_is_hidden():
    assert protected([4, 4, 30]) == [Count(38, 1, 4), Count(38, 1, 4), Count(38, 30, 36)]


def test_all_is_hidden_where_a_range_would_tell():
    assert protected([4, 4]) == [Count(8, 0, 8)] * 2
    assert protected([4, 4, 4, 4, 4]) == [Count(20, 0, 20)] * 5
    assert protected([1, 5, 5, 5]) == [Count(16, 0, 16)] * 4


@pytest.mark.parametrize("people", [8, 12])
def test_a_sum_gives_none_of_the_numbers_away_that_it_is_made_of(people):
    """Two questions to the same people: every way in which the right answers can fall is tried."""
    seen = defaultdict(list)
    for counts in product(range(people + 1), repeat=2):
        told = tuple(protected([people - count, count])[1] for count in counts)
        seen[told, protected_sum(counts, told)].append(counts)
    for (told, _), those in seen.items():
        for at, each in enumerate(told):
            assert each.exact is not None or len({counts[at] for counts in those}) > 1, those


def test_a_sum_is_exact_where_two_hidden_numbers_leave_each_other_open():
    told = [Count(20, 16, 19), Count(20, 16, 19)]
    assert protected_sum([17, 18], told) == Count(40, 35, 35)
    assert protected_sum([19, 19], told) == Count(40, 32, 38)
    assert protected_sum([17, 10], [told[0], Count(20, 10, 10)]) == Count(40, 26, 29)
