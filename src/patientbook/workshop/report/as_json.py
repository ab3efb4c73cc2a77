"""The report as JSON data: `report.json`, which the evaluation notebook reads (docs/workshop-report.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .hiding import FEWEST
from .labels import LABELS
from .model import Learning
from .words import gain_words

if TYPE_CHECKING:
    from .hiding import Count
    from .model import Group, Later, Report, Vote

REPORT_FORMAT = 1


def report_to_json(report: Report) -> dict[str, Any]:
    """The report as JSON data."""
    is_told = isinstance(report.learning, Learning)
    return {
        "format": REPORT_FORMAT,
        "guide": report.guide,
        "language": report.language,
        "title": report.title,
        "day": report.day.isoformat(),
        "chapters": [{"id": id_, "title": title} for id_, title in report.chapters],
        "people": report.people,
        "hidden_under": FEWEST,
        "learning": _learning(report.learning) if isinstance(report.learning, Learning) else None,
        "why_no_learning": None if is_told else report.learning,
        "later": _later(report.later) if report.later and not isinstance(report.later, str) else None,
        "questions": [
            {
                "step": asked.step,
                "question": asked.name,
                "stem": asked.stem,
                "section": asked.section,
                "votes": [_vote(vote) for vote in asked.votes],
            }
            for asked in report.questions
        ],
        "source": LABELS["hake"],
    }


def count_to_json(count: Count) -> dict[str, int | None]:
    """`{count, low, high, of}`; `count` is null where the number is hidden."""
    return {"count": count.exact, "low": count.low, "high": count.high, "of": count.of}


def _learning(learning: Learning) -> dict[str, Any]:
    gain = learning.gain
    return {
        "people": learning.people,
        "questions": [
            {
                "question": each.name,
                "stem": each.stem,
                "before": count_to_json(each.before),
                "after": count_to_json(each.after),
            }
            for each in learning.questions
        ],
        "before": count_to_json(learning.before),
        "after": count_to_json(learning.after),
        "gain": {
            "low": gain.low,
            "high": gain.high,
            "bands": list(gain.bands),
            "why_none": gain.why_none,
            "words": gain_words(gain),
        },
    }


def _later(later: Later) -> dict[str, Any]:
    return {
        "people": later.people,
        "before": count_to_json(later.before) if later.before else None,
        "after": count_to_json(later.after) if later.after else None,
        "later": count_to_json(later.later),
    }


def _vote(vote: Vote) -> dict[str, Any]:
    return {
        "round": vote.round,
        "answered": vote.answered,
        "groups": [_group(group) for group in vote.groups],
        "parts": [_group(group) for group in vote.parts],
        "right": count_to_json(vote.right) if vote.right else None,
        "sure_but_wrong": count_to_json(vote.sure_but_wrong) if vote.sure_but_wrong else None,
    }


def _group(group: Group) -> dict[str, Any]:
    return {"id": group.id, "text": group.text, "is_right": group.is_right, **count_to_json(group.count)}
