"""Event streams: an event is made once and written to all; nobody is waited for.

Format: https://html.spec.whatwg.org/multipage/server-sent-events.html. A stream has no length and ends with its
connection, so that its bytes are the same for all and need no framing for each.
"""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING

from tornado.iostream import StreamBufferFullError, StreamClosedError

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from tornado.iostream import IOStream

SECONDS_BETWEEN_BEATS = 15  # proxies cut what is silent for longer than 30 or 60
_MOST_UNSENT = 512 * 1024  # bytes; a phone so far behind is better off coming back
# An event, because scripts do not hear comment lines: phones come back when they have heard nothing for 40 s.
_BEAT = b"event: beat\ndata: .\n\n"
# Browsers wait this long before they come back, each its own time, so that a thousand do not come in one moment.
_SOONEST, _LATEST = 500, 4000  # milliseconds


def event(revision: int, data: bytes) -> bytes:
    """An event with the state ``data``, which is JSON and so has no line breaks."""
    return b"event: state\nid: %d\ndata: %b\n\n" % (revision, data)


def stream_head(headers: dict[str, str]) -> bytes:
    """The beginning of an answer that is a stream."""
    own = {"Content-Type": "text/event-stream; charset=utf-8", "Connection": "close", "X-Accel-Buffering": "no"}
    lines = "".join(f"{name}: {value}\r\n" for name, value in (headers | own).items())
    return f"HTTP/1.1 200 OK\r\n{lines}\r\n".encode()


class Streams:
    """The open streams of one audience. ``changed`` is called when somebody comes or goes."""

    def __init__(self, changed: Callable[[], None] = lambda: None) -> None:
        self._changed = changed
        self._open: dict[IOStream, Hashable] = {}
        self._of: Counter[Hashable] = Counter()
        self._was_behind: set[IOStream] = set()

    @property
    def here(self) -> int:
        """How many different people have a stream open."""
        return len(self._of)

    def __len__(self) -> int:
        return len(self._open)

    def add(self, stream: IOStream, who: Hashable, head: bytes, first: bytes) -> None:
        """Begin with ``head`` and the event ``first`` on a connection that was taken over."""
        if stream.closed():
            return
        stream.max_write_buffer_size = _MOST_UNSENT
        stream.set_nodelay(True)
        self._open[stream] = who
        self._of[who] += 1
        stream.set_close_callback(lambda: self._gone(stream))
        retry = b"retry: %d\n" % random.randint(_SOONEST, _LATEST)  # noqa: S311 - not a secret
        self._write(stream, head + retry + first)
        self._changed()

    def send(self, made: bytes) -> None:
        """Write an event to all."""
        for stream in list(self._open):
            self._write(stream, made)

    def beat(self) -> None:
        """Keep connections alive, and drop those that have taken nothing since the last beat."""
        behind = {stream for stream in self._open if stream.writing()}
        for stream in behind & self._was_behind:
            stream.close()
        self._was_behind = behind
        self.send(_BEAT)

    def close(self) -> None:
        """End all streams."""
        for stream in list(self._open):
            stream.close()

    def _write(self, stream: IOStream, content: bytes) -> None:
        try:
            stream.write(content)
        except (StreamBufferFullError, StreamClosedError):
            stream.close()

    def _gone(self, stream: IOStream) -> None:
        who = self._open.pop(stream, None)
        self._was_behind.discard(stream)
        if who is None:
            return
        self._of[who] -= 1
        if self._of[who] <= 0:
            del self._of[who]
        self._changed()
