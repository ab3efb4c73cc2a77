"""A participant's room: the page, the stream, and what they send. The ticket in the address is all there is to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .arriving import named, read_answer, read_answers
from .codes import is_ticket
from .forms import answer_from_form
from .handlers_join import Participants
from .participant_page import participant_page
from .refusals import Refused
from .speaking import NO_STORE
from .streams import stream_head

if TYPE_CHECKING:
    from .live_room import LiveRoom
    from .records import Answer


class InRoom(Participants):
    """The base: ``live`` is the room, ``participant`` the id of who has the ticket."""

    live: LiveRoom
    participant: int
    ticket: str

    async def prepare(self) -> None:
        """Find the room of the ticket.

        Raises:
            Refused: there is none.
        """
        await super().prepare()
        self.ticket = str(self.path_kwargs["ticket"])
        found = self.service.rooms.by_ticket(self.ticket) if is_ticket(self.ticket) else None
        if found is None:
            raise Refused("unknown-room")
        self.live, self.participant = found
        await self.service.rooms.whole(self.live)

    def done(self, said: str) -> None:
        """Answer what was done: nothing more to a script, the page again to a form."""
        if self.is_form:
            self.go_to(f"room/{self.ticket}?said={said}")
        else:
            self.give_json({"said": said})

    def refuse(self, refused: Refused) -> None:
        """Say why not; to a form on the page it came from."""
        if self.is_form and hasattr(self, "live"):
            self.go_to(f"room/{self.ticket}?why={refused.why}")
        else:
            super().refuse(refused)


class RoomPage(InRoom):
    """`/room/<ticket>`."""

    is_page = True

    def get(self, ticket: str) -> None:
        """Show the page as it is now."""
        said, why = self.get_query_argument("said", ""), self.get_query_argument("why", "")
        self.give_page(participant_page(self.service, self.live, ticket, self.participant, said=said, why=why))


class RoomState(InRoom):
    """`/room/<ticket>/state`."""

    def get(self, ticket: str) -> None:
        """The state once."""
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.finish(self.live.phone_state())


class RoomEvents(InRoom):
    """`/room/<ticket>/events`."""

    def get(self, ticket: str) -> None:
        """The state now, and whenever it changes."""
        head = stream_head(dict(self.settings["workshop_headers"]) | NO_STORE)
        self.live.phones.add(self.detach(), self.participant, head, self.live.phone_event())


class Answers(InRoom):
    """`/room/<ticket>/answers`."""

    async def post(self, ticket: str) -> None:
        """Store answers, and name each as stored or refused once that is so."""
        if self.is_form:
            await self._form(ticket)
            return
        stored: list[dict[str, Any]] = []
        refused: list[dict[str, Any]] = []
        good: list[Answer] = []
        for given in read_answers(self.json_body().get("answers")):
            try:
                good.append(read_answer(self.live, self.participant, given))
            except Refused as error:
                refused.append(named(given) | {"why": error.why})
        for each, outcome in zip(good, await self.service.rooms.answer(self.live, good), strict=True):
            about = named(vars(each))
            if outcome == "unknown":
                refused.append(about | {"why": "unknown-room"})
            else:
                stored.append(about)
        self.give_json({"stored": stored, "refused": refused})

    async def _form(self, ticket: str) -> None:
        fields = {name: [each.decode(errors="replace") for each in values] for name, values in self._fields().items()}
        question = self.live.bank.question(self.get_body_argument("question", ""))
        if question is None:
            raise Refused("not-understood")
        answer = answer_from_form(question.wire, fields)
        if answer is None:
            raise Refused("nothing-chosen")
        given = {
            "step": self.get_body_argument("step", ""),
            "question": question.name,
            "round": _number(self.get_body_argument("round", "")),
            "answer": answer,
            "confidence": self.get_body_argument("sure", "") or None,
            # A page without script counts nothing. As `memory.ts` does: one more than any answer of this person has.
            "sequence": 1 + max((each.sequence for each in self.live.tally.of(self.participant)), default=0),
        }
        read = read_answer(self.live, self.participant, given)
        if await self.service.rooms.answer(self.live, [read]) == ["unknown"]:
            raise Refused("unknown-room")
        self.go_to(f"room/{ticket}?said=arrived")

    def _fields(self) -> dict[str, list[bytes]]:
        return self.request.body_arguments


class Asked(InRoom):
    """`/room/<ticket>/asked`: an anonymous question."""

    async def post(self, ticket: str) -> None:
        """Keep it for the facilitator."""
        if self.live.state.is_over:
            raise Refused("room-closed")
        await self.service.rooms.asking.ask(self.live, self.participant, self.field("text"))
        self.done("asked")


class Report(InRoom):
    """`/room/<ticket>/report`: an approved question is abusive."""

    async def post(self, ticket: str) -> None:
        """Take it down until the facilitator has seen it."""
        await self.service.rooms.asking.report(self.live, _number(self.field("id")))
        self.done("reported")


class Word(InRoom):
    """`/room/<ticket>/word`: for the follow-up."""

    async def post(self, ticket: str) -> None:
        """Keep the word's hash."""
        await self.service.rooms.set_word(self.live, self.participant, self.field("word"))
        self.done("word")


def _number(written: str) -> int:
    """A small number.

    Raises:
        Refused: it is none.
    """
    if not (written.isascii() and written.isdigit() and len(written) <= 9):  # noqa: PLR2004 - what a column holds
        raise Refused("not-understood")
    return int(written)
