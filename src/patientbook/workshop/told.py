"""What scripts of a workshop's pages are told: the data blocks `pb-page` (`site.ts`) and `pb-room` (`facts.ts`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from patientbook_widgets.labels import LABELS as WIDGET_LABELS

from patientbook.pages.labels import SCRIPT_WORDS

from .control_labels import CONTROL_WORDS, PROJECTOR_WORDS
from .labels import SHARED_WORDS
from .phone_labels import PHONE_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .bundles import Bundles

# Of the reading pages' words, those that the text settings say.
_SETTINGS = {key: words for key, words in SCRIPT_WORDS.items() if key.startswith("settings_")}
WORDS: Mapping[str, Mapping[str, str]] = {
    "room": {**WIDGET_LABELS, **SHARED_WORDS, **PHONE_WORDS, **_SETTINGS},
    "control": {**WIDGET_LABELS, **SHARED_WORDS, **CONTROL_WORDS, **_SETTINGS},
    "projector": {**WIDGET_LABELS, **SHARED_WORDS, **PROJECTOR_WORDS},
}


@dataclass(frozen=True)
class Place:
    """What all pages of one language share. ``base`` is the app's, with a slash at both ends; other paths are under it.

    ``questions`` is the data file from which a participant's own answers come into *My pages*, and ``downloads`` where
    downloads are; both are empty where the site has none.
    """

    guide: str
    guide_title: str
    language: str
    base: str
    home: str
    bundles: Bundles
    questions: str = ""
    downloads: str = ""

    def address(self, path: str) -> str:
        """A path of the app as pages link to it; empty stays empty."""
        return f"{self.base}{path}" if path else ""


def site_facts(place: Place, name: str) -> dict[str, Any]:
    """`pb-page`: as on a reading page, so that the same keep and the same settings work."""
    return {
        "guide": place.guide,
        "language": place.language,
        "kind": "workshop",
        "page": "",
        "base": place.base,
        "data": {"search": "", "questions": place.questions if name == "room" else "", "aloud": ""},
        "worker": None,
        "shared_device": False,
        "words": WORDS.get(name, {}),
    }


def room_addresses(place: Place, ticket: str) -> dict[str, str]:
    """Where a participant's page sends things, by name."""
    room = f"{place.base}room/{ticket}"
    names = ("events", "state", "answers", "asked", "report", "word")
    downloads = {"downloads": place.address(place.downloads)}
    return {"page": room, **downloads, **{name: f"{room}/{name}" for name in names}}


def led_addresses(place: Place, room: str) -> dict[str, str]:
    """Where the control and the projector send things, by name."""
    to = f"{place.base}workshop/rooms/{room}"
    names = ("events", "state", "projector", "actions", "asked", "report", "plan.json")
    return {
        "page": to,
        "rooms": f"{place.base}workshop",
        "guide": place.address(place.home),
        **{name.removesuffix(".json"): f"{to}/{name}" for name in names},
    }
