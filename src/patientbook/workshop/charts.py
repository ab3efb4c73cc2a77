"""What people answered, as bars in HTML: numbers and words, a drawing beside them. The same as `bars.ts` draws."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from .labels import SHARED_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

MOST_BINS = 10  # a scale is shown in about so many ranges
_TICK = Markup(
    '<svg viewBox="0 0 24 24" class="pb-icon" aria-hidden="true" focusable="false"><path d="M5 12.5 10 17 19 7"/></svg>'
)


@dataclass(frozen=True)
class Bar:
    """``counts`` has how many chose it, for each vote; ``html`` says what it is."""

    html: str
    is_right: bool
    counts: tuple[int, ...]


def bars(wire: Mapping[str, Any], votes: Sequence[Mapping[str, Any]]) -> Markup:
    """The bars of a question with its answers; ``votes`` are its results, the first vote before the second."""
    if not any(vote["answered"] for vote in votes):
        return Markup('<p class="pw-none">{}</p>').format(SHARED_WORDS["results_none"])
    return Markup('<ul class="pw-bars">{}</ul>').format(
        Markup().join(_bar(each, [vote["answered"] for vote in votes]) for each in _bars(wire, votes))
    )


def line(count: int, of: int) -> Markup:
    """The drawing of a bar; the number beside it says the same. Its width is an attribute: pages allow no styles."""
    width = 100 * count / of if of else 0
    return Markup(
        '<svg class="pw-line" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        '<rect class="pw-line-all" width="100" height="10"/><rect class="pw-line-some" width="{}" height="10"/></svg>'
    ).format(f"{width:.2f}")


def _bar(bar: Bar, answered: Sequence[int]) -> Markup:
    mark = Markup('<span class="pw-bar-mark">{}{}</span>').format(_TICK, SHARED_WORDS["right_answer"])
    text = Markup('<div class="pw-bar-text"><span>{}</span>{}</div>').format(
        Markup(bar.html),  # noqa: S704 - inline Markdown made into HTML by Python
        mark if bar.is_right else "",
    )
    rows = Markup().join(
        Markup('<div class="pw-bar-row" data-vote="{}">{}<span class="pw-bar-count">{}</span></div>').format(
            at + 1, line(count, answered[at]), _count(count, answered, at)
        )
        for at, count in enumerate(bar.counts)
    )
    return Markup('<li class="pw-bar"{}>{}{}</li>').format(Markup(" data-right") if bar.is_right else "", text, rows)


def _count(count: int, answered: Sequence[int], at: int) -> str:
    if len(answered) == 1:
        return SHARED_WORDS["of_people"].format(count=count, all=answered[at])
    vote = SHARED_WORDS["second_vote" if at else "first_vote"]
    return SHARED_WORDS["vote_of"].format(vote=vote, count=count, all=answered[at])


def _bars(wire: Mapping[str, Any], votes: Sequence[Mapping[str, Any]]) -> Iterator[Bar]:
    match wire["type"]:
        case "matching":
            for pair in wire["pairs"]:
                html = f"{pair['text']}: <b>{escape(pair['match'])}</b>"
                yield Bar(html, True, tuple(_of(vote, pair["id"], pair["match"]) for vote in votes))
        case "ordering":
            for place, item in enumerate(wire["items"], 1):
                yield Bar(f"{place}. {item['text']}", True, tuple(_of(vote, item["id"], str(place)) for vote in votes))
        case "scale":
            yield from _bins(wire, votes)
        case _:
            for option in wire["options"]:
                counts = tuple((vote.get("counts") or {}).get(option["id"], 0) for vote in votes)
                yield Bar(option["text"], bool(option.get("right")), counts)


def _of(vote: Mapping[str, Any], id_: str, chosen: str) -> int:
    return int((vote.get("pairs") or {}).get(id_, {}).get(chosen, 0))


def _bins(wire: Mapping[str, Any], votes: Sequence[Mapping[str, Any]]) -> Iterator[Bar]:
    """The numbers that were given, in ranges; what is right is a range of its own."""
    made = list(bins(wire))

    def bin_of(number: int) -> tuple[int, int, int]:
        near = [each for each in made if each[0] == _side(wire, number)]
        return next((each for each in reversed(near) if each[1] <= number), near[0])

    for each in made:
        side, low, high = each
        text = str(low) if low == high else SHARED_WORDS["numbers_between"].format(low=low, high=high)
        counts = tuple(sum(n for number, n in vote.get("numbers") or () if bin_of(number) == each) for vote in votes)
        yield Bar(text, side == 0, counts)


def bins(wire: Mapping[str, Any]) -> Iterator[tuple[int, int, int]]:
    """The ranges of a scale: -1 below what is right, 0 what is right, 1 above it; the least and the greatest number."""
    numbers = range(wire["min"], wire["max"] + 1, wire["step"])
    size = -(-len(numbers) // MOST_BINS)
    for side in (-1, 0, 1):
        of = [number for number in numbers if _side(wire, number) == side]
        for at in range(0, len(of), size if side else len(of)):
            part = of[at : at + size] if side else of
            yield side, part[0], part[-1]


def _side(wire: Mapping[str, Any], number: float) -> int:
    return -1 if number < wire["right_from"] else 1 if number > wire["right_to"] else 0
