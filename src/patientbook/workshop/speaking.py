"""What all handlers of a workshop do alike: headers, JSON, pages, kind refusals, and a log that names nobody."""

from __future__ import annotations

import gzip
import json
import logging
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from tornado.web import HTTPError, RequestHandler

from .database import StorageAwayError
from .refusals import Refused
from .views import message_page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .service import Service

NO_STORE = {"Cache-Control": "no-store"}
_QUICKLY = 1  # a third of a millisecond for a page, a third of its size: a room's Wi-Fi is shared by all in it
_LOG = logging.getLogger("patientbook.workshop")


class Speaking(RequestHandler):
    """The base of all handlers. ``headers`` of the application's settings are on every answer."""

    is_page = False  # whether who asks is shown what comes back

    @property
    def service(self) -> Service:
        """The workshops of this server."""
        service: Service = self.settings["workshops"]
        return service

    def set_default_headers(self) -> None:
        """Headers that every answer has, errors too."""
        self.clear_header("Server")
        headers: Mapping[str, str] = self.settings["workshop_headers"]
        for name, value in {**headers, **NO_STORE}.items():
            self.set_header(name, value)

    def compute_etag(self) -> str | None:
        """None: nothing here is kept by a browser."""
        return None

    @property
    def is_form(self) -> bool:
        """Whether this is a form sent by a page without script."""
        kinds = ("application/x-www-form-urlencoded", "multipart/form-data")
        return self.request.headers.get("Content-Type", "").startswith(kinds)

    def give_json(self, value: Any, status: int = HTTPStatus.OK) -> None:  # noqa: ANN401 - any JSON
        """Answer with JSON."""
        self.set_status(status)
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.finish(json.dumps(value, ensure_ascii=False, separators=(",", ":")))

    def give_page(self, html: str, status: int = HTTPStatus.OK) -> None:
        """Answer with a page."""
        self.set_status(status)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Vary", "Accept-Encoding")
        content = html.encode()
        if "gzip" in self.request.headers.get("Accept-Encoding", ""):
            self.set_header("Content-Encoding", "gzip")
            content = gzip.compress(content, _QUICKLY, mtime=0)
        self.finish(content)

    def go_to(self, path: str) -> None:
        """Answer a form: go to ``path``, under the app's base."""
        self.redirect(f"{self.service.setting.base}{path}", status=HTTPStatus.SEE_OTHER)

    def json_body(self) -> dict[str, Any]:
        """The JSON object that was sent.

        Raises:
            Refused: it is none.
        """
        try:
            read = json.loads(self.request.body)
        except (ValueError, RecursionError) as error:
            raise Refused("not-understood") from error
        if not isinstance(read, dict):
            raise Refused("not-understood")
        return read

    def field(self, name: str) -> str:
        """A text of the form or the JSON object that was sent.

        Raises:
            Refused: it is no text.
        """
        value = self.get_body_argument(name, "") if self.is_form else self.json_body().get(name)
        if not isinstance(value, str):
            raise Refused("not-understood")
        return value

    def expect_same_site(self) -> None:
        """Refuse what another website sends in somebody's name.

        Raises:
            Refused: it is from elsewhere.
        """
        headers = self.request.headers
        if site := headers.get("Sec-Fetch-Site"):
            is_ours = site in {"same-origin", "none"}
        else:
            # Not sent by old browsers, nor over plain HTTP. There a form of ours says "null", because our pages tell
            # nobody where they are; what it could do for another website needs a ticket or the facilitator's token.
            origin = headers.get("Origin", "null").lower()
            is_ours = origin == "null" or origin.partition("://")[2] == self.request.host.lower()
        if not is_ours:
            raise Refused("elsewhere")

    def refuse(self, refused: Refused) -> None:
        """Say why something cannot be done: as a page to who sees a page, else as JSON."""
        for name, value in refused.headers().items():
            self.set_header(name, value)
        if (self.is_page or self.is_form) and self.service.has_guide:
            self.give_page(message_page(self.service.place(), refused.why), refused.status)
        else:
            self.give_json(refused.as_json(), refused.status)

    def write_error(self, status_code: int, **about: Any) -> None:  # noqa: ANN401 - tornado's signature
        """Answer what went wrong, kindly."""
        error = about.get("exc_info", (None, None, None))[1]
        if isinstance(error, StorageAwayError):
            error = Refused("storage-away")
        if not isinstance(error, Refused):
            error = Refused("elsewhere" if status_code == HTTPStatus.FORBIDDEN else "not-understood")
            error.status = HTTPStatus(status_code)
        self.refuse(error)

    def log_exception(self, typ: Any, value: BaseException | None, tb: Any) -> None:  # noqa: ANN401 - tornado's
        """Log what failed on our side, and not who asked for what: an address is a ticket here."""
        if not isinstance(value, Refused | StorageAwayError | HTTPError):
            _LOG.error("%s failed.", type(self).__name__, exc_info=(typ, value, tb))  # type: ignore[arg-type] # tornado's
