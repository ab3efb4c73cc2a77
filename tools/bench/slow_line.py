"""A slow line to a server on this machine: what passes through it is delayed and thinned as on a poor phone network.

The browser's own emulation delays requests and not connections, so it lets pages off that need many of them.
"""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

PACKET = 1460  # bytes of one packet's content, the usual size


class SlowLine:
    """``bits`` a second down, shared by all connections in turn; ``latency`` seconds there and back, to connect too."""

    def __init__(self, port: int, bits: int, latency: float) -> None:
        self._port = port
        self._rate = bits / 8
        self._one_way = latency / 2
        self._turn = asyncio.Lock()  # whoever waits longest comes next
        self._free_at = 0.0
        self._carried: dict[asyncio.Task[None] | None, asyncio.StreamWriter] = {}

    async def cut(self) -> None:
        """End all connections."""
        for writer in self._carried.values():
            writer.transport.abort()
        await asyncio.gather(*filter(None, self._carried))

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, to its end."""
        self._carried[asyncio.current_task()] = writer
        with suppress(OSError):
            await asyncio.sleep(2 * self._one_way)  # the handshake
            from_server, to_server = await asyncio.open_connection("127.0.0.1", self._port)
            up = asyncio.create_task(self._pass(reader, to_server, is_thin=False))
            down = asyncio.create_task(self._pass(from_server, writer, is_thin=True))
            await asyncio.wait((up, down), return_when=asyncio.FIRST_COMPLETED)
            for each in (up, down):
                each.cancel()
            to_server.close()
        writer.close()
        del self._carried[asyncio.current_task()]

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, is_thin: bool) -> None:
        clock = asyncio.get_running_loop().time
        under_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        arriving = asyncio.create_task(_arrive(under_way, writer))
        try:
            while piece := await reader.read(PACKET):
                if is_thin:
                    await self._take_turn(len(piece))
                under_way.put_nowait((clock() + self._one_way, piece))
            under_way.put_nowait((clock() + self._one_way, b""))
            await arriving
        finally:
            arriving.cancel()

    async def _take_turn(self, octets: int) -> None:
        clock = asyncio.get_running_loop().time
        async with self._turn:
            self._free_at = max(self._free_at, clock()) + octets / self._rate
            await asyncio.sleep(self._free_at - clock())


async def _arrive(under_way: asyncio.Queue[tuple[float, bytes]], writer: asyncio.StreamWriter) -> None:
    clock = asyncio.get_running_loop().time
    while True:
        due, piece = await under_way.get()
        await asyncio.sleep(due - clock())
        if not piece:
            return
        writer.write(piece)
        await writer.drain()


@asynccontextmanager
async def slow_line(port: int, bits: int, latency: float) -> AsyncIterator[int]:
    """A slow line to the server at ``port`` of this machine; yields the port at which it begins."""
    line = SlowLine(port, bits, latency)
    async with await asyncio.start_server(line.carry, "127.0.0.1", 0) as server:
        try:
            yield int(server.sockets[0].getsockname()[1])
        finally:
            await line.cut()
