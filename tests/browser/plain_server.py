"""A web server that knows nothing but files, below a folder, without redirects, and sometimes broken."""

from __future__ import annotations

from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Self
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FOLDER = "/guides/bicycles/"
TYPES = {
    ".css": "text/css",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}


def files_in(folder: Path) -> dict[str, tuple[bytes, str]]:
    """Content and type of every file in a folder, by path."""
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), TYPES.get(path.suffix, "application/octet-stream"))
        for path in paths
    }


class PlainServer:
    """Serves ``files`` (content and type by path) below ``folder``. Paths in ``broken`` are not answered."""

    def __init__(self, files: Mapping[str, tuple[bytes, str]], folder: str = FOLDER) -> None:
        self.files = {folder: files}
        self.broken: set[str] = set()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.port = self._server.server_port
        self.host = f"http://127.0.0.1:{self.port}"
        self.address = f"{self.host}{folder}"

    def stop(self) -> None:
        """Answer nobody any more."""
        self._server.shutdown()
        self._server.server_close()

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self.stop()

    def _find(self, path: str) -> tuple[bytes, str] | None:
        for folder, files in self.files.items():
            if path.startswith(folder):
                name = path.removeprefix(folder)
                return files.get(f"{name}index.html" if name.endswith("/") or not name else name)
        return None

    def _missing(self, path: str) -> tuple[bytes, str]:
        """What is shown where nothing is: the site's own page for that, if it has one."""
        for folder, files in self.files.items():
            if path.startswith(folder) and "404.html" in files:
                return files["404.html"]
        return b"There is no such file.", "text/plain"

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                path = unquote(urlsplit(self.path).path)
                if any(path.endswith(each) for each in outer.broken):
                    self.close_connection = True  # as when the network drops
                    return
                found = outer._find(path)
                content, kind = found or outer._missing(path)
                self.send_response(200 if found else 404)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(content)))
                self.send_header("Cache-Control", "no-cache")
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: object) -> None:
                """Say nothing: the tests' own output is read by people."""

        return Handler
