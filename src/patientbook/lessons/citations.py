"""Sources of a chapter, numbered by first use, and how each is printed in the list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from patientbook.reading.markdown import find_references

from .calls import shown_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from patientbook.reading.models import Chapter, Guide, Source


@dataclass(frozen=True)
class NumberedSource:
    """A source with its number in one chapter, counted from 1."""

    number: int
    source: Source

    @property
    def href(self) -> str | None:
        """Where the source can be read: its DOI first, then its address."""
        fields = self.source.fields
        return f"https://doi.org/{fields['doi']}" if "doi" in fields else fields.get("url")

    @property
    def text(self) -> str:
        """Authors (year). Title. Journal, volume, pages."""
        fields = self.source.fields
        who = _authors(fields.get("author") or fields.get("organization") or fields.get("institution") or "")
        year = f" ({fields['year']})" if "year" in fields else ""
        where = (
            fields.get("journal") or fields.get("booktitle") or fields.get("howpublished") or fields.get("publisher")
        )
        place = ", ".join(part for part in (where, fields.get("volume"), fields.get("pages")) if part)
        parts = [f"{who}{year}".strip(), fields.get("title"), place.replace("--", "–")]
        return ". ".join(part.rstrip(".") for part in parts if part) + "."


def cited_keys(guide: Guide, chapter: Chapter) -> tuple[str, ...]:
    """Keys of the chapter's citations, also those in its survival figures, each once, in order of first use."""
    found = (
        key
        for text in _texts(guide, chapter)
        for reference in find_references(text, 1)
        if reference.kind == "citation"
        for key in reference.keys
    )
    return tuple(dict.fromkeys(found))


def _texts(guide: Guide, chapter: Chapter) -> Iterator[str]:
    survival = guide.languages[chapter.language].survival
    for cell in chapter.cells:
        if cell.kind == "markdown":
            yield cell.source
        else:
            yield from (survival[id_].text for id_ in shown_ids(cell, "survival") if id_ in survival)


def numbered_sources(guide: Guide, chapter: Chapter) -> tuple[NumberedSource, ...]:
    """The chapter's sources in the order of their numbers. Unknown keys are left to the checks."""
    keys = (key for key in cited_keys(guide, chapter) if key in guide.sources)
    return tuple(NumberedSource(number, guide.sources[key]) for number, key in enumerate(keys, 1))


def _authors(text: str) -> str:
    """BibTeX's `A and B and C` as a reader expects it; more than three become `A and others`."""
    names = [name.strip() for name in text.split(" and ") if name.strip()]
    if "others" in names or len(names) > 3:  # noqa: PLR2004 - three names fit on a phone's line
        return f"{names[0]} and others"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
