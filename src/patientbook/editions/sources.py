"""`sources.bib` laid over another: sources are replaced and added by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from patientbook.reading.bibliography import read_bibliography

from .entries import Change, Merged, Replaced
from .lines import Lines, spliced, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from patientbook.reading.models import Source


def with_sources(base: Lines, over: Lines) -> Merged:
    """The sources in ``base`` with those in ``over``; what cannot be read of ``over`` is a problem."""
    new, problems = read_bibliography(text_of(over), over[0].file)
    known, _ = read_bibliography(text_of(base), base[0].file)
    own_spans, new_spans = _spans(base, known), _spans(over, new)
    changes: list[Change] = []
    replaced: list[Replaced] = []
    for key, (start, end) in new_spans.items():
        lines, first = over[start:end], over[start]
        if key in own_spans:
            begin, stop = own_spans[key]
            changes.append((begin, stop, lines))
            replaced.append(Replaced(key, text_of(base[begin:stop]).strip(), first.file, first.number))
        else:
            changes.append((len(base), len(base), lines))
    return Merged(spliced(base, changes), tuple(replaced), tuple(problems))


def _spans(lines: Lines, sources: Mapping[str, Source]) -> dict[str, tuple[int, int]]:
    """From the line of each source up to that of the next one, counted from 0."""
    starts = sorted((source.line - 1, key) for key, source in sources.items())
    ends = [*(start for start, _ in starts[1:]), len(lines)]
    return {key: (start, end) for (start, key), end in zip(starts, ends, strict=False)}
