"""Whether the room's report says of every question what was sent, to the last count."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from .phone import Phone


def compare(report: Mapping[str, Any], phones: Sequence[Phone]) -> tuple[int, list[str]]:
    """How many numbers of `report.json` were compared, and each that is wrong, in words."""
    found = list(_numbers(report, phones))
    return len(found), [words for is_right, words in found if not is_right]


def _numbers(report: Mapping[str, Any], phones: Sequence[Phone]) -> Iterator[tuple[bool, str]]:
    yield report["people"] == len(phones), f"{report['people']} people of {len(phones)}"
    votes = {(each["step"], vote["round"]): vote for each in report["questions"] for vote in each["votes"]}
    asked = {step for phone in phones for step in phone.answers}
    yield votes.keys() == asked, f"votes on {sorted(votes)}, and on {sorted(asked)}"
    for (step, round_), vote in votes.items():
        given = [sent.answer for phone in phones if (sent := phone.answers.get((step, round_)))]
        yield vote["answered"] == len(given), f"{step}: {vote['answered']} answered of {len(given)}"
        # Somebody who may choose one thing is in the group of that; other groups are of right and wrong.
        if given and all(isinstance(each, str) for each in given):
            chosen = Counter(given)
            for group in vote["groups"]:
                count, told = chosen[group["id"]], (group["low"], group["high"])
                yield told[0] <= count <= told[1], f"{step}, {group['id']}: {told} where it is {count}"
        else:
            low, high = (sum(group[name] for group in vote["groups"]) for name in ("low", "high"))
            yield low <= len(given) <= high, f"{step}: {low} to {high} in groups, of {len(given)}"
