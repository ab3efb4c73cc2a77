"""A guide from nothing to print, with one installed program: started by `test_journey.py`, where no network is.

Prints what each step said as JSON. Needs nothing but Python: it must not lend the program anything of this repository.
"""

from __future__ import annotations

import fcntl
import json
import socket
import struct
import subprocess
import sys
import urllib.request
from pathlib import Path

PROGRAM = sys.argv[1]
SECONDS = 60
_SET_FLAGS, _UP_AND_RUNNING = 0x8914, 0x41  # SIOCSIFFLAGS; IFF_UP | IFF_RUNNING (netdevice(7))


def raise_loopback() -> None:
    """A network of our own begins with its loopback down, which kernels need."""
    with socket.socket() as any_socket:
        fcntl.ioctl(any_socket, _SET_FLAGS, struct.pack("16sh", b"lo", _UP_AND_RUNNING))


def can_reach_others() -> bool:
    """Whether there is a way to anywhere but this machine (nothing is sent: a datagram socket only picks a route)."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        return probe.connect_ex(("192.0.2.1", 9)) == 0


def run(*arguments: str) -> dict[str, object]:
    """What a command said, and how it ended."""
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=SECONDS, check=False)
    return {"code": done.returncode, "out": done.stdout, "err": done.stderr}


def ask(address: str) -> dict[str, object]:
    """What the server answers."""
    with urllib.request.urlopen(address, timeout=SECONDS) as reply:  # noqa: S310 - our own server
        return {"status": reply.status, "text": reply.read().decode()}


def serve(*paths: str) -> dict[str, object]:
    """What the server answers to each path; it is stopped afterwards."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen([PROGRAM, "serve", "--port", str(port)], stderr=subprocess.PIPE, text=True)
    said = ""
    while "http://" not in said and (line := server.stderr.readline()):  # it names its address when it can answer
        said += line
    try:
        return {path: ask(f"http://127.0.0.1:{port}{path}") for path in paths}
    finally:
        server.terminate()
        server.communicate(timeout=SECONDS)


if __name__ == "__main__":
    if "--own-network" in sys.argv:
        raise_loopback()
    told = {"reaches others": can_reach_others()}
    told["new guide"] = run("new", "guide", ".", "--title", "All about bread")
    told["check"] = run("check")
    told["new chapter"] = run("new", "chapter", "Sourdough", "--after", "01")
    told["check again"] = run("check")
    told["build"] = run("build")
    told["serve"] = serve("/en/01-how-to-use-this-guide.html", "/healthz")
    told["export"] = run("export", "pdf")
    told["files"] = sorted(path.as_posix() for path in Path().rglob("*.*") if ".cache" not in path.parts)
    json.dump(told, sys.stdout)
