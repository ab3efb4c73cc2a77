"""Against trying codes and words: from one address at most so many wrong ones a minute.

Addresses are kept in memory only, as a hash with a salt made at each start, and forgotten after the minute.
"""

from __future__ import annotations

import hashlib
import secrets
import time
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tornado.httputil import HTTPServerRequest

WRONG_CODES = 100  # all phones in a hospital's Wi-Fi have one address, and people mistype
WRONG_WORDS = 10  # of a login, and of a follow-up: words are easier to guess than codes
SECONDS = 60.0
_THIS_MACHINE = ("127.0.0.1", "::1")


def address_of(request: HTTPServerRequest) -> str:
    """Where a request is from; behind a proxy on this machine, as the proxy says."""
    address = request.remote_ip or ""
    said = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return said if said and address in _THIS_MACHINE else address


class Guesses:
    """Wrong tries by address. With 100 a minute, one of 191 million codes is found once in some four years."""

    def __init__(self, most: int = WRONG_CODES, now: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._now = now
        self._salt = secrets.token_bytes(16)
        self._wrong: dict[bytes, deque[float]] = {}

    def are_too_many(self, address: str) -> bool:
        """Whether codes typed from there are not looked at for now."""
        self.forget()
        return len(self._wrong.get(self._hash(address), ())) >= self._most

    def count_wrong(self, address: str) -> None:
        """Remember a wrong code from there."""
        self._wrong.setdefault(self._hash(address), deque(maxlen=self._most)).append(self._now())

    def forget(self) -> None:
        """Drop what is older than a minute, addresses and all."""
        old = self._now() - SECONDS
        for key, times in list(self._wrong.items()):
            while times and times[0] <= old:
                times.popleft()
            if not times:
                del self._wrong[key]

    def __len__(self) -> int:
        return len(self._wrong)

    def _hash(self, address: str) -> bytes:
        return hashlib.blake2b(address.encode(), key=self._salt, digest_size=8).digest()
