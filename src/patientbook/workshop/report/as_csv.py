"""The report as a table, one number a line (RFC 4180, UTF-8). The columns are told in docs/workshop-report.md."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from .model import Later, Learning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .hiding import Count
    from .model import Report, Vote

COLUMNS = (
    "guide",
    "language",
    "workshop",
    "day",
    "part",
    "step",
    "question",
    "stem",
    "vote",
    "group",
    "group_text",
    "is_right",
    "of",
    "count",
    "low",
    "high",
)
_FORMULA = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "＝",
    "＋",
    "－",
    "＠",
)  # the start of a formula
_Row = dict[str, str | int | None]


def report_to_csv(report: Report) -> bytes:
    """The table, with the mark at its start by which spreadsheets know UTF-8."""
    written = io.StringIO()
    table = csv.DictWriter(written, COLUMNS, restval="", lineterminator="\r\n")
    table.writeheader()
    about: _Row = {
        "guide": report.guide,
        "language": report.language,
        "workshop": report.title,
        "day": report.day.isoformat(),
    }
    for row in _rows(report):
        table.writerow({name: _plain(value) for name, value in (about | row).items()})
    return written.getvalue().encode("utf-8-sig")


def _plain(value: str | int | None) -> str | int:
    """A text that no spreadsheet takes for a formula: with an apostrophe before what would be one."""
    if value is None:
        return ""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _rows(report: Report) -> Iterator[_Row]:
    if isinstance(report.learning, Learning):
        yield from _compared(report.learning)
    if isinstance(report.later, Later):
        later = report.later
        for group, count in (("before", later.before), ("after", later.after), ("later", later.later)):
            if count:
                yield {"part": "follow-up", "group": group, **_count(count)}
    for asked in report.questions:
        for vote in asked.votes:
            for row in _vote(vote):
                yield {"step": asked.step, "question": asked.name, "stem": asked.stem, "vote": vote.round, **row}


def _compared(learning: Learning) -> Iterator[_Row]:
    for group, count in (("before", learning.before), ("after", learning.after)):
        yield {"part": "checks", "group": group, **_count(count)}
    for each in learning.questions:
        for group, count in (("before", each.before), ("after", each.after)):
            yield {"part": "check", "question": each.name, "stem": each.stem, "group": group, **_count(count)}


def _vote(vote: Vote) -> Iterator[_Row]:
    for part, groups in (("answer", vote.groups), ("part", vote.parts)):
        for group in groups:
            is_right = None if group.is_right is None else int(group.is_right)
            named: _Row = {"group": group.id, "group_text": group.text, "is_right": is_right}
            yield {"part": part, **named, **_count(group.count)}
    for part, count in (("right", vote.right), ("sure-but-wrong", vote.sure_but_wrong)):
        if count:
            yield {"part": part, **_count(count)}


def _count(count: Count) -> _Row:
    return {"of": count.of, "count": count.exact, "low": count.low, "high": count.high}
