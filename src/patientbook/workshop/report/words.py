"""A report's numbers in words, the same on screen, in the PDF and in the notebook."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from .hiding import FEWEST
from .labels import LABELS

if TYPE_CHECKING:
    from datetime import date

    from .hiding import Count
    from .model import Gain, Later, Learning


def count_words(count: Count) -> str:
    """`30 of 32`, `28 to 31 of 32`, `fewer than 5 of 32`, `hidden`."""
    if count.exact is not None:
        return LABELS["count"].format(count=count.exact, of=count.of)
    if count.is_unknown:
        return LABELS["hidden"]
    if count.high < FEWEST:
        return LABELS["few_of"].format(of=count.of)
    return LABELS["range"].format(low=count.low, high=count.high, of=count.of)


def share_words(count: Count) -> str:
    """`94 %`, `87 to 97 %`, `hidden`: whole percent, halves rounded up."""
    if count.is_unknown:
        return LABELS["hidden"]
    low, high = (percent(number, count.of) for number in (count.low, count.high))
    return LABELS["percent"].format(percent=low) if low == high else LABELS["percents"].format(low=low, high=high)


def percent(number: int, of: int) -> int:
    """Whole percent, halves rounded up."""
    return math.floor(100 * number / of + 0.5) if of else 0


def gain_words(gain: Gain) -> str:
    """What the gain is and what that means, or why there is none."""
    if gain.why_none:
        return LABELS[gain.why_none]
    bands = LABELS["or"].join(LABELS[band] for band in gain.bands)
    if gain.low == gain.high:
        return LABELS["gain_is"].format(gain=f"{gain.low:.2f}", bands=bands)
    return LABELS["gain_range"].format(low=f"{gain.low:.2f}", high=f"{gain.high:.2f}", bands=bands)


def day_words(day: date) -> str:
    """`1 December 2026`."""
    return f"{day.day} {day:%B %Y}"


def learning_words(learning: Learning) -> str:
    """Whose answers are compared."""
    questions = len(learning.questions)
    name = "learning_intro" if questions > 1 else "learning_intro_one"
    return LABELS[name].format(people=learning.people, questions=questions)


def later_words(later: Later) -> str:
    """Who came back."""
    return LABELS["later_intro"].format(people=later.people)
