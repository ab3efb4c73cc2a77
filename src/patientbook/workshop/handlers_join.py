"""Joining a room: a code that is typed, or an address that a phone's camera reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .limits import address_of
from .refusals import Refused
from .rooms import may_enter
from .speaking import Speaking
from .views import Invitation, join_form, join_room

if TYPE_CHECKING:
    from .live_room import LiveRoom

_SECONDS_AN_HOUR = 3600


class Participants(Speaking):
    """The base of handlers for participants: without a cookie, and so without what guards one."""

    async def prepare(self) -> None:
        """Wait for the start, and refuse what another website sends."""
        if self.request.method not in {"GET", "HEAD"}:
            self.expect_same_site()
        await self.service.ready()

    def check_xsrf_cookie(self) -> None:
        """Nothing: there is no cookie that another website could misuse. ``prepare`` looks where a post is from."""


class NotHere(Participants):
    """Any other address that begins like one of a workshop."""

    is_page = True

    async def prepare(self) -> None:
        """Say that it is not here.

        Raises:
            Refused: always.
        """
        await super().prepare()
        raise Refused("unknown-room")


class JoinForm(Participants):
    """`/join`: the field for a code."""

    is_page = True

    def get(self) -> None:
        """Show the field, or go on with the code that was typed."""
        code = self.get_query_argument("code", "")
        if not code.strip():
            self.give_page(join_form(self.service.place()))
            return
        try:
            live = _found(self, code, "")
        except Refused as refused:
            _ask_again(self, code, refused)
            return
        self.go_to(f"join/{live.room.code}")


class Join(Participants):
    """`/join/<code>[?key=]`: what the room is about, and *Join*."""

    is_page = True

    def get(self, code: str) -> None:
        """Show what the room is about."""
        try:
            live = _found(self, code, self.get_query_argument("key", ""))
        except Refused as refused:
            _ask_again(self, code, refused)
            return
        self._show(live, "room-closed" if live.state.is_over else "")

    async def post(self, code: str) -> None:
        """Make a participant."""
        try:
            live = _found(self, code, self.get_query_argument("key", ""))
        except Refused as refused:
            _ask_again(self, code, refused)
            return
        try:
            ticket = await self._join(live)
        except Refused as refused:
            self._show(live, refused.why, refused.status)
            return
        self.go_to(f"room/{ticket}")

    async def _join(self, live: LiveRoom) -> str:
        word, address = self.get_body_argument("word", ""), address_of(self.request)
        if word and self.service.words.are_too_many(address):
            raise Refused("too-many-tries")
        try:
            return await self.service.rooms.join(live, word)
        except Refused as refused:
            if refused.why == "word-unknown":
                self.service.words.count_wrong(address)
            raise

    def _show(self, live: LiveRoom, why: str, status: int = 200) -> None:
        room = live.room
        key = self.get_query_argument("key", "")
        invitation = Invitation(
            code=room.code,
            title=room.plan.title,
            key=key if may_enter(live, key) else "",
            hours=round((room.closes_at - room.opened_at).total_seconds() / _SECONDS_AN_HOUR),
            asks_word=live.state.is_follow_up,
            why=why,
        )
        self.give_page(join_room(self.service.place(room.plan.language), invitation), status)


def _ask_again(handler: Speaking, code: str, refused: Refused) -> None:
    """Show the field again, with what was wrong with the code in it."""
    for name, value in refused.headers().items():
        handler.set_header(name, value)
    handler.give_page(join_form(handler.service.place(), code=code[:40], why=refused.why), refused.status)


def _found(handler: Speaking, code: str, key: str) -> LiveRoom:
    """The room with a code.

    Raises:
        Refused: there is none, or too many codes were tried from there and this is not known by its key.
    """
    live = handler.service.rooms.by_code(code)
    if live and may_enter(live, key):
        return live
    address = address_of(handler.request)
    if handler.service.guesses.are_too_many(address):
        raise Refused("too-many-tries")
    if live is None:
        handler.service.guesses.count_wrong(address)
        raise Refused("unknown-code")
    return live
