"""What may be wrong with an edition itself; all else is told by the rules of every guide."""

from __future__ import annotations

from patientbook.problems import Severity
from patientbook.reading.rules import Rule

UNKNOWN_PART = Rule(
    "edition-unknown-part",
    "An edition names a chapter, page, section, question or language that the guide has not.",
    "Correct its name, or delete it.",
)
NO_PLACE = Rule(
    "edition-no-place",
    "Something in an edition has no place in the guide.",
    "Put it where it belongs, or delete it.",
)
HIDES_TOO_MUCH = Rule(
    "edition-hides-too-much",
    "An edition hides what the guide cannot do without.",
    "Take it out of 'hide'.",
)
HIDDEN_LINK = Rule(
    "edition-hidden-link",
    "A link leads to what an edition hides.",
    "Its words stay, without the link. Replace the part that it stands in, if they make no sense now.",
    Severity.WARNING,
)
STALE = Rule(
    "edition-stale",
    "The guide has changed what an edition replaces.",
    "Take into your text what you want of it, then run `patientbook accept NAME`.",
    Severity.WARNING,
)
EDITION_RULES = (UNKNOWN_PART, NO_PLACE, HIDES_TOO_MUCH, HIDDEN_LINK, STALE)
