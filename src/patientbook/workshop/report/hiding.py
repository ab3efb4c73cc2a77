"""Groups under five people hidden, and enough besides that none can be found by taking one number from another.

Where the small groups together are small too, a larger one of the same people is hidden with them: of all that is
hidden together the number is known, of each only a range. Which larger one it is does not depend on how many chose
what, so that knowing these rules does not help either. Where that cannot be had, all is hidden.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

FEWEST = 5
_MOST_HIDDEN = FEWEST - 1


@dataclass(frozen=True)
class Count:
    """How many people of ``of``: exactly, or somewhere from ``low`` to ``high`` where the number is hidden."""

    of: int
    low: int
    high: int

    @property
    def exact(self) -> int | None:
        """The number; None where it is hidden."""
        return self.low if self.low == self.high else None

    @property
    def is_unknown(self) -> bool:
        """Whether nothing at all is told: it can be anything from none to all."""
        return self.low == 0 and self.high == self.of > 0


def protected(counts: Sequence[int]) -> list[Count]:
    """What may be told of the groups into which at least five people fall, each person into one.

    The earlier groups are hidden first together with small ones.
    """
    of = sum(counts)
    small = [at for at, count in enumerate(counts) if 0 < count < FEWEST]
    if not small:
        return [Count(of, count, count) for count in counts]
    together = _hidden_together(counts, len(small))
    if together is None:
        return [unknown(of) for _ in counts]
    known = sum(counts[at] for at in (*small, *together))
    least = FEWEST if len(together) > 1 else max(FEWEST, known - _MOST_HIDDEN * len(small))
    most = known - len(small) - FEWEST * (len(together) - 1)

    def told(at: int, count: int) -> Count:
        if at in small:
            return Count(of, 1, _MOST_HIDDEN)
        return Count(of, least, most) if at in together else Count(of, count, count)

    return [told(at, count) for at, count in enumerate(counts)]


def unknown(of: int) -> Count:
    """Nothing is told but how many people there are."""
    return Count(of, 0, of)


def protected_sum(counts: Sequence[int], told: Sequence[Count]) -> Count:
    """What may be told of the sum of ``counts``, of each of which ``told`` is told already.

    The sum exactly, where none of the hidden ones can be had from it; otherwise what the told ones add up to.
    """
    of, low, high = (sum(values) for values in zip(*((each.of, each.low, each.high) for each in told), strict=True))
    total = sum(counts)
    hidden = [each for each in told if each.exact is None]
    # Of an unknown group something is known: it is hidden because neither none nor all of the people are in it.
    least = low + sum(each.is_unknown for each in hidden)
    most = high - sum(each.is_unknown for each in hidden)
    is_safe = not hidden or (len(hidden) > 1 and least < total < most)
    return Count(of, total, total) if is_safe else Count(of, low, high)


def _hidden_together(counts: Sequence[int], small: int) -> list[int] | None:
    """The larger groups to hide with ``small`` small ones; None where all have to be hidden.

    That is where so few people could all be in small groups: four and four and four are twelve in one way only.
    Small ones alone are enough where together they are five people or more, and not all of one or all of four.
    """
    if sum(counts) <= _MOST_HIDDEN * len(counts):
        return None
    hidden = sum(count for count in counts if count < FEWEST)
    if hidden >= FEWEST and small < hidden < _MOST_HIDDEN * small:
        return []
    chosen: list[int] = []
    for at, count in enumerate(counts):
        if count >= FEWEST:
            chosen.append(at)
            hidden += count
            if hidden >= _MOST_HIDDEN + (small - 1) + FEWEST * len(chosen):
                return chosen
    return None
