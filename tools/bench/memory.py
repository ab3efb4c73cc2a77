"""Memory of a server with all its children, after one reader and after many."""

from __future__ import annotations

import http.client
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import psutil  # type: ignore[import-untyped] # it carries no types

from patientbook.pages.making import HEALTH

from .problems import BenchError
from .processes import family

if TYPE_CHECKING:
    from .servers import Server

READERS = 1000
AT_ONCE = 20
STOCK_READERS = 3
MIB = 1024 * 1024


@dataclass(frozen=True)
class MemoryFigures:
    """MiB of resident memory: of our server, and what one more reader takes from stock Voilà."""

    ours_after_one: float
    ours_after_all: float
    stock_per_reader: float


def measure_memory(ours: Server, stock: Server) -> MemoryFigures:
    """Let readers come: one, then a thousand to ours; one, then three to stock Voilà.

    Raises:
        BenchError: a reader did not get everything.
    """
    _read_page(ours.page)
    after_one = resident(ours.program.pid)
    with ThreadPoolExecutor(AT_ONCE) as readers:
        list(readers.map(_read_page, [ours.page] * READERS))
    after_all = resident(ours.program.pid)
    _read_stock(stock.page)
    before = resident(stock.program.pid)
    for _ in range(STOCK_READERS):
        _read_stock(stock.page)
    return MemoryFigures(after_one, after_all, (resident(stock.program.pid) - before) / STOCK_READERS)


def resident(pid: int) -> float:
    """MiB of resident memory of a process and its children; memory that several share counts for each."""
    octets = 0
    for each in family(pid):
        with suppress(psutil.NoSuchProcess):
            octets += each.memory_info().rss
    return octets / MIB


class Loaded(HTMLParser):
    """The addresses that a page loads by itself, in order, each once."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: dict[str, None] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a link or a script names."""
        named = dict(attrs)
        address = named.get("src") if tag == "script" else named.get("href") if tag == "link" else None
        if address:
            self.addresses[address] = None


def _read_page(page: str) -> None:
    """Be one reader, with a connection of one's own: the page, what it loads, and whether the server is there."""
    connection = http.client.HTTPConnection(urlsplit(page).netloc, timeout=30)
    try:
        loaded = Loaded()
        loaded.feed(_get(connection, urlsplit(page).path, "identity").decode())
        for address in (*loaded.addresses, f"/{HEALTH}"):
            _get(connection, urlsplit(urljoin(page, address)).path, "gzip")
    finally:
        connection.close()


def _get(connection: http.client.HTTPConnection, path: str, coding: str) -> bytes:
    connection.request("GET", path, headers={"Accept-Encoding": coding})
    answer = connection.getresponse()
    content = answer.read()
    if answer.status != http.client.OK:
        raise BenchError(f"A reader who asked for {path} was answered {answer.status}.")
    return content


def _read_stock(page: str) -> None:
    with urllib.request.urlopen(page, timeout=60) as answer:  # noqa: S310 - our own http address
        answer.read()
