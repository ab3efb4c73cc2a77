"""`patientbook preview`: the app, with pages made anew when a file is saved."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from patientbook.app import PatientbookApp
from patientbook.app.router import PageRouter

from .events import PATH, Events
from .kept import last_site
from .preview import Preview

if TYPE_CHECKING:
    from collections.abc import Callable

    from tornado.httputil import HTTPMessageDelegate, HTTPServerRequest
    from tornado.web import Application

    from patientbook.app.workshops import Workshops
    from patientbook.pages import Site
    from patientbook.pages.workplace import Workplace


class PreviewApp(PatientbookApp):
    """The guide for somebody who writes it."""

    command = "preview"
    look_every = 200  # milliseconds; a look takes 5

    def first_site(self, place: Workplace, prepare: Callable[[Site], Site]) -> Site:
        """The pages as they are now, or the last that could be made: an author may begin with a mistake in a file."""
        del prepare  # there is nothing to take from the store
        preview = Preview(place, last_site(place))
        asyncio.run(preview.look())
        self._preview = preview
        return preview.site

    def make_router(self, application: Application, place: Workplace, workshops: Workshops | None) -> PageRouter:
        """The app's router, with the stream that pages follow."""
        router = _Router(application, self.base_url, place, workshops, is_live=False)
        router.follow(self._preview, self.base_url)
        return router

    async def look(self, router: PageRouter) -> None:
        """Show new pages as soon as they are made."""
        if await self._preview.look():
            router.show(self._preview.site)


class _Router(PageRouter):
    """Routes the stream besides."""

    def follow(self, preview: Preview, base: str) -> None:
        self._preview = preview
        self._events = base + PATH

    def find_handler(self, request: HTTPServerRequest, **kwargs: object) -> HTTPMessageDelegate | None:
        """The delegate that answers ``request``."""
        if request.path == self._events:
            return self._voila.get_handler_delegate(request, Events, {"preview": self._preview})
        return super().find_handler(request, **kwargs)
