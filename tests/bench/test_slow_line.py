"""The slow line is as slow as it says, whoever uses it."""

import asyncio
from time import monotonic

from tools.bench.slow_line import slow_line

BITS, LATENCY = 400_000, 0.1
HALF = 12_500  # bytes that need a quarter of a second


async def answer(reader, writer):
    """A server that sends as many bytes as it is asked for."""
    wanted = int(await reader.readline())
    writer.write(b"x" * wanted)
    await writer.drain()
    writer.close()


async def fetch(port, octets):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"{octets}\n".encode())
    got = await reader.read(-1)
    writer.close()
    return len(got)


def seconds_for(*sizes):
    async def ask():
        async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
            port = server.sockets[0].getsockname()[1]
            async with slow_line(port, BITS, LATENCY) as slow:
                begun = monotonic()
                got = await asyncio.gather(*(fetch(slow, size) for size in sizes))
                return got, monotonic() - begun

    got, taken = asyncio.run(ask())
    assert got == list(sizes)
    return taken


def test_a_few_bytes_take_the_time_to_connect_and_to_ask():
    assert 2 * LATENCY <= seconds_for(10) < 2 * LATENCY + 1


def test_many_bytes_take_as_long_as_the_line_is_thin():
    assert seconds_for(2 * HALF) >= 2 * LATENCY + 0.5 - 0.01


def test_connections_share_the_line():
    assert seconds_for(HALF, HALF) >= 2 * LATENCY + 0.5 - 0.01
