"""The pages of a workshop: each is a template filled with typed data. States are as in docs/architecture.md."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

import segno
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup
from patientbook_widgets.labels import LABELS as WIDGET_LABELS
from patientbook_widgets.markup import render

from patientbook.pages.labels import LABELS as PAGE_LABELS

from .bundles import Bundles, read_bundles
from .charts import bars
from .labels import LABELS, WHYS
from .report import report_to_html
from .told import WORDS, Place, led_addresses, room_addresses, site_facts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from patientbook.reading.models import Guide

    from .report import Report

__all__ = [
    "ChapterChoice",
    "Invitation",
    "Own",
    "Place",
    "RoomLine",
    "control_page",
    "join_form",
    "join_room",
    "message_page",
    "place_of",
    "projector_page",
    "report_page",
    "room_page",
    "rooms_page",
]

_OF_THIS_MACHINE = ("127.", "localhost", "[::1]")


@dataclass(frozen=True)
class Invitation:
    """What somebody sees before they join. ``key`` is the join key of the QR code, empty where a code was typed.

    ``asks_word``: the room is open again for people who chose a word. ``why``: why joining did not work.
    """

    code: str
    title: str
    key: str = ""
    hours: int = 24
    asks_word: bool = False
    why: str = ""


@dataclass(frozen=True)
class Own:
    """An answer of this participant that the server has stored; ``is_right`` is None until it is revealed."""

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


def place_of(guide: Guide, language: str, base: str, *, questions: str = "", downloads: str = "") -> Place:
    """The place of pages in ``language``; ``questions`` and ``downloads`` as in `Place`.

    Raises:
        PatientbookError: the widgets have not been built.
    """
    title = next(each.title for each in guide.settings.languages if each.code == language)
    home = f"{language}/index.html"
    return Place(guide.settings.id, title, language, base, home, _bundles(), questions, downloads)


def join_form(place: Place, *, code: str = "", why: str = "") -> str:
    """`GET /join`: the field for a code; ``why`` is the id of what went wrong with ``code``."""
    return _page("join", place, LABELS["join_title"], code=code, why=why, invitation=None)


def join_room(place: Place, invitation: Invitation) -> str:
    """`GET /join/<code>`: what the room is about, what the phone will keep, and the button *Join*."""
    return _page("join", place, invitation.title, code=invitation.code, why=invitation.why, invitation=invitation)


def room_page(  # noqa: PLR0913 - eight things make this page, and each has a name
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
    to = room_addresses(place, ticket)
    sent = [{key: value for key, value in asdict(each).items() if key != "is_right"} for each in own]
    facts = {"room": room, "to": to, "state": state, "own": sent, "glossary": glossary}
    return _page(
        "room",
        place,
        state["room"]["title"],
        script="phone",
        facts=facts,
        state=state,
        to=to,
        said=said,
        why=why,
        words=WORDS["room"],
        own_of=lambda name: _own_of(own, state, name),
        answers_of=_answers_of,
        bars_of=lambda asked: bars(asked["wire"], _votes(state, asked["name"])),
    )


def rooms_page(
    place: Place, *, rooms: Sequence[RoomLine], chapters: Sequence[ChapterChoice], xsrf: str = "", why: str = ""
) -> str:
    """`GET /workshop`: the facilitator's rooms, and the form that opens one."""
    return _page("rooms", place, LABELS["rooms_title"], rooms=rooms, chapters=chapters, xsrf=xsrf, why=why)


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
    to = led_addresses(place, room)
    facts = {"room": room, "to": to, "state": state, "bank": list(bank), "join_url": join_url, "xsrf": xsrf}
    address = _to_type(join_url)
    words = {"words": WORDS["control"], "address": address, "is_only_here": address.startswith(_OF_THIS_MACHINE)}
    return _page("control", place, state["room"]["title"], script="control", facts=facts, state=state, to=to, **words)


def projector_page(place: Place, *, room: str, state: Mapping[str, Any], join_url: str) -> str:
    """`GET /workshop/rooms/<id>/projector`: what everybody in the room sees."""
    to = led_addresses(place, room)
    facts = {"room": room, "to": to, "state": state, "join_url": _to_type(join_url)}
    words = {"words": WORDS["projector"], "qr": qr_code(join_url), "address": _to_type(join_url)}
    return _page("projector", place, state["room"]["title"], script="projector", facts=facts, state=state, **words)


def report_page(place: Place, *, room: RoomLine, report: Report, notebook: str = "") -> str:
    """`GET /workshop/rooms/<id>/report`: the report on screen; ``notebook`` is the path of the one that draws it."""
    to = led_addresses(place, room.id) | {"notebook": place.address(notebook)}
    return _page("report", place, LABELS["report_title"], room=room, report=report_to_html(report), to=to)


def login_page(place: Place, *, xsrf: str, why: str = "") -> str:
    """`/workshop/login`: the field for the token or password; ``why`` is the id of what went wrong."""
    return _page("login", place, LABELS["login_title"], xsrf=xsrf, why=why)


def message_page(place: Place, why: str) -> str:
    """A page that says kindly what went wrong; ``why`` is one of the ids in docs/architecture.md."""
    return _page("message", place, LABELS["workshop"], why=why)


def qr_code(address: str) -> Markup:
    """The address as a QR code, drawn in the page; what it leads to stands beside it in letters."""
    drawn = segno.make(address, error="m", micro=False)
    return Markup(  # noqa: S704 - segno writes numbers only
        drawn.svg_inline(border=4, omitsize=True, svgclass="pw-qr", lineclass=None, dark="#000", light="#fff")
    )


def _to_type(join_url: str) -> str:
    """The address that people type: without `https://`, the code and the key."""
    return join_url.partition("://")[2].partition("?")[0].rpartition("/")[0]


def _own_of(own: Sequence[Own], state: Mapping[str, Any], question: str) -> Own | None:
    rounds = {state["round"], 1} if state["phase"] == "revealed" else {state["round"]}
    here = [each for each in own if (each.step, each.question) == (state["step"]["id"], question)]
    return max((each for each in here if each.round in rounds), key=lambda each: each.round, default=None)


def _votes(state: Mapping[str, Any], question: str) -> list[Mapping[str, Any]]:
    return [each for each in state["results"] or () if each["question"] == question]


def _answers_of(wire: Mapping[str, Any]) -> Markup:
    """Every answer of a revealed question explained, as a reading page without JavaScript has it."""
    html = render(f"questions/{wire['type']}.answers.html.j2", question=wire, labels=WIDGET_LABELS)
    return Markup(html)  # noqa: S704 - our own template


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


def _page(name: str, place: Place, title: str, **values: object) -> str:
    template = _templates().get_template(f"workshop/{name}.html.j2")
    shared = {"labels": {**PAGE_LABELS, **LABELS}, "whys": WHYS, "site": site_facts(place, name)}
    return template.render(name=name, place=place, title=title, **shared, **values)
