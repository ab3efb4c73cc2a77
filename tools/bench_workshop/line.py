"""Connections of phones: bytes over loopback, read as far as a phone needs it, so that a thousand fit in a process."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

HOST = "127.0.0.1"


@dataclass(frozen=True)
class Reply:
    """What came back."""

    status: int
    head: bytes
    body: bytes

    @property
    def place(self) -> str:
        """Where it leads to."""
        return self.head.partition(b"\r\nLocation: ")[2].partition(b"\r\n")[0].decode()


class Line(asyncio.Protocol):
    """A connection on which one request after the other is sent. Ends with `ConnectionError` where it is cut."""

    def __init__(self) -> None:
        self._came = b""
        self._waiting: asyncio.Future[Reply] | None = None
        self._transport: asyncio.Transport | None = None

    async def open(self, port: int) -> Line:
        """Connect."""
        await asyncio.get_running_loop().create_connection(lambda: self, HOST, port)
        return self

    async def ask(self, method: str, path: str, body: bytes = b"", kind: str = "") -> Reply:
        """The reply to a request.

        Raises:
            ConnectionError: the connection is cut.
        """
        if self._transport is None or self._transport.is_closing():
            raise ConnectionError
        self._waiting = asyncio.get_running_loop().create_future()
        head = f"{method} {path} HTTP/1.1\r\nHost: {HOST}\r\nAccept-Encoding: gzip\r\n"
        if method != "GET":
            head += f"Content-Type: {kind}\r\nContent-Length: {len(body)}\r\nSec-Fetch-Site: same-origin\r\n"
        self._transport.write(head.encode() + b"\r\n" + body)
        return await self._waiting

    def cut(self) -> None:
        """Close it without a word."""
        if self._transport:
            self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """It stands."""
        assert isinstance(transport, asyncio.Transport)  # noqa: S101 - as asyncio gives it
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """A part of a reply."""
        self._came += data
        head, end, body = self._came.partition(b"\r\n\r\n")
        if not end:
            return
        length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0] or 0)
        if len(body) >= length and self._waiting and not self._waiting.done():
            self._came = body[length:]
            self._waiting.set_result(Reply(int(head[9:12]), head, body[:length]))

    def connection_lost(self, error: Exception | None) -> None:
        """It is cut."""
        if self._waiting and not self._waiting.done():
            self._waiting.set_exception(ConnectionError())


class Stream(asyncio.Protocol):
    """An event stream. ``heard`` gets the revision and the data of each state, ``ended`` is called when it is cut."""

    def __init__(
        self, path: str, heard: Callable[[int, bytes], None], ended: Callable[[], None], token: str = ""
    ) -> None:
        self._heard = heard
        self._ended = ended
        self._came = b""
        self._transport: asyncio.Transport | None = None
        named = f"Authorization: token {token}\r\n" if token else ""
        self._asked = f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\n{named}\r\n".encode()

    async def open(self, port: int) -> Stream:
        """Connect."""
        await asyncio.get_running_loop().create_connection(lambda: self, HOST, port)
        return self

    def cut(self) -> None:
        """Close it without a word."""
        if self._transport:
            self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """It stands."""
        assert isinstance(transport, asyncio.Transport)  # noqa: S101 - as asyncio gives it
        self._transport = transport
        transport.write(self._asked)

    def data_received(self, data: bytes) -> None:
        """A part of the stream."""
        self._came += data
        while (end := self._came.find(b"\n\n")) >= 0:
            event, self._came = self._came[:end], self._came[end + 2 :]
            at = event.find(b"event: state\nid: ")
            if at >= 0:
                number, _, said = event[at + 17 :].partition(b"\ndata: ")
                self._heard(int(number), said)

    def connection_lost(self, error: Exception | None) -> None:
        """It is cut."""
        self._ended()
