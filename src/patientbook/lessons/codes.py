"""The code of a term, with the name of the vocabulary that it is from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from patientbook.reading.models import Code, GuideSettings


def named_code(settings: GuideSettings, code: Code | None) -> str:
    """`NCI Thesaurus C16342`; empty where a term has no code."""
    return f"{settings.vocabularies.get(code.system, code.system)} {code.id}" if code else ""
