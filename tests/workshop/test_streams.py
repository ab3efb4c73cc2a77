"""Event streams: made once and written to all; who takes nothing is dropped, and nobody is waited for."""

import asyncio
import socket

from tornado.iostream import IOStream

from patientbook.workshop.streams import Streams, event, stream_head

HEAD = stream_head({"X-Of-All": "yes"})


async def pair():
    """Both ends of a connection: the server's stream, and the phone's socket."""
    ours, theirs = socket.socketpair()
    ours.setblocking(False)
    theirs.setblocking(False)
    return IOStream(ours), theirs


async def read(phone, end):
    loop, came = asyncio.get_running_loop(), b""
    while end not in came:
        came += await asyncio.wait_for(loop.sock_recv(phone, 65536), 5)
    return came


def test_a_stream_begins_with_the_state_and_gets_each_event_and_beat():
    async def story():
        streams = Streams()
        stream, phone = await pair()
        streams.add(stream, 1, HEAD, event(3, b'{"a":1}'))
        streams.send(event(4, b"{}"))
        streams.beat()
        came = await read(phone, b"event: beat\ndata: .\n\n")
        phone.close()
        return came

    head, _, body = asyncio.run(story()).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 OK\r\nX-Of-All: yes\r\nContent-Type: text/event-stream")
    assert body.startswith(b"retry: ")
    assert b'event: state\nid: 3\ndata: {"a":1}\n\nevent: state\nid: 4\ndata: {}\n\n' in body


def test_people_are_counted_once_however_many_pages_they_have_open():
    async def story():
        changes = []
        streams = Streams(lambda: changes.append(streams.here))
        (first, phone), (second, same), (third, other) = [await pair() for _ in range(3)]
        for stream, who in ((first, 1), (second, 1), (third, 2)):
            streams.add(stream, who, HEAD, event(1, b"{}"))
        assert (streams.here, len(streams)) == (2, 3)
        for each in (phone, same):
            each.close()
            streams.beat()
        while streams.here > 1:
            streams.beat()
            await asyncio.sleep(0)
        other.close()
        return list(changes)

    changes = asyncio.run(story())
    assert changes[:3] == [1, 1, 2]
    assert changes[-1] == 1


def test_who_takes_nothing_is_dropped_and_the_others_go_on():
    async def story():
        streams = Streams()
        (slow, phone), (quick, other) = await pair(), await pair()
        for stream, who in ((slow, 1), (quick, 2)):
            streams.add(stream, who, HEAD, event(1, b"{}"))
        long = event(2, b'"' + b"x" * 400_000 + b'"')
        streams.send(long)
        await read(other, b'x"\n\n')
        streams.beat()
        await read(other, b"beat")
        streams.beat()
        assert slow.closed()
        assert not quick.closed()
        phone.close()
        other.close()
        quick.close()

    asyncio.run(story())


def test_more_than_fits_in_memory_ends_a_stream():
    async def story():
        streams = Streams()
        stream, phone = await pair()
        streams.add(stream, 1, HEAD, event(1, b"{}"))
        for _ in range(20):
            streams.send(event(2, b'"' + b"x" * 100_000 + b'"'))
        assert stream.closed()
        phone.close()

    asyncio.run(story())
