"""Who may lead workshops: who has the token that the program prints at its start, or a password.

It is Jupyter's own identity provider, apart from the one for readers: those stay nobody in particular and without a
cookie. Another of Jupyter's providers, such as JupyterHub's, can take its place in the settings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jupyter_server.auth import PasswordIdentityProvider, User
from traitlets import default

if TYPE_CHECKING:
    from tornado.web import RequestHandler

FACILITATOR = User(username="facilitator", name="Facilitator", display_name="Facilitator", initials="F")


class Facilitators(PasswordIdentityProvider):
    """One token or password for all who lead workshops here: all are one user, so that two can lead one room."""

    def generate_anonymous_user(self, handler: RequestHandler) -> User:
        """The user of whoever has the token; Jupyter makes a new one at each login, who would not see these rooms."""
        return FACILITATOR

    @default("cookie_options")
    def _stay_below(self) -> dict[str, str]:
        # Where nobody but a facilitator goes: a participant's page never gets it.
        base: str = getattr(self.parent, "base_url", "/")
        return {"path": f"{base}workshop", "samesite": "Lax"}

    @default("allow_password_change")
    def _never_written(self) -> bool:
        return False
