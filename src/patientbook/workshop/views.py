"""The pages of a workshop: each is a template filled with typed data. What a state is stands in docs/architecture.md."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined, select_autoescape

from . import labels
from .bundles import Bundles, read_bundles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from patientbook.reading.models import Guide


@dataclass(frozen=True)
class Place:
    """What all pages of one language share. ``base`` is the app's, with a slash at both ends; ``home`` is under it."""

    guide: str
    guide_title: str
    language: str
    base: str
    home: str
    bundles: Bundles


@dataclass(frozen=True)
class Invitation:
    """What somebody sees before they join. ``key`` is the join key of the room's QR code, empty where a code was typed.

    ``asks_word``: the room is open again for people who chose a word (the follow-up). ``why``: why joining did not work.
    """

    code: str
    title: str
    key: str = ""
    hours: int = 24
    asks_word: bool = False
    why: str = ""


@dataclass(frozen=True)
class Own:
    """An answer that this participant has given and the server has stored; ``is_right`` is None until it is revealed."""

    step: str
    question: str
    round: int
    answer: Any
    confidence: str | None
    sequence: int
    is_right: bool | None = None


@dataclass(frozen=True)
class RoomLine:
    """A room as its facilitator's list shows it."""

    id: str
    title: str
    code: str
    opened: str  # as the list shows it: 23 November 2026, 14:05
    people: int
    is_open: bool
    deleted_on: str  # the day when it will be deleted, in words


@dataclass(frozen=True)
class ChapterChoice:
    """A chapter of which a workshop can be made."""

    id: str
    title: str
    language: str
    questions: int


def place_of(guide: Guide, language: str, base: str) -> Place:
    """The place of pages in ``language``.

    Raises:
        PatientbookError: the widgets have not been built.
    """
    title = next(each.title for each in guide.settings.languages if each.code == language)
    return Place(guide.settings.id, title, language, base, f"{language}/index.html", _bundles())


def join_form(place: Place, *, code: str = "", why: str = "") -> str:
    """`GET /join`: the field for a code; ``why`` is the id of what went wrong with ``code``."""
    return _page("join", place, code=code, why=why, invitation=None)


def join_room(place: Place, invitation: Invitation) -> str:
    """`GET /join/<code>`: what the room is about, what the phone will keep, and the button *Join*."""
    return _page("join", place, code=invitation.code, why=invitation.why, invitation=invitation)


def room_page(  # noqa: PLR0913 - six things make this page, and each has a name
    place: Place,
    *,
    ticket: str,
    room: str,
    state: Mapping[str, Any],
    own: Sequence[Own] = (),
    glossary: Mapping[str, Any] | None = None,
    said: Literal["", "arrived", "asked", "reported", "word"] = "",
    why: str = "",
) -> str:
    """`GET /room/<ticket>`: the participant's page, complete without JavaScript.

    ``room`` names the room in the phone's storage; ``state`` is the state for phones; ``glossary`` has `terms` and
    `page` as the glossary widget takes them; ``said`` and ``why`` tell how the form that led here went.
    """
    return _page("room", place, ticket=ticket, room=room, state=state, own=own, glossary=glossary, said=said, why=why)


def rooms_page(
    place: Place, *, rooms: Sequence[RoomLine], chapters: Sequence[ChapterChoice], xsrf: str = "", why: str = ""
) -> str:
    """`GET /workshop`: the facilitator's rooms, and the form that opens one."""
    return _page("rooms", place, rooms=rooms, chapters=chapters, xsrf=xsrf, why=why)


def control_page(  # noqa: PLR0913 - as for the room's page
    place: Place,
    *,
    room: str,
    state: Mapping[str, Any],
    bank: Sequence[Mapping[str, Any]] = (),
    join_url: str,
    xsrf: str = "",
) -> str:
    """`GET /workshop/rooms/<id>`: what the facilitator steers by. ``state`` is the state for the control.

    ``bank`` has what the plan's editor may add: `{name, stem, chapter, section}` of every question.
    ``join_url`` is the whole address in the QR code, with the join key.
    """
    return _page("control", place, room=room, state=state, bank=bank, join_url=join_url, xsrf=xsrf)


def projector_page(place: Place, *, room: str, state: Mapping[str, Any], join_url: str) -> str:
    """`GET /workshop/rooms/<id>/projector`: what everybody in the room sees."""
    return _page("projector", place, room=room, state=state, join_url=join_url)


def report_page(place: Place, *, room: RoomLine, report: Mapping[str, Any], xsrf: str = "") -> str:
    """`GET /workshop/rooms/<id>/report`: the report on screen. ``report`` is that of `report.json`."""
    return _page("report", place, room=room, report=report, xsrf=xsrf)


def message_page(place: Place, why: str) -> str:
    """A page that says kindly what went wrong; ``why`` is one of the ids in docs/architecture.md."""
    return _page("message", place, why=why)


@cache
def _bundles() -> Bundles:
    return read_bundles()


@cache
def _templates() -> Environment:
    return Environment(
        loader=ChoiceLoader([PackageLoader("patientbook.workshop"), PackageLoader("patientbook.pages")]),
        autoescape=select_autoescape(["html.j2"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _page(name: str, place: Place, **values: object) -> str:
    template = _templates().get_template(f"workshop/{name}.html.j2")
    return template.render(place=place, labels=labels.LABELS, **values)
