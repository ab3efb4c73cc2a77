"""The facilitator's pages, filled with what a room is at."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any

from patientbook_widgets.questions import plain_text

from patientbook.reading.markdown import find_headings

from .views import ChapterChoice, RoomLine, control_page, projector_page, rooms_page

if TYPE_CHECKING:
    from datetime import datetime

    from .live_room import LiveRoom
    from .service import Service


def rooms_list(service: Service, user: str, xsrf: str) -> str:
    """The facilitator's rooms, and the chapters of which a workshop can be made."""
    lines = [room_line(live) for live in service.rooms.of(user)]
    return rooms_page(service.place(), rooms=lines, chapters=_chapters(service), xsrf=xsrf)


def control(service: Service, live: LiveRoom, address: str, xsrf: str) -> str:
    """The control."""
    return control_page(
        service.place(live.room.plan.language),
        room=live.room.id,
        state=live.led_state(is_projector=False),
        bank=_bank(live),
        join_url=join_url(live, address),
        xsrf=xsrf,
    )


def projector(service: Service, live: LiveRoom, address: str) -> str:
    """The projector."""
    return projector_page(
        service.place(live.room.plan.language),
        room=live.room.id,
        state=live.led_state(is_projector=True),
        join_url=join_url(live, address),
    )


def join_url(live: LiveRoom, address: str) -> str:
    """The whole address in the QR code."""
    return f"{address}join/{live.room.code}?key={live.room.join_key}"


def room_line(live: LiveRoom) -> RoomLine:
    """A room as the list shows it."""
    room = live.room
    return RoomLine(
        id=room.id,
        title=room.plan.title,
        code=room.code,
        opened=f"{_day(room.opened_at)}, {room.opened_at.astimezone(UTC):%H:%M} UTC",
        people=len(set(live.people.values())),
        is_open=not room.state.is_over,
        deleted_on=_day(room.deletes_at),
    )


def _day(moment: datetime) -> str:
    return f"{moment.astimezone(UTC).day} {moment.astimezone(UTC):%B %Y}"


def _chapters(service: Service) -> list[ChapterChoice]:
    return [
        ChapterChoice(id_, chapter.front.title, code, sum(len(quiz.questions) for quiz in quizzes.values()))
        for code, content in service.guide.languages.items()
        for id_, chapter in content.chapters.items()
        if (quizzes := content.quizzes.get(id_))
    ]


def _bank(live: LiveRoom) -> list[dict[str, Any]]:
    """What a plan's editor may add: every question of the language."""
    content = live.bank.guide.languages[live.bank.language]
    found = []
    for id_, quizzes in content.quizzes.items():
        chapter = content.chapters.get(id_)
        headings = {each.id: each.text for each in find_headings(chapter.cells)} if chapter else {}
        found += [
            {
                "name": f"{id_}#{question.id}",
                "stem": plain_text(question.stem),
                "chapter": chapter.front.title if chapter else id_,
                "section": headings.get(question.explained_in, ""),
            }
            for quiz in quizzes.values()
            for question in quiz.questions
        ]
    return found
