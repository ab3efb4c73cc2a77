"""What is known about a part: when it was written, who has reviewed it, by whom and on what terms it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from patientbook.lessons.labels import LABELS

from .manuscript import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from patientbook.lessons.citations import NumberedSource
    from patientbook.reading.local_models import LocalContact
    from patientbook.reading.models import FrontMatter, GuideSettings, Language, Review


def facts_of(
    settings: GuideSettings, language: Language, front: FrontMatter, sources: Sequence[NumberedSource]
) -> tuple[Fact, ...]:
    """The facts that stand under the sources of a chapter's page, in the same words and order."""
    advice = (Fact(language.advice.title, language.advice.text),) if language.advice else ()
    there = tuple(Fact(each.name, reached(each), is_contact=True) for each in language.contacts)
    facts = tuple(_facts(settings, language.review, front, sources))
    told = (Fact(LABELS["mistake"], language.mistakes),) if language.mistakes and not settings.contact else ()
    return (*facts, *told, *advice, *there)


def reached(contact: LocalContact) -> str:
    """How and when somebody can be reached, in one line."""
    phone = (contact.phone or "").replace(" ", "\N{NO-BREAK SPACE}")
    ways = ", ".join(way for way in (phone, contact.email, contact.url) if way)
    return f"{ways}. {contact.hours}" if contact.hours else ways


def _facts(
    settings: GuideSettings, review: Review | None, front: FrontMatter, sources: Sequence[NumberedSource]
) -> Iterator[Fact]:
    written = front.written.isoformat()
    if sources:
        newest = max((each.source.fields.get("year", "") for each in sources), default="")
        written += f", {LABELS['from_sources'].format(count=len(sources), year=newest)}"
    yield Fact(LABELS["written"], written, is_own=True)
    reviewed = review.never if review else LABELS["reviewed_never"]
    if front.reviewed_by:
        reviewed = ", ".join([*front.reviewed_by, *([front.reviewed.isoformat()] if front.reviewed else [])])
    yield Fact(review.title if review else LABELS["reviewed"], reviewed, is_own=True)
    yield Fact(LABELS["next_review"], front.next_review.isoformat(), is_own=True)
    yield Fact(LABELS["made_by"], ", ".join(settings.authors))
    yield Fact(LABELS["funding"], settings.funding)
    yield Fact(LABELS["licence"], settings.licence)
    yield Fact(LABELS["updates"], settings.update_policy)
    if settings.contact:
        yield Fact(LABELS["mistake"], settings.contact.name, settings.contact.url)
