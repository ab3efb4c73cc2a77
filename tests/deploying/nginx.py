"""nginx with an example of the documentation as its settings, on a free port of this machine."""

from __future__ import annotations

import http.client
import os
import shutil
import subprocess
from typing import TYPE_CHECKING, Self

from tests.app.server import PATIENCE, Reply, eventually, free_port
from tests.deploying.examples import with_own

if TYPE_CHECKING:
    from pathlib import Path

PLACES = ("/usr/sbin", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/bin")
MODULES = "/etc/nginx/modules-enabled/*.conf"  # where Debian names those that are installed, by paths from a folder
MODULES_IN = "/usr/lib/nginx/modules"
# Everything that nginx writes goes into a folder of the test.
FRAME = """
daemon off;
{user}
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
include {modules};
events {{ worker_connections 256; }}
http {{
    include {types};
    default_type application/octet-stream;
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/guide.conf;
}}
"""
TYPES = ("/etc/nginx/mime.types", "/usr/local/etc/nginx/mime.types", "/opt/homebrew/etc/nginx/mime.types")


class Nginx:
    """A running nginx; stopped when the block ends. ``own`` are places of this machine instead of the example's."""

    def __init__(self, folder: Path, example: str, own: dict[str, str]) -> None:
        program = shutil.which("nginx", path=os.pathsep.join((os.environ["PATH"], *PLACES)))
        assert program, "nginx is not installed. On Debian and Ubuntu: `apt-get install nginx`."
        self.port = free_port()
        self._folder = folder
        (folder / "guide.conf").write_text(
            with_own(example, {"listen 80;": f"listen 127.0.0.1:{self.port};", **own}), encoding="utf-8"
        )
        (folder / "modules").symlink_to(MODULES_IN)
        settings = FRAME.format(
            folder=folder,
            types=next(each for each in TYPES if os.path.exists(each)),  # noqa: PTH110 - no path of ours
            modules=MODULES,
            user="user root;" if os.getuid() == 0 else "",  # else its workers may not read a test's files
        )
        (folder / "nginx.conf").write_text(settings, encoding="utf-8")
        self._command = [program, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]

    def __enter__(self) -> Self:
        tried = subprocess.run([*self._command, "-t"], capture_output=True, text=True, check=False)
        assert tried.returncode == 0, tried.stderr
        assert "[warn]" not in tried.stderr, tried.stderr
        self._process = subprocess.Popen(self._command)
        eventually("nginx answers", self._is_ready)
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(PATIENCE)

    def ask(self, path: str, method: str = "GET", **headers: str) -> Reply:
        """The reply. Underscores in names of headers become hyphens."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.putrequest(method, path, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            reply = connection.getresponse()
            return Reply(reply.status, {name.lower(): value for name, value in reply.getheaders()}, reply.read())
        finally:
            connection.close()

    def _is_ready(self) -> bool:
        assert self._process.poll() is None, (self._folder / "error.log").read_text(encoding="utf-8")
        try:
            return self.ask("/").status > 0
        except OSError:
            return False
