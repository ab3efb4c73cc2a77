"""The facilitator's pages: their rooms, the control, the projector."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from jupyter_server.base.handlers import JupyterHandler
from tornado.web import RequestHandler

from patientbook.problems import PatientbookError

from .facilitator_pages import control, projector, rooms_list
from .plan import PlanError, default_plan, plan_from_json
from .refusals import Refused
from .speaking import Speaking

if TYPE_CHECKING:
    from .live_room import LiveRoom
    from .plan import Plan

_JUDGED = {"approved", "refused"}


class Facilitator(Speaking, JupyterHandler):
    """The base: who is not logged in is shown the way, and posts carry Jupyter's token against forged ones."""

    async def prepare(self) -> None:  # type: ignore[override] # Jupyter's takes an argument that is its own affair
        """Find out who this is.

        Raises:
            Refused: nobody who may lead workshops, or sent by another website.
        """
        if self.request.method not in {"GET", "HEAD"}:
            self.expect_same_site()
        await self.service.ready()
        await JupyterHandler.prepare(self)
        if self.current_user is None:
            if not self.is_page or self.request.method != "GET":
                raise Refused("log-in")
            self.redirect(self.get_login_url(), status=HTTPStatus.SEE_OTHER)

    def set_default_headers(self) -> None:
        """Ours, not Jupyter's."""
        Speaking.set_default_headers(self)

    def write_error(self, status_code: int, **about: Any) -> None:  # noqa: ANN401 - tornado's signature
        """Ours, not Jupyter's."""
        Speaking.write_error(self, status_code, **about)

    def set_cors_headers(self) -> None:
        """None: no other website may read what is here, whatever it has in its hands."""

    def check_xsrf_cookie(self) -> None:
        """Tornado's check, for whom a cookie makes known; Jupyter's also wants an origin, which our forms do not tell.

        Where a post is from is looked at in ``prepare``.
        """
        if hasattr(self, "_jupyter_current_user") and not self.token_authenticated:
            RequestHandler.check_xsrf_cookie(self)

    @property
    def user(self) -> str:
        """The name of the facilitator, as rooms are kept under."""
        return str(self.current_user.username)

    def own_room(self, id_: str) -> LiveRoom:
        """The facilitator's room.

        Raises:
            Refused: there is none with this id, or it is somebody else's.
        """
        live = self.service.rooms.by_id(id_)
        if live is None or live.room.owner != self.user:
            raise Refused("unknown-room")
        return live

    async def whole_room(self, id_: str) -> LiveRoom:
        """The same, with its answers."""
        return await self.service.rooms.whole(self.own_room(id_))

    @property
    def address(self) -> str:
        """Where this server is, as the facilitator's browser knows it, also where a proxy speaks HTTPS for us."""
        said = self.request.headers.get("X-Forwarded-Proto", "").partition(",")[0].strip()
        protocol = said if said in {"http", "https"} else self.request.protocol
        return f"{protocol}://{self.request.host}{self.service.setting.base}"

    def xsrf(self) -> str:
        """The token against forged posts, for the page."""
        return self.xsrf_token.decode()


class RoomsPage(Facilitator):
    """`/workshop`."""

    is_page = True

    def get(self) -> None:
        """Show their rooms; who came by the address with the token goes on to the one without."""
        if "token" in self.request.query_arguments:
            self.go_to("workshop")
            return
        self.give_page(rooms_list(self.service, self.user, self.xsrf()))


class OpenRoom(Facilitator):
    """`POST /workshop/rooms`: `{chapters, language, plan?}`, as JSON or as a form."""

    async def post(self) -> None:
        """Open a room."""
        try:
            plan = self._plan()
        except PlanError as error:
            raise Refused("not-understood", "", {"problems": [str(each) for each in error.problems]}) from error
        except PatientbookError as error:
            raise Refused("not-understood", str(error)) from error
        live = await self.service.rooms.open(self.user, plan)
        if self.is_form:
            self.go_to(f"workshop/rooms/{live.room.id}")
        else:
            room = live.room
            self.give_json({"id": room.id, "code": room.code, "key": room.join_key}, HTTPStatus.CREATED)

    def _plan(self) -> Plan:
        guide = self.service.guide
        if self.is_form:
            chapters = self.get_body_arguments("chapters")
            languages = {each.partition("/")[0] for each in chapters if "/" in each}
            language = self.get_body_argument("language", "") or next(iter(languages), "")
            asked: dict[str, Any] = {
                "plan": self._plan_file() or self.get_body_argument("plan", "") or None,
                "language": language or guide.settings.languages[0].code,
                "chapters": [each.rpartition("/")[2] for each in chapters],
            }
        else:
            asked = self.json_body()
        if asked.get("plan"):
            return plan_from_json(asked["plan"], guide)
        wanted, of = asked.get("chapters"), asked.get("language")
        if not isinstance(of, str) or not isinstance(wanted, list) or not wanted:
            raise Refused("not-understood")
        if not all(isinstance(each, str) for each in wanted):
            raise Refused("not-understood")
        return default_plan(guide, of, wanted)

    def _plan_file(self) -> bytes:
        """The file that came with the form; empty where none did."""
        files = self.request.files.get("plan", [])
        return bytes(files[0]["body"]) if files else b""


class Control(Facilitator):
    """`/workshop/rooms/<id>`."""

    is_page = True

    async def get(self, id_: str) -> None:
        """Show what the facilitator steers by."""
        self.give_page(control(self.service, await self.whole_room(id_), self.address, self.xsrf()))


class Projector(Facilitator):
    """`/workshop/rooms/<id>/projector`."""

    is_page = True

    async def get(self, id_: str) -> None:
        """Show what all in the room see."""
        self.give_page(projector(self.service, await self.whole_room(id_), self.address))
