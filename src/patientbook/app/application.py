"""Voilà's application with the guide's pages in front."""

from __future__ import annotations

import errno
import os
import signal
import tempfile
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop, PeriodicCallback
from tornado.netutil import bind_sockets
from traitlets import Any as Whatever
from traitlets import Bool, Callable, Unicode, default
from voila.app import Voila
from voila.tornado.handler import TornadoVoilaHandler

import patientbook
from patientbook.exports.offers import offers_of
from patientbook.pages.making import make_site
from patientbook.pages.offline import without_offline
from patientbook.pages.workplace import Workplace
from patientbook.pages.workshops import with_workshops
from patientbook.problems import ServeError

from .connections import AT_ONCE, allow_many_connections
from .kernels import LiveNotebookHandler
from .refresh import Refresh
from .router import PageRouter
from .shared_device import for_many_readers

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable as Calling

    from tornado.web import Application, RequestHandler

    from patientbook.pages import Site

    from .leading import Leading
    from .workshops import Workshops

    Prepare = Calling[[Site], Site]


class PatientbookApp(Voila):  # type: ignore[misc] # Voilà's class is untyped
    """Serves a guide: kernel-free pages from memory, every other notebook through Voilà."""

    name = "voila"  # so that a voila.json beside the guide, and Voilà's own settings, count here too
    guide_dir = Unicode(help="The guide's folder.").tag(config=True)
    cache_dir = Unicode(help="Where executed notebooks and finished pages are kept.").tag(config=True)
    is_live = Bool(False, help="Serve every notebook with a kernel.").tag(config=True)
    is_shared = Bool(
        False, help="Many readers share the device: keep nothing on it, and clear pages after a rest."
    ).tag(config=True)
    has_workshops = Bool(False, help="Hold workshops: rooms that people join with a code.").tag(config=True)
    report = Callable(print, help="Called with a line when there is something to tell.")
    made_from = Whatever(None, help="What the guide's folder is made from (`pages.workplace.MadeFrom`), if it is made.")
    look_every = 1000  # milliseconds
    command = "serve"  # as an author typed it

    @default("connection_dir_root")
    def _default_connection_dir(self) -> str:
        # The address of a socket has at most 103 characters on macOS, and Jupyter needs 65 of them below this folder.
        folder = tempfile.gettempdir()
        return "/tmp" if len(folder) > 38 and os.name == "posix" else folder  # noqa: S108, PLR2004 - mkdtemp in it; 103 - 65

    @default("log_level")
    def _default_log_level(self) -> str:
        return "WARN"

    def setup_template_dirs(self) -> None:
        """Voilà's search for its template, which an editable install has not copied to where Jupyter looks."""
        checkout = Path(patientbook.__file__).parents[2] / "share" / "jupyter"
        if checkout.is_dir():
            os.environ["JUPYTER_PATH"] = os.pathsep.join(filter(None, (str(checkout), os.environ.get("JUPYTER_PATH"))))
        super().setup_template_dirs()

    def start(self) -> None:
        """Make the pages if need be, and serve until stopped.

        Raises:
            ServeError: the address cannot be had.
            ContentError: the content has errors.
            PatientbookError: the pages cannot be made.
        """
        sockets = self._bind()
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # Voilà's wants the loop, which is not there yet
        try:
            place = Workplace(Path(self.guide_dir), Path(self.cache_dir), self.report, self.made_from)
            prepare = self._prepare()
            site = self.first_site(place, prepare)
        except BaseException:
            for each in sockets:
                each.close()
            raise
        self._sockets = sockets
        self._place = place
        self._refresh = Refresh(place, site.digest, prepare)
        self._site = site
        super().start()

    def first_site(self, place: Workplace, prepare: Prepare) -> Site:
        """The site that is shown when the app opens.

        Raises:
            PatientbookError: it cannot be made; ContentError where the content has errors.
        """
        return prepare(make_site(place, offers_of))

    def make_router(self, application: Application, place: Workplace, workshops: Workshops | None) -> PageRouter:
        """What answers requests."""
        return PageRouter(application, self.base_url, place, workshops, is_live=self.is_live)

    async def look(self, router: PageRouter) -> None:
        """Show another site if there is one by now; called every ``look_every`` milliseconds."""
        await self._refresh.look(router)

    def init_settings(self) -> dict[str, Any]:
        """Voilà's settings, with a log that says nothing about who reads what."""
        settings: dict[str, Any] = super().init_settings()
        return settings | {"log_function": _log_failures}

    def init_handlers(self) -> list[Any]:
        """Voilà's routes, with our notices in place of its error pages."""
        return [
            (route[0], LiveNotebookHandler, *route[2:]) if route[1] is TornadoVoilaHandler else route
            for route in super().init_handlers()
        ]

    def listen(self) -> None:
        """Serve on the sockets already bound, until interrupted."""
        application: Application = self.app
        leading = self._leading() if self.has_workshops else None
        workshops = leading.make(self) if leading else None
        router = self.make_router(application, self._place, workshops)
        router.show(self._site)
        application.settings["patientbook_router"] = router
        server = HTTPServer(router)
        server.add_sockets(self._sockets)
        self.ioloop = IOLoop.current()
        looking = PeriodicCallback(lambda: self.look(router), self.look_every)
        looking.start()
        self.report(f"The guide is open at {self.display_url}  (Ctrl-C stops it)")
        if leading and workshops:
            leading.tell(self)
            self.ioloop.add_callback(workshops.start)
        if self.open_browser:
            self.launch_browser()
        # A KeyboardInterrupt would fall into whatever tornado is doing; a loop that is told to stop ends in order.
        for each in (signal.SIGINT, signal.SIGTERM):
            signal.signal(each, self._handle_signal_stop)
        try:
            self.ioloop.start()
        finally:
            looking.stop()
            server.stop()
            router.stop()
            self.stop()
            self.report("Stopped.")

    def _prepare(self) -> Prepare:
        """What is done with a site from the store before it is shown."""
        steps: list[Prepare] = [for_many_readers] if self.is_shared else [without_offline] if self.is_live else []
        if self.has_workshops:
            steps.append(with_workshops)
        return lambda site: reduce(lambda made, step: step(made), steps, site)

    def _leading(self) -> Leading:
        # Imported here, because a guide without workshops starts sooner without all that they need.
        from .leading import Leading  # noqa: PLC0415 - as said above

        allow_many_connections()
        return Leading(parent=self)

    def _bind(self) -> list[socket.socket]:
        try:
            return bind_sockets(self.port, self.ip or None, backlog=AT_ONCE)
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                message = (
                    f"Port {self.port} is in use by another program. Stop that one, "
                    f"or choose another port: patientbook {self.command} --port {self.port + 1}"
                )
            else:
                message = f"Cannot listen on {self.ip or 'this machine'}, port {self.port}: {error.strerror or error}."
            raise ServeError(message) from error


def _log_failures(handler: RequestHandler) -> None:
    if handler.get_status() >= 500 and not isinstance(handler, LiveNotebookHandler):  # noqa: PLR2004 - server errors
        handler.settings["voila"].log.warning("%s %s", handler.get_status(), type(handler).__name__)
