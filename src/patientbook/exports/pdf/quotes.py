"""Quotation marks as books have them: authors type straight ones."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARKS = {"en": "“”‘’", "de": "„“‚‘", "fr": "«»‘’", "es": "«»‘’", "it": "«»‘’", "pt": "«»‘’", "pl": "„”‚’"}
_STRAIGHT = re.compile(r"[\"']")
_OPENS_AFTER = re.compile(r"[\s(\[{–—/“‘„«]$")


@dataclass
class Quotes:
    """Turns straight marks into those of a language, going through the runs of one paragraph in order."""

    language: str
    before: str = " "

    def curled(self, text: str) -> str:
        """The next run of the paragraph."""
        opening, closing, single, apostrophe = tuple(_MARKS.get(self.language.partition("-")[0], "“”‘’"))

        def curl(match: re.Match[str]) -> str:
            last = (self.before + text[: match.start()])[-1:]
            opens = bool(_OPENS_AFTER.search(last)) or last in "\"'"
            if match[0] == '"':
                return opening if opens else closing
            return single if opens else apostrophe

        found = _STRAIGHT.sub(curl, text)
        self.before = (self.before + text)[-1:]
        return found
