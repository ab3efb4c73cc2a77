"""Who a reader is to Jupyter: nobody in particular, and without a cookie to be known again by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jupyter_server.auth import PasswordIdentityProvider, User

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from tornado.web import RequestHandler

READER = User(username="reader", name="Reader", display_name="Reader", initials="R")


class AnonymousReaders(PasswordIdentityProvider):
    """Jupyter's own provider where a token or password is set; else every reader is the same, without a cookie."""

    def get_user(self, handler: RequestHandler) -> User | Awaitable[User | None] | None:
        """The user of a request."""
        return super().get_user(handler) if self.auth_enabled else READER
