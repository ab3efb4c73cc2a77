"""Pages a second from one process, by wrk with 50 connections that each ask again as soon as they are answered."""

from __future__ import annotations

import re
import shutil
import urllib.request
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from .problems import BenchError, MissingToolError
from .processes import processor_seconds, running

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from .servers import Server

CONNECTIONS = 50
WAY_OUT = "Install it with `apt install wrk` or `brew install wrk`."


@dataclass(frozen=True)
class Rate:
    """Pages a second, and pages a second of the server's processor time, which a busy machine changes less."""

    a_second: float
    a_processor_second: float


def measure_load(servers: Mapping[str, Server], folder: Path, seconds: int, times: int) -> dict[str, Rate]:
    """The rate by server, the median of ``times`` turns of ``seconds`` each.

    Raises:
        MissingToolError: there is no wrk.
        BenchError: a server did not answer every request with the page.
    """
    program = shutil.which("wrk")
    if program is None:
        raise MissingToolError("wrk", WAY_OUT)
    counted: dict[str, list[Rate]] = {name: [] for name in servers}
    for server in servers.values():
        _expect_gzip(server.page)
    for _ in range(times):
        for name, server in servers.items():
            counted[name].append(_rate(program, server, folder, seconds))
    return {
        name: Rate(median(each.a_second for each in rates), median(each.a_processor_second for each in rates))
        for name, rates in counted.items()
    }


def read_wrk(said: str) -> float:
    """Requests a second from what wrk prints.

    Raises:
        BenchError: it counted failures, or printed no number.
    """
    failures = [line.strip() for line in said.splitlines() if re.search(r"Non-2xx|Socket errors", line)]
    if failures:
        raise BenchError(f"Under load not every request was answered: {'; '.join(failures)}.")
    found = re.search(r"Requests/sec:\s*([\d.]+)", said)
    if not found or float(found[1]) == 0:
        raise BenchError(f"wrk counted no requests. It said: {said.strip() or 'nothing'}")
    return float(found[1])


def _rate(program: str, server: Server, folder: Path, seconds: int) -> Rate:
    command = [program, "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-H", "Accept-Encoding: gzip", server.page]
    before = processor_seconds(server.program.pid)
    with running("wrk", command, folder) as wrk:
        wrk.wait(seconds + 10)
        a_second = read_wrk(wrk.said())
    return Rate(a_second, a_second * seconds / (processor_seconds(server.program.pid) - before))


def _expect_gzip(page: str) -> None:
    request = urllib.request.Request(page, headers={"Accept-Encoding": "gzip"})  # noqa: S310 - our own http address
    with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 - as above
        if answer.headers.get("Content-Encoding") != "gzip":
            raise BenchError(f"{page} does not come as gzip, so its speed would say something else.")
