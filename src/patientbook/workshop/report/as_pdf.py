"""The report as a tagged PDF (PDF/UA-1), in the look of the guide's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from patientbook.exports.pdf.packing import packed
from patientbook.exports.pdf.typst import make_pdf

from .labels import LABELS
from .model import Later, Learning
from .words import count_words, day_words, gain_words, later_words, learning_words, share_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .hiding import Count
    from .model import AskedQuestion, Group, Report, Vote

_Data = dict[str, Any]


def report_to_pdf(report: Report) -> bytes:
    """The PDF; the same report gives the same bytes.

    Raises:
        PatientbookError: it cannot be set, for instance for a letter that no font has.
    """
    people = LABELS["few"] if report.people is None else str(report.people)
    facts = [
        (LABELS["day"], day_words(report.day)),
        (LABELS["people"], people),
        (LABELS["chapters"], "; ".join(title for _, title in report.chapters)),
    ]
    data: _Data = {
        "language": report.language,
        "title": report.title,
        "edition": LABELS["report"],
        "tagline": report.guide_title,
        "authors": [report.guide_title],
        "keywords": [title for _, title in report.chapters],
        "day": [report.day.year, report.day.month, report.day.day],
        "date": report.day.isoformat(),
        "large": False,
        "labels": LABELS,
        "facts": facts,
        "learning": _learning(report.learning) if isinstance(report.learning, Learning) else None,
        "why_no_learning": report.learning if isinstance(report.learning, str) else None,
        "later": _later(report.later) if isinstance(report.later, Later) else None,
        "why_no_later": report.later if isinstance(report.later, str) else None,
        "questions": [_question(asked) for asked in report.questions],
    }
    return packed(make_pdf("workshop-report", data, report.day))


def _learning(learning: Learning) -> _Data:
    rows = [[each.stem, _told(each.before), _told(each.after)] for each in learning.questions]
    return {
        "intro": learning_words(learning),
        "gain": gain_words(learning.gain),
        "has_gain": learning.gain.why_none is None,
        "rows": [*rows, [LABELS["all_answers"], _share(learning.before), _share(learning.after)]],
    }


def _later(later: Later) -> _Data:
    counts = ((LABELS["before"], later.before), (LABELS["after"], later.after), (LABELS["later"], later.later))
    told = [(label, count) for label, count in counts if count]
    intro = later_words(later) if later.before else f"{later_words(later)} {LABELS['later_only']}"
    return {"intro": intro, "rows": [[label, _share(count)] for label, count in told]}


def _question(asked: AskedQuestion) -> _Data:
    told = [vote for vote in asked.votes if vote.answered]
    has_parts = [vote for vote in told if vote.parts]
    return {
        "stem": asked.stem,
        "section": asked.section,
        "said": [_said(vote, has_name=len(asked.votes) > 1) for vote in asked.votes],
        "heads": [LABELS["answer"], *_heads(told)],
        "rows": _rows([vote.groups for vote in told]),
        "part_heads": [LABELS["parts"], *_heads(has_parts)],
        "parts": _rows([vote.parts for vote in has_parts]),
    }


def _heads(votes: list[Vote]) -> list[str]:
    if len(votes) == 1:
        return [LABELS["how_many"]]
    return [LABELS["vote_2" if vote.round > 1 else "vote"] for vote in votes]


def _rows(votes: Sequence[Sequence[Group]]) -> list[list[Any]]:
    """A row for each group, with what each vote says of it."""
    has_wrong = any(not group.is_right for vote in votes for group in vote)
    return [
        [_name(groups[0], is_marked=has_wrong), *(_told(group.count) for group in groups)]
        for groups in zip(*votes, strict=True)
    ]


def _name(group: Group, *, is_marked: bool) -> str:
    return f"{group.text} ({LABELS['right_answer']})" if group.is_right and is_marked else group.text


def _said(vote: Vote, *, has_name: bool) -> str:
    said = LABELS["answered"].format(count=vote.answered) if vote.answered else LABELS["answered_few"]
    if has_name:
        said = f"{LABELS['vote_2' if vote.round > 1 else 'vote']}: {said}"
    if vote.sure_but_wrong:
        said = f"{said} {LABELS['sure_but_wrong']}: {count_words(vote.sure_but_wrong)}."
    return said


def _told(count: Count) -> _Data:
    return {"words": count_words(count), "bar": _bar(count)}


def _share(count: Count) -> _Data:
    return {"words": share_words(count), "bar": _bar(count)}


def _bar(count: Count) -> list[float] | None:
    """From where to where the number lies, as parts of the whole."""
    return None if count.is_unknown or not count.of else [count.low / count.of, count.high / count.of]
