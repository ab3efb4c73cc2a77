"""A participant's page with what the room is at, and what this participant has answered."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Literal, cast

from .codes import is_ticket
from .judging import judge
from .labels import WHYS
from .views import Own, room_page

if TYPE_CHECKING:
    from .live_room import LiveRoom
    from .records import Answer
    from .service import Service

Said = Literal["", "arrived", "asked", "reported", "word"]
_SAID = ("", "arrived", "asked", "reported", "word")
_NOBODY = "0" * 32  # stands in the page that is made once for all


def participant_page(  # noqa: PLR0913 - what a page shows
    service: Service, live: LiveRoom, ticket: str, participant: int, *, said: str = "", why: str = ""
) -> str:
    """The page of one participant. For who has answered nothing it is made once, and the ticket put in."""
    why = why if why in WHYS else ""
    own = [_own(live, answer) for answer in live.tally.of(participant)]
    is_known = said in _SAID
    if own or said or why or not is_ticket(ticket):
        return _made(service, live, ticket, own, cast("Said", said if is_known else ""), why)
    return live.page_for_all(lambda: _made(service, live, _NOBODY, [], "", "")).replace(_NOBODY, ticket)


def _made(service: Service, live: LiveRoom, ticket: str, own: list[Own], said: Said, why: str) -> str:  # noqa: PLR0913, PLR0917 - as above
    return room_page(
        service.place(live.room.plan.language),
        ticket=ticket,
        room=live.room.id,
        state=json.loads(live.phone_state()),
        own=own,
        glossary=live.words(),
        said=said,
        why=why,
    )


def _own(live: LiveRoom, answer: Answer) -> Own:
    question = live.bank.question(answer.question)
    is_shown = question is not None and live.is_revealed(answer.step)
    return Own(
        step=answer.step,
        question=answer.question,
        round=answer.round,
        answer=answer.answer,
        confidence=answer.confidence,
        sequence=answer.sequence,
        is_right=judge(question.question, answer.answer) if question and is_shown else None,
    )
