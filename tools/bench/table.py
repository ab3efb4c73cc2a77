"""A row is one thing measured, with the limit it is held to; the table prints rows for people."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

HEAD = ("what", "ours", "beside it", "ratio", "limit", "verdict")


class Verdict(Enum):
    """What the figure says about its limit."""

    HOLDS = "holds"
    DOES_NOT_HOLD = "does not hold"
    NOT_MEASURED = "not measured"
    FOR_INFORMATION = "for information"


@dataclass(frozen=True)
class Limit:
    """The least or the most that a figure may be."""

    is_least: bool
    value: float
    unit: str

    def holds(self, figure: float) -> bool:
        """Whether ``figure`` keeps to the limit; the limit itself does."""
        return figure >= self.value if self.is_least else figure <= self.value

    def __str__(self) -> str:
        return f"{'≥' if self.is_least else '≤'} {self.value:,g}{self.unit}"


def at_least(value: float, unit: str = "") -> Limit:
    """A figure may be ``value`` or more."""
    return Limit(True, value, unit)


def at_most(value: float, unit: str = "") -> Limit:
    """A figure may be ``value`` or less."""
    return Limit(False, value, unit)


@dataclass(frozen=True)
class Row:
    """One line of the table. ``figure`` is what the limit is about, None when it could not be measured."""

    what: str
    figure: float | None
    limit: Limit | None = None
    ours: str = ""
    beside: str = ""
    ratio: str = ""

    @property
    def verdict(self) -> Verdict:
        """Whether the limit holds."""
        if self.figure is None:
            return Verdict.NOT_MEASURED
        if self.limit is None:
            return Verdict.FOR_INFORMATION
        return Verdict.HOLDS if self.limit.holds(self.figure) else Verdict.DOES_NOT_HOLD


def print_table(rows: Sequence[Row]) -> str:
    """The rows as aligned text."""
    lines = [HEAD, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEAD))]
    lines.insert(1, tuple("─" * width for width in widths))
    return "\n".join("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines)


def _cells(row: Row) -> tuple[str, ...]:
    return (row.what, row.ours, row.beside, row.ratio, str(row.limit or ""), row.verdict.value)
