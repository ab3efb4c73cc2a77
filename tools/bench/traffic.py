"""What a page asks of the network, counted from the browser's own record (Chrome DevTools Protocol, Network)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.async_api import CDPSession

LOCAL_SCHEMES = ("data", "blob", "about")  # these ask nobody


@dataclass(frozen=True)
class Traffic:
    """Requests begun before the quiz was usable, their bytes on the wire, and the hosts asked in the whole visit."""

    requests: int
    octets: int
    other_hosts: tuple[str, ...]


@dataclass
class Record:
    """Network events as they come: seconds by request, bytes by request, addresses in order."""

    begun: dict[str, float] = field(default_factory=dict)
    octets: dict[str, float] = field(default_factory=dict)
    addresses: list[str] = field(default_factory=list)

    async def listen(self, session: CDPSession) -> None:
        """Note the events of a page from now on."""
        session.on("Network.requestWillBeSent", self.note_request)
        session.on("Network.loadingFinished", self.note_end)
        session.on("Network.webSocketCreated", self.note_socket)
        await session.send("Network.enable")

    def note_request(self, event: Mapping[str, Any]) -> None:
        """A request was sent; also one that will fail."""
        address = str(event["request"]["url"])
        if urlsplit(address).scheme not in LOCAL_SCHEMES:
            self.addresses.append(address)
            self.begun.setdefault(str(event["requestId"]), float(event["timestamp"]))

    def note_end(self, event: Mapping[str, Any]) -> None:
        """A request's answer has come to its end; its size is headers and body as they were on the wire."""
        self.octets[str(event["requestId"])] = float(event["encodedDataLength"])

    def note_socket(self, event: Mapping[str, Any]) -> None:
        """A WebSocket was opened: its host counts, its bytes do not."""
        self.addresses.append(str(event["url"]))

    def until(self, seconds: float, own: str) -> Traffic:
        """What was begun in the first ``seconds``, for a page at the address ``own``."""
        start = min(self.begun.values(), default=0.0)
        early = [request for request, moment in self.begun.items() if moment - start <= seconds]
        others = {urlsplit(each).netloc for each in self.addresses} - {urlsplit(own).netloc}
        return Traffic(len(early), round(sum(self.octets.get(each, 0) for each in early)), tuple(sorted(others)))
