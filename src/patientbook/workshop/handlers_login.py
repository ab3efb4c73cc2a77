"""Logging in with the token or a password; Jupyter's providers with a login of their own bring their own handlers."""

from __future__ import annotations

from http import HTTPStatus

from jupyter_server.utils import ensure_async
from tornado.web import RequestHandler

from .handlers_facilitator import Facilitator
from .limits import address_of
from .refusals import Refused
from .views import login_page


class Login(Facilitator):
    """`/workshop/login`."""

    is_page = True

    async def prepare(self) -> None:  # type: ignore[override] # as its base
        """Everybody may ask for it."""
        if self.request.method == "POST":
            self.expect_same_site()
        self.current_user = None
        await self.service.ready()

    def check_xsrf_cookie(self) -> None:
        """Tornado's own: nobody is known yet, whose token could stand for it."""
        RequestHandler.check_xsrf_cookie(self)

    def get(self) -> None:
        """Show the field."""
        self._show("")

    async def post(self) -> None:
        """Log in with what was written."""
        address = address_of(self.request)
        if self.service.logins.are_too_many(address):
            raise Refused("too-many-tries")
        user = await ensure_async(self.identity_provider.process_login_form(self))
        if user is None:
            self.service.logins.count_wrong(address)
            self._show("wrong-word", HTTPStatus.UNAUTHORIZED)
            return
        self.identity_provider.set_login_cookie(self, user)
        self.go_to("workshop")

    def _show(self, why: str, status: int = HTTPStatus.OK) -> None:
        self.give_page(login_page(self.service.place(), xsrf=self.xsrf(), why=why), status)


class NotKnown(Facilitator):
    """`/workshop/login` where people are known by other means than a word, and this one is not."""

    is_page = True

    async def prepare(self) -> None:  # type: ignore[override] # as its base
        """Say so.

        Raises:
            Refused: always.
        """
        self.current_user = None
        await self.service.ready()
        raise Refused("log-in")
