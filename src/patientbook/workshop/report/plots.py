"""Plots of a report's data, as SVG with words: what the evaluation notebook shows.

Text takes the colour of the page, and each colour stands out from light and dark ground by three to one (WCAG 1.4.11).
A hidden number is drawn as the range in which it lies (docs/workshop-report.md).
"""

from __future__ import annotations

from importlib.resources import files
from textwrap import wrap
from typing import TYPE_CHECKING

from markupsafe import Markup

from .data import report_from_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .data import AskedData, CountData, GroupData, ReportData, VoteData

_WIDTH, _BAR, _LINE, _LETTERS = 640, 16, 22, 74
_ROOM = 380  # for a bar; its number stands beside it
_GAIN_ROOM = _WIDTH - 40
_PURPLE, _GREEN, _OCHRE = "#8d6fc0", "#2f8f57", "#a9731a"
_BEFORE, _AFTER, _LATER = ("before", _PURPLE), ("after", _GREEN), ("three weeks later", _OCHRE)
_VOTES = {1: ("first vote", _PURPLE), 2: ("second vote", _GREEN)}
_TEXT = Markup('<text x="{x:.0f}" y="{y:.0f}" font-size="16" font-weight="{weight}" fill="currentColor">{text}</text>')
_RECT = Markup(
    '<rect x="{x:.1f}" y="{y:.0f}" width="{wide:.1f}" height="{high}" rx="3" fill="{fill}" opacity="{see}"/>'
)
_EDGE = Markup('<rect x="{x:.1f}" y="{y:.0f}" width="{wide:.1f}" height="{high}" rx="3" fill="none" stroke="{line}"/>')
_Bars = list[tuple[tuple[str, str], "CountData"]]  # each bar's name and colour, and its number


def sample_report() -> ReportData:
    """An invented workshop, to try the notebook with."""
    return report_from_json((files(__package__) / "sample.json").read_bytes())


def as_text(text: str) -> Markup:
    """The text as HTML, whatever stands in it."""
    return Markup("{}").format(text)


def as_paragraph(text: str, role: str = "") -> Markup:
    """The same as a paragraph; with the role `alert` it is read out at once."""
    return Markup("<p{}>{}</p>").format(Markup(' role="{}"').format(role) if role else "", text)


def learning_plot(report: ReportData) -> Markup:
    """Right answers before and after, question by question and in all; nothing where there are none to compare."""
    learning = report.learning
    if not learning:
        return Markup()
    rows: list[tuple[str, _Bars]] = [
        (each.stem, [(_BEFORE, each.before), (_AFTER, each.after)]) for each in learning.questions
    ]
    rows.append(("All answers", [(_BEFORE, learning.before), (_AFTER, learning.after)]))
    return _drawn("Right answers before and after", rows)


def later_plot(report: ReportData) -> Markup:
    """All answers of those who came back; nothing where there was no follow-up, or too few came."""
    later = report.later
    if not later:
        return Markup()
    bars = [(_BEFORE, later.before), (_AFTER, later.after), (_LATER, later.later)]
    return _drawn("What stayed", [("Right answers", [(name, count) for name, count in bars if count])])


def votes_plot(asked: AskedData) -> Markup:
    """What people answered to one question, in each of its votes; nothing where too few answered."""
    return _groups_plot(asked.stem, [(vote, vote.groups) for vote in asked.votes])


def parts_plot(asked: AskedData) -> Markup:
    """How many had each part of a question right; nothing where it has none, or they may not be told."""
    return _groups_plot(f"{asked.stem} Part by part", [(vote, vote.parts) for vote in asked.votes])


def sure_but_wrong(asked: AskedData) -> str:
    """Who was very sure of a wrong answer, in a sentence; empty where nobody was asked how sure they were."""
    told = [(vote, vote.sure_but_wrong) for vote in asked.votes if vote.sure_but_wrong]
    has_two = len(asked.votes) > 1
    parts = [f"{count.in_words}{f' in the {_VOTES[vote.round][0]}' if has_two else ''}" for vote, count in told]
    return f"Very sure, but not right: {', '.join(parts)}." if parts else ""


def gain_plot(report: ReportData) -> Markup:
    """The normalised gain (Hake 1998) on its scale from 0 to 1; nothing where it cannot be worked out."""
    gain = report.learning.gain if report.learning else None
    if gain is None or gain.low is None or gain.high is None:
        return Markup()
    wide = _GAIN_ROOM
    bands = [("low", 0.0, 0.3, 0.15), ("medium", 0.3, 0.7, 0.3), ("high", 0.7, 1.0, 0.45)]
    parts = [
        _RECT.format(x=20 + wide * low, y=30, wide=wide * (high - low), high=26, fill=_GREEN, see=see)
        for _, low, high, see in bands
    ]
    parts += [_text(24 + wide * low, 22, name) for name, low, _, _ in bands]
    parts += [_text(15 + wide * at, 80, text) for at, text in ((0.0, "0"), (0.3, "0.3"), (0.7, "0.7"), (1.0, "1"))]
    left, right = 20 + wide * gain.low, 20 + wide * gain.high
    parts.append(_RECT.format(x=left - 3, y=26, wide=right - left + 6, high=34, fill="currentColor", see=1))
    return _svg("The normalised gain", gain.words, 92, parts)


def _groups_plot(title: str, votes: Sequence[tuple[VoteData, Sequence[GroupData]]]) -> Markup:
    told = [(vote, groups) for vote, groups in votes if groups]
    if not told:
        return Markup()
    names = {vote.round: _VOTES[vote.round] if len(votes) > 1 else ("", _PURPLE) for vote, _ in told}
    has_wrong = any(not group.is_right for group in told[0][1])
    rows: list[tuple[str, _Bars]] = []
    for group in told[0][1]:
        bars = [(names[vote.round], other) for vote, groups in told for other in groups if other.id == group.id]
        rows.append((f"✓ {group.text} (right answer)" if group.is_right and has_wrong else group.text, list(bars)))
    return _drawn(title, rows)


def _drawn(title: str, rows: Sequence[tuple[str, _Bars]]) -> Markup:
    parts: list[Markup] = []
    said: list[str] = []
    y = 0
    for label, bars in rows:
        lines = wrap(label, _LETTERS)
        weight = 700 if label.startswith("✓") else 400
        parts += [_text(0, y + 18 + at * _LINE, line, weight) for at, line in enumerate(lines)]
        y += len(lines) * _LINE + 6
        for (name, colour), count in bars:
            parts += _bar(y, colour, count, name)
            said.append(f"{label}{f', {name}' if name else ''}: {count.in_words}.")
            y += _BAR + 8
        y += 12
    return _svg(title, " ".join(said), y, parts)


def _bar(y: float, colour: str, count: CountData, name: str) -> list[Markup]:
    """The whole, the range in which a hidden number lies, and what is certain, with the number beside it."""
    low, high = (_ROOM * number / max(1, count.of) for number in (count.low, count.high))
    drawn = [_RECT.format(x=1, y=y, wide=_ROOM, high=_BAR, fill="currentColor", see=0.12)]
    if high > low:
        drawn.append(_RECT.format(x=1, y=y, wide=high, high=_BAR, fill=colour, see=0.25))
        drawn.append(_EDGE.format(x=1, y=y, wide=high, high=_BAR, line=colour))
    drawn.append(_RECT.format(x=1, y=y, wide=low, high=_BAR, fill=colour, see=1))
    return [*drawn, _text(_ROOM + 12, y + _BAR - 2, f"{count.in_words} {name}".strip())]


def _text(x: float, y: float, text: str, weight: int = 400) -> Markup:
    return _TEXT.format(x=x, y=y, text=text, weight=weight)


def _svg(title: str, said: str, high: float, parts: Sequence[Markup]) -> Markup:
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{}: {}" viewBox="0 0 {} {:.0f}" width="{}" '
        'height="{:.0f}">{}</svg>'
    ).format(title, said, _WIDTH, high, _WIDTH, high, Markup().join(parts))
