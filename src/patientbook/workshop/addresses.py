"""Every address of a workshop (docs/architecture.md, "Addresses") with what answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from jupyter_server.auth import PasswordIdentityProvider
from jupyter_server.auth.login import LoginFormHandler
from tornado.web import Application

from . import handlers_control as led
from . import handlers_room as room
from .handlers_facilitator import Control, OpenRoom, Projector, RoomsPage
from .handlers_join import Join, JoinForm, NotHere
from .handlers_login import Login, NotKnown
from .handlers_report import ReportFile, ReportPage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jupyter_server.auth import IdentityProvider
    from tornado.web import RequestHandler

    from .service import Service

_TICKET = r"room/(?P<ticket>[^/]+)"
_ROOM = r"workshop/rooms/(?P<id_>[^/]+)"
# What an address of a workshop begins with: the first word of its path.
FIRST = frozenset({"join", "room", "workshop"})
ADDRESSES: tuple[tuple[str, type[RequestHandler]], ...] = (
    (r"join", JoinForm),
    (r"join/(?P<code>[^/]+)", Join),
    (_TICKET, room.RoomPage),
    (rf"{_TICKET}/events", room.RoomEvents),
    (rf"{_TICKET}/state", room.RoomState),
    (rf"{_TICKET}/answers", room.Answers),
    (rf"{_TICKET}/asked", room.Asked),
    (rf"{_TICKET}/report", room.Report),
    (rf"{_TICKET}/word", room.Word),
    (r"workshop", RoomsPage),
    (r"workshop/rooms", OpenRoom),
    (_ROOM, Control),
    (rf"{_ROOM}/projector", Projector),
    (rf"{_ROOM}/events", led.LedEvents),
    (rf"{_ROOM}/state", led.LedState),
    (rf"{_ROOM}/actions", led.Actions),
    (rf"{_ROOM}/plan\.json", led.PlanFile),
    (rf"{_ROOM}/asked/(?P<number>[0-9]{{1,9}})", led.JudgeAsked),
    (rf"{_ROOM}/report", ReportPage),
    (rf"{_ROOM}/report\.(?P<kind>csv|json|pdf)", ReportFile),
    (rf"{_ROOM}/delete", led.DeleteRoom),
)
LOGIN = "workshop/login"


def make_application(
    service: Service, identity: IdentityProvider, headers: Mapping[str, str], settings: Mapping[str, Any]
) -> Application:
    """What answers the addresses under the base of ``service``.

    ``headers`` are on every answer. ``identity`` knows the facilitators. ``settings`` are what it needs of Jupyter's
    settings, such as the secret of its cookie.
    """
    base = service.setting.base
    known = (*ADDRESSES, (LOGIN, login_handler(identity)), *_of_provider(identity))
    return Application(
        [(f"{base}{path}", *rest) for path, *rest in known],
        **settings,
        default_handler_class=NotHere,
        base_url=base,
        identity_provider=identity,
        login_url=f"{base}{LOGIN}",
        allow_remote_access=True,
        allow_unauthenticated_access=True,  # `Facilitator.prepare` says who may not, in our words
        xsrf_cookies=True,
        xsrf_cookie_kwargs={"path": f"{base}workshop", "samesite": "Lax", "httponly": True},
        workshops=service,
        workshop_headers=dict(headers),
        log_function=_say_nothing,
    )


def first_words(identity: IdentityProvider) -> frozenset[str]:
    """What the addresses of a workshop begin with, those of the provider's own handlers too."""
    return FIRST | {str(route[0]).partition("/")[0] for route in _of_provider(identity)}


def login_handler(identity: IdentityProvider) -> type[RequestHandler]:
    """Our form for a token or password; where a provider knows people by other means, its own page or our notice."""
    if isinstance(identity, PasswordIdentityProvider):
        return Login
    own: type[RequestHandler] = identity.login_handler_class  # type: ignore[assignment] # a trait that mypy takes for any
    return NotKnown if issubclass(own, LoginFormHandler) else own


def _of_provider(identity: IdentityProvider) -> list[tuple[Any, ...]]:
    """Routes that a provider brings besides its login, such as where JupyterHub sends people back to."""
    if isinstance(identity, PasswordIdentityProvider):
        return []
    routes = cast("list[tuple[Any, ...]]", identity.get_handlers())
    found = ((str(path).lstrip("/"), *rest) for path, *rest in routes)
    return [route for route in found if route[0] not in {"login", "logout"}]  # those are Voilà's


def _say_nothing(_handler: RequestHandler) -> None:
    """Log no request: an address is a ticket. `Speaking.log_exception` logs what failed, without it."""
