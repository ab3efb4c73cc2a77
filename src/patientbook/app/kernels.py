"""Kernels for the notebooks that compute: a hard cap on their number, and a kind page when all places are taken."""

from __future__ import annotations

import sys
from typing import Any

from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from tornado.web import HTTPError
from traitlets import Integer
from traitlets.config import Config
from voila.tornado.handler import TornadoVoilaHandler

from .identity import AnonymousReaders

PLACES = 20
IDLE_SECONDS = 20 * 60


def kernel_config(places: int, idle_seconds: int) -> Config:
    """Voilà's configuration for notebooks that compute: kernels at a time, seconds idle, transport, and who reads."""
    config = Config()
    config.VoilaConfiguration.multi_kernel_manager_class = CappedKernelManager
    config.PatientbookApp.identity_provider_class = AnonymousReaders
    config.CappedKernelManager.places = places
    config.MappingKernelManager.cull_idle_timeout = idle_seconds
    config.MappingKernelManager.cull_interval = max(1, min(60, idle_seconds // 2))
    # A tab left open is idle too. Its reader keeps the text and is told that the computing part has stopped.
    config.MappingKernelManager.cull_connected = True
    # A new kernel in the place of one that died would know nothing of the page, and its reader would not be told.
    config.KernelRestarter.restart_limit = 0
    if sys.platform != "win32":
        config.KernelManager.transport = (
            "ipc"  # sockets in a private folder, not ports any user of the machine can reach
        )
    return config


class AllPlacesTaken(HTTPError):  # noqa: N818 - it is what the reader is told, not a fault
    """No kernel can be started for one more reader now."""

    def __init__(self) -> None:
        super().__init__(503, "All places are taken.")


class CappedKernelManager(AsyncMappingKernelManager):
    """Starts at most ``places`` kernels at a time."""

    places = Integer(PLACES, config=True, help="How many kernels may run at a time.")
    _starting = 0

    async def start_kernel(  # type: ignore[override] # jupyter_client types the blocking one
        self,
        **kwargs: Any,  # noqa: ANN401 - passed on to Jupyter as they come
    ) -> str:
        """Start a kernel and return its id.

        Raises:
            AllPlacesTaken: as many run already as may.
        """
        if len(self) + self._starting >= self.places:
            raise AllPlacesTaken
        self._starting += 1
        try:
            return str(await super().start_kernel(**kwargs))
        finally:
            self._starting -= 1


class LiveNotebookHandler(TornadoVoilaHandler):  # type: ignore[misc] # Voilà's class is untyped
    """Voilà's page for a notebook, with our notices in place of its error pages."""

    def log_exception(self, *error: Any) -> None:  # noqa: ANN401 - tornado's signature
        """Log what failed on our side, but not who asked for what."""
        if not isinstance(error[1], HTTPError):
            self.log.error("A notebook could not be shown.", exc_info=error)

    def write_error(self, status_code: int, **kwargs: Any) -> None:  # noqa: ANN401 - tornado's signature
        """Answer with the guide's own notice; the details are in the log."""
        notices = self.settings["patientbook_router"].notices
        answer = notices.get(f"{status_code}.html") or notices["500.html"]
        if self._headers_written:
            self.finish()
            return
        self.clear()
        self.__dict__.pop("_new_cookie", None)  # set for what computes, and a notice does not; tornado has no other way
        self.set_status(status_code)
        for name, value in answer.headers.items():
            self.set_header(name, value)
        self.finish(answer.body)
