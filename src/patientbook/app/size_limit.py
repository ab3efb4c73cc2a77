"""A limit to what is sent: what comes beyond it is read and dropped, so that the answer arrives."""

from __future__ import annotations

from http.client import responses
from typing import TYPE_CHECKING

from tornado.httputil import HTTPConnection, HTTPHeaders, HTTPMessageDelegate, ResponseStartLine

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from tornado.httputil import HTTPServerRequest, RequestStartLine

    from .answers import Answer

_MOST_DROPPED = 16 << 20  # bytes; the connection of who sends more is closed


class SizeLimit(HTTPMessageDelegate):
    """Passes a request on to ``inner``, but answers ``too_long`` where its body has more than ``most`` bytes."""

    def __init__(self, request: HTTPServerRequest, inner: HTTPMessageDelegate, most: int, too_long: Answer) -> None:
        self._connection: HTTPConnection = request.connection  # type: ignore[assignment] # tornado sets it before routing
        self._connection.set_max_body_size(_MOST_DROPPED)  # type: ignore[attr-defined] # of HTTP/1, the only one there is
        self._inner = inner
        self._most = most
        self._too_long = too_long
        self._size = 0

    def headers_received(
        self, start_line: RequestStartLine | ResponseStartLine, headers: HTTPHeaders
    ) -> Awaitable[None] | None:
        """The request begins."""
        return self._inner.headers_received(start_line, headers)

    def data_received(self, chunk: bytes) -> Awaitable[None] | None:
        """A part of the body."""
        self._size += len(chunk)
        return self._inner.data_received(chunk) if self._size <= self._most else None

    def finish(self) -> None:
        """The request is whole."""
        if self._size <= self._most:
            self._inner.finish()
            return
        status = self._too_long.status
        line = ResponseStartLine("HTTP/1.1", status, responses[status])
        self._connection.write_headers(line, HTTPHeaders(self._too_long.headers), self._too_long.body)
        self._connection.finish()

    def on_connection_close(self) -> None:
        """Who sent it is gone."""
        self._inner.on_connection_close()
