"""Plots of a report's data, as SVG with words: what the evaluation notebook shows. They take what `report.json` holds.

Colours are attributes and text takes the colour of the page, so that plots can be seen on light and dark ground alike.
A hidden number is drawn as the range in which it lies (docs/workshop-report.md).
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WIDTH, _LABEL, _ROW, _BAR = 720, 320, 58, 14
_ROOM = _WIDTH - _LABEL - 120  # what is left for a bar, with its number beside it
_COLOURS = {"before": "#9a7cc4", "after": "#2f8f57", "later": "#c98a1b"}
_NAMES = {"before": "Before", "after": "After", "later": "Three weeks later"}
_LONGEST = 42  # letters of a question beside its bars
_TEXT = Markup('<text x="{x:.0f}" y="{y:.0f}" font-size="{size}" fill="currentColor">{text}</text>')
_RECT = Markup(
    '<rect x="{x:.1f}" y="{y:.0f}" width="{wide:.1f}" height="{high}" rx="3" fill="{fill}" opacity="{see}"/>'
)


def sample_report() -> dict[str, Any]:
    """The data of an invented workshop, to try the notebook with."""
    read: dict[str, Any] = json.loads((files(__package__) / "sample.json").read_text(encoding="utf-8"))
    return read


def count_in_words(count: Mapping[str, Any]) -> str:
    """`18 of 24`, or the range of a hidden number."""
    if count["count"] is not None:
        return f"{count['count']} of {count['of']}"
    return f"{count['low']} to {count['high']} of {count['of']}"


def as_paragraph(text: str) -> Markup:
    """The text as HTML, whatever stands in it."""
    return Markup("<p>{}</p>").format(text)


def learning_plot(report: Mapping[str, Any]) -> Markup:
    """Right answers before and after, question by question; nothing where the report has no such answers."""
    learning = report["learning"]
    if not learning:
        return Markup()
    rows = [(each["stem"], {name: each[name] for name in ("before", "after")}) for each in learning["questions"]]
    return _drawn("Right answers before and after", rows)


def later_plot(report: Mapping[str, Any]) -> Markup:
    """All right answers before, after and three weeks later; nothing where nobody came back."""
    later = report["later"]
    if not later:
        return Markup()
    return _drawn("What stayed", [("All answers", {name: later[name] for name in _NAMES if later.get(name)})])


def votes_plot(asked: Mapping[str, Any]) -> Markup:
    """What people answered to one question, in its first and its second vote."""
    votes = [each for each in asked["votes"] if each["groups"]]
    names = ("before", "after")
    rows = [
        (group["text"], {names[at]: vote["groups"][row] for at, vote in enumerate(votes)})
        for row, group in enumerate(votes[0]["groups"] if votes else ())
    ]
    return _drawn(asked["stem"], rows, {"before": "First vote", "after": "Second vote"}) if rows else Markup()


def gain_plot(report: Mapping[str, Any]) -> Markup:
    """The normalised gain (Hake 1998) on its scale from 0 to 1; nothing where it cannot be worked out."""
    gain = (report["learning"] or {}).get("gain") or {}
    if gain.get("low") is None:
        return Markup()
    wide = _WIDTH - 40
    marks = [(0.0, "0"), (0.3, "0.3"), (0.7, "0.7"), (1.0, "1")]
    bands = [("low", 0.0, 0.3, 0.15), ("medium", 0.3, 0.7, 0.3), ("high", 0.7, 1.0, 0.45)]
    parts = [
        _RECT.format(x=20 + wide * low, y=30, wide=wide * (high - low), high=26, fill=_COLOURS["after"], see=see)
        for _, low, high, see in bands
    ]
    parts += [_TEXT.format(x=24 + wide * low, y=24, size=16, text=name) for name, low, _, _ in bands]
    parts += [_TEXT.format(x=14 + wide * at, y=80, size=16, text=text) for at, text in marks]
    left, right = 20 + wide * gain["low"], 20 + wide * gain["high"]
    parts.append(_RECT.format(x=left - 3, y=26, wide=right - left + 6, high=34, fill="currentColor", see=1))
    return _svg("The normalised gain", gain["words"], 92, parts)


def _drawn(title: str, rows: Sequence[tuple[str, Mapping[str, Any]]], names: Mapping[str, str] = _NAMES) -> Markup:
    parts, said = [], []
    y = 24
    for label, counts in rows:
        parts.append(_TEXT.format(x=0, y=y + 12, size=16, text=_short(label)))
        for at, (name, count) in enumerate(counts.items()):
            parts += _bar(y + at * (_BAR + 8), name, count, names[name] if len(counts) > 1 else "")
            said.append(f"{label} {names[name]}: {count_in_words(count)}.")
        y += max(_ROW, len(counts) * (_BAR + 8) + 14)
    return _svg(title, " ".join(said), y, parts)


def _bar(y: float, name: str, count: Mapping[str, Any], says: str) -> list[Markup]:
    """The whole, the range in which a hidden number lies, and what is certain, with the number beside it."""
    of = max(1, count["of"])
    widths = ((_ROOM, "currentColor", 0.12), (_ROOM * count["high"] / of, _COLOURS[name], 0.4))
    drawn = [_RECT.format(x=_LABEL, y=y, wide=wide, high=_BAR, fill=fill, see=see) for wide, fill, see in widths]
    sure = _RECT.format(x=_LABEL, y=y, wide=_ROOM * count["low"] / of, high=_BAR, fill=_COLOURS[name], see=1)
    text = f"{count_in_words(count)} {says.lower()}".strip()
    return [*drawn, sure, _TEXT.format(x=_LABEL + _ROOM + 8, y=y + _BAR - 2, size=14, text=text)]


def _svg(title: str, said: str, high: float, parts: Sequence[Markup]) -> Markup:
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{}: {}" viewBox="0 0 {} {:.0f}" width="100%">'
        "{}</svg>"
    ).format(title, said, _WIDTH + 60, high, Markup().join(parts))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
