"""What the figures are held to (design, part 7)."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import quantiles
from typing import TYPE_CHECKING

from tools.bench.table import Limit, Verdict, at_least, at_most

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .story import Figures, Votes

_HEAD = ("what", "figure", "limit", "verdict")


@dataclass(frozen=True)
class Claim:
    """A figure and its limit; without one it is for information."""

    what: str
    figure: float
    unit: str = ""
    limit: Limit | None = None

    @property
    def verdict(self) -> Verdict:
        """Whether the limit holds."""
        if self.limit is None:
            return Verdict.FOR_INFORMATION
        return Verdict.HOLDS if self.limit.holds(self.figure) else Verdict.DOES_NOT_HOLD


def claims_of(name: str, figures: Figures) -> list[Claim]:
    """Every claim about a run on the database ``name``."""
    return [Claim(f"{name}: {each.what}", each.figure, each.unit, each.limit) for each in _claims(figures)]


def print_claims(claims: Sequence[Claim]) -> str:
    """The claims as aligned text."""
    lines: list[tuple[str, ...]] = [
        _HEAD,
        *((each.what, _said(each), str(each.limit or ""), each.verdict.value) for each in claims),
    ]
    widths = [max(len(line[column]) for line in lines) for column in range(len(_HEAD))]
    lines.insert(1, tuple("─" * width for width in widths))
    return "\n".join("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines)


def p95(values: Sequence[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]


def _claims(figures: Figures) -> Iterator[Claim]:
    size = figures.size
    yield Claim(f"{size} people joined, all with the state", figures.joined, " s", at_most(10, " s"))
    yield Claim("a question opened, p95 had it", p95(figures.heard), " s", at_most(1, " s"))
    yield Claim("a question opened, the last had it", max(figures.heard), " s")
    if figures.votes:
        yield Claim("all had answered", figures.votes.seconds, " s", at_most(5, " s"))
        yield from _votes("", figures.votes, size)
        yield Claim("acknowledged, p95", p95(figures.votes.acknowledged) * 1000, " ms", at_most(500, " ms"))
        wrong = float(len(figures.votes.wrong_counts))
        yield Claim("numbers on the projector that were wrong", wrong, "", at_most(0))
    if figures.rush:
        yield Claim("all in one moment: until the last was acknowledged", max(figures.rush.acknowledged), " s")
        yield from _votes("all in one moment: ", figures.rush, size)
    yield Claim("all connections cut: all back", figures.back_after_cut, " s", at_most(10, " s"))
    yield Claim("all connections cut: not at the present step", float(figures.behind_after_cut), "", at_most(0))
    if figures.killed:
        yield Claim("server killed: all back after its start", figures.back_after_kill, " s")
        yield from _votes("server killed: ", figures.killed, size)
    if figures.away:
        yield from _votes("database away: ", figures.away, size)
        told = float(figures.saw_trouble and figures.saw_it_end)
        yield Claim("database away: the facilitator was told, and of its end", told, "", at_least(1))
        waiting = float(sum(figures.refusals_while_away.values()))
        yield Claim("database away: answers sent again", waiting)
    if figures.has_browsers:
        yield Claim("two browsers: looks at control and projector", float(len(figures.looks)), "", at_least(16))
        yield Claim("two browsers: looks that were wrong", float(figures.looks.count(False)), "", at_most(0))
    yield Claim("the report: numbers compared with what was sent", float(figures.reported), "", at_least(10))
    yield Claim("the report: numbers that were wrong", float(len(figures.misreported)), "", at_most(0))
    yield Claim("processor used by the server since its restart", figures.processor, " s")


def _votes(when: str, votes: Votes, size: int) -> Iterator[Claim]:
    yield Claim(f"{when}answers stored", float(votes.stored), "", at_least(size))
    yield Claim(f"{when}stored twice", float(votes.twice), "", at_most(0))
    yield Claim(f"{when}acknowledged and not stored", float(votes.lost), "", at_most(0))


def _said(claim: Claim) -> str:
    return f"{claim.figure:,.2f}{claim.unit}" if claim.unit == " s" else f"{claim.figure:,.0f}{claim.unit}"
