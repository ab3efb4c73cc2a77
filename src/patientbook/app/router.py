"""What answers a request: the guide's pages from memory, Voilà for what computes, a kind notice for the rest.

Pages do not pass through tornado's request handlers: those cost more than the page does.
"""

from __future__ import annotations

from dataclasses import replace
from http.client import responses
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from tornado.httputil import (
    HTTPConnection,
    HTTPHeaders,
    HTTPMessageDelegate,
    HTTPServerRequest,
    ResponseStartLine,
)
from tornado.routing import Router

from patientbook.pages.making import HEALTH

from .answers import SECURITY, Answer, Variants, make_all, make_notices, make_variants
from .downloads import Downloads
from .sending import DownloadSender

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tornado.web import Application

    from patientbook.pages import Site
    from patientbook.pages.workplace import Workplace

    from .workshops import Workshops

TEMPLATE_STATIC = "voila/templates/patientbook/static/"
DOWNLOADS = "downloads/"
READING = ("GET", "HEAD")
VOILA = ("voila/", "api/", "login", "logout")  # what Voilà's own routes start with


class PageRouter(Router):
    """Routes by the path under ``base`` (starts and ends with a slash)."""

    def __init__(
        self, voila: Application, base: str, place: Workplace, workshops: Workshops | None = None, *, is_live: bool
    ) -> None:
        self._voila = voila
        self._base = base
        self._workshops = workshops
        self._is_live = is_live
        self._pages: dict[str, Variants] = {}
        self._redirects: Mapping[str, str] = {}
        self.notices: Mapping[str, Answer] = {}
        self.digest = ""
        self._downloads = Downloads(place, self._show_pages)

    def show(self, site: Site) -> None:
        """Serve ``site`` from the next request on, and what it offers for downloading."""
        self._show_pages(site)
        self._downloads.show(site)
        if self._workshops:
            self._workshops.show(site)

    def stop(self) -> None:
        """Make no downloads any more, and end the workshops of this process."""
        self._downloads.stop()
        if self._workshops:
            self._workshops.stop()

    def _show_pages(self, site: Site) -> None:
        pages = make_all(site)
        to_kernel = site.notebooks if self._is_live else site.live
        redirects = {page: f"voila/render/{notebook}" for page, notebook in to_kernel.items()}
        redirects |= {"": site.home}
        for path in site.files:
            folder, _, name = path.rpartition("/")
            if name == "index.html" and folder:
                redirects |= {folder: path, f"{folder}/": path}
            elif path.endswith(".html"):
                redirects |= {path.removesuffix(".html"): path}
        self._pages = {path: variants for path, variants in pages.items() if path not in to_kernel}
        self._pages |= _for_template(site) | (self._workshops.assets if self._workshops else {})
        self._redirects = redirects
        self.notices = make_notices(site, self._base)
        self.digest = site.digest

    def find_handler(self, request: HTTPServerRequest, **kwargs: object) -> HTTPMessageDelegate | None:
        """The delegate that answers ``request`` (called by tornado once its headers are in)."""
        if not request.path.startswith(self._base):
            wanted = request.path + "/" == self._base
            return _Sender(request, _redirect(self._base)) if wanted else _Sender(request, self.notices["404.html"])
        path = request.path[len(self._base) :]
        if path.startswith(VOILA) and path not in self._pages:
            return self._voila.find_handler(request, **kwargs)
        if path.startswith(DOWNLOADS) and request.method in READING and self._downloads.offers(path):
            return DownloadSender(request, self._downloads, path, self.notices["503-download.html"])
        if self._workshops and (found := self._workshops.find_handler(path, request)):
            return found
        return _Sender(request, self._answer(unquote(path), request))

    def _answer(self, path: str, request: HTTPServerRequest) -> Answer:
        if request.method not in READING:
            return Answer(405, {"Allow": "GET, HEAD", "Content-Length": "0"} | SECURITY)
        if path == HEALTH:
            return _HEALTHY
        if variants := self._pages.get(path):
            get = request.headers.get
            return variants.choose(get("Accept-Encoding", ""), get("If-None-Match", ""))
        if path in self._redirects:
            return _redirect(self._base + quote(self._redirects[path]))
        return self.notices["404.html"]


def _for_template(site: Site) -> dict[str, Variants]:
    """Our Voilà template's styles and scripts are the site's, under the names that the template knows them by."""
    named: dict[str, Variants] = {}
    for path, file in site.files.items():
        if path.startswith("assets/"):
            hashed = PurePosixPath(path)
            plain = f"{hashed.name.partition('.')[0]}{hashed.suffix}"
            variants = make_variants(replace(file, is_immutable=False))
            named |= {f"{TEMPLATE_STATIC}{plain}": variants, f"{TEMPLATE_STATIC}{hashed.name}": variants}
    return named


class _Sender(HTTPMessageDelegate):
    """Sends a ready answer when the request has been read to its end."""

    def __init__(self, request: HTTPServerRequest, answer: Answer) -> None:
        self._is_head = request.method == "HEAD"
        self._connection: HTTPConnection = request.connection  # type: ignore[assignment] # tornado sets it before routing
        self._answer = answer

    def finish(self) -> None:
        answer = self._answer
        line = ResponseStartLine("HTTP/1.1", answer.status, responses[answer.status])
        body = b"" if self._is_head else answer.body
        self._connection.write_headers(line, HTTPHeaders(answer.headers), body)
        self._connection.finish()


def _redirect(to: str) -> Answer:
    return Answer(302, {"Location": to, "Content-Length": "0", "Cache-Control": "no-cache"} | SECURITY)


_HEALTHY = Answer(
    200,
    {"Content-Type": "text/plain; charset=utf-8", "Content-Length": "3", "Cache-Control": "no-store"} | SECURITY,
    b"ok\n",
)
