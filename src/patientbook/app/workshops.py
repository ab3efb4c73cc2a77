"""Workshops in the running app: their addresses beside the guide's pages. Imported only where they are on."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from patientbook.pages.site import make_file
from patientbook.problems import ServeError
from patientbook.workshop.addresses import first_words, make_application
from patientbook.workshop.bundles import read_bundles
from patientbook.workshop.database import make_engine
from patientbook.workshop.refusals import Refused
from patientbook.workshop.secret import cookie_secret
from patientbook.workshop.service import Service

from .answers import SECURITY, Answer, make_variants
from .size_limit import SizeLimit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jupyter_server.auth import IdentityProvider
    from tornado.httputil import HTTPMessageDelegate, HTTPServerRequest
    from tornado.web import Application

    from patientbook.pages import Site
    from patientbook.workshop.service import Setting

    from .answers import Variants

_MOST_SENT = 64 * 1024  # bytes: a hundred answers are fewer
_MOST_OF_A_PLAN = 1 << 20  # from a facilitator who is logged in
_OF_FACILITATORS = "workshop"


class Workshops:
    """What the router asks."""

    def __init__(self, service: Service, application: Application, first_words: frozenset[str]) -> None:
        self.service = service
        self._application = application
        self._first_words = first_words
        self._too_long = _json_answer(Refused("too-long"))
        self.assets = {path: _asset(path, content) for path, content in read_bundles().contents.items()}

    def find_handler(self, path: str, request: HTTPServerRequest) -> HTTPMessageDelegate | None:
        """What answers a request for ``path``, which is under the base; None where that is none of a workshop's."""
        first = path.partition("/")[0]
        if first not in self._first_words:
            return None
        most = _MOST_OF_A_PLAN if first == _OF_FACILITATORS else _MOST_SENT
        return SizeLimit(request, self._application.find_handler(request), most, self._too_long)

    def show(self, site: Site) -> None:
        """Take the guide as it is built now: rooms that are opened from now on have it."""
        self.service.show(site)

    def start(self) -> None:
        """Begin, in the loop that runs."""
        self.service.start()

    def stop(self) -> None:
        """End, with what has come in stored."""
        self.service.close()


def make_workshops(setting: Setting, identity: IdentityProvider, settings: Mapping[str, Any]) -> Workshops:
    """Workshops, not begun yet. ``identity`` knows who may lead; ``settings`` are Jupyter's, for its handlers.

    Raises:
        ServeError: anybody could lead, or rooms would be deleted before they close.
        PatientbookError: the widgets have not been built, or the database's address is none.
    """
    if not identity.auth_enabled:
        message = "Anybody could lead workshops here: the token is empty, and there is no password."
        raise ServeError(f"{message} Set one of the two (docs/workshops.md), or leave both out: then a token is made.")
    limits = setting.limits
    if limits.delete_after < limits.close_after:
        message = "Rooms would be deleted before they close."
        raise ServeError(f"{message} Make --rooms-delete-after longer, or --rooms-close-after shorter.")
    if setting.database:
        make_engine(setting.database).dispose()  # what cannot be an address is told now, and not when it is needed
    service = Service(setting)
    own = {**settings, "cookie_secret": cookie_secret(identity, setting.base)}
    return Workshops(service, make_application(service, identity, SECURITY, own), first_words(identity))


def _asset(path: str, content: bytes) -> Variants:
    file = make_file(path, content)
    is_font = file.type.startswith("font/")
    return make_variants(file if is_font else replace(file, gzip=gzip.compress(content, mtime=0)))


def _json_answer(refused: Refused) -> Answer:
    body = json.dumps(refused.as_json(), ensure_ascii=False).encode()
    headers = {"Content-Type": "application/json; charset=utf-8", "Content-Length": str(len(body))}
    return Answer(refused.status, headers | {"Cache-Control": "no-store"} | SECURITY, body)
