"""Sends a file from disk, piece by piece, as fast as the reader takes it: whole, in part, or only its headers."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from http.client import responses
from typing import TYPE_CHECKING, BinaryIO

from tornado.httputil import HTTPConnection, HTTPHeaders, HTTPMessageDelegate, ResponseStartLine
from tornado.iostream import StreamClosedError

from patientbook.exports.registry import FORMATS

from .answers import SECURITY, Answer
from .ranges import NotThere, Part, part_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tornado.httputil import HTTPServerRequest

    from patientbook.exports.kept import KeptFile

    from .downloads import Downloads

_PIECE = 1 << 18  # bytes
_MIME = {format_.suffix: format_.mime for format_ in FORMATS.values()}


class DownloadSender(HTTPMessageDelegate):
    """Waits until the download has been made, and sends it. ``not_made`` is the answer when it cannot be."""

    def __init__(self, request: HTTPServerRequest, downloads: Downloads, path: str, not_made: Answer) -> None:
        self._request = request
        self._connection: HTTPConnection = request.connection  # type: ignore[assignment] # tornado sets it before routing
        self._downloads = downloads
        self._path = path
        self._not_made = not_made

    def finish(self) -> None:
        """Begin: the request has been read to its end."""
        task = asyncio.get_running_loop().create_task(self._send())
        self._connection.set_close_callback(task.cancel)  # type: ignore[attr-defined] # of HTTP/1, the only one there is

    async def _send(self) -> None:
        with suppress(StreamClosedError):  # the reader is gone
            found = await self._downloads.find(self._path)
            file = await asyncio.to_thread(_opened, found) if found else None
            if not found or not file:
                await self._answer(self._not_made)
                return
            with file:
                answer, part = answer_to(self._request.headers, self._request.method or "", self._path, found)
                await self._answer(answer, file if self._request.method == "GET" else None, part)

    async def _answer(self, answer: Answer, file: BinaryIO | None = None, part: Part | None = None) -> None:
        line = ResponseStartLine("HTTP/1.1", answer.status, responses[answer.status])
        body = b"" if self._request.method == "HEAD" else answer.body
        await self._connection.write_headers(line, HTTPHeaders(answer.headers), body)
        if file and part:
            await asyncio.to_thread(file.seek, part.start)
            left = part.length
            while left and (piece := await asyncio.to_thread(file.read, min(_PIECE, left))):
                left -= len(piece)
                await self._connection.write(piece)
        self._connection.finish()


def _opened(found: KeptFile) -> BinaryIO | None:
    try:
        return found.file.open("rb")
    except OSError:
        return None  # somebody emptied the cache


def answer_to(asked: Mapping[str, str], method: str, path: str, found: KeptFile) -> tuple[Answer, Part | None]:
    """Status and headers of the answer, and the part of the file that is its body."""
    etag = f'"{found.digest[:20]}"'
    name = path.rpartition("/")[2]
    headers = {"ETag": etag, "Accept-Ranges": "bytes", "Cache-Control": "no-cache"} | SECURITY
    tags = {tag.strip().removeprefix("W/") for tag in asked.get("If-None-Match", "").split(",")}
    if tags & {etag, "*"}:
        return Answer(304, headers), None
    headers["Content-Type"] = _MIME[name[name.rindex(".") :]]
    headers["Content-Disposition"] = f'attachment; filename="{name}"'
    is_part = method == "GET" and asked.get("If-Range", etag) == etag
    try:
        part = part_of(asked.get("Range", ""), found.size) if is_part else None
    except NotThere:
        return Answer(416, {"Content-Range": f"bytes */{found.size}", "Content-Length": "0"} | SECURITY), None
    if part:
        headers["Content-Range"] = f"bytes {part.start}-{part.start + part.length - 1}/{found.size}"
    whole = Part(0, found.size)
    headers["Content-Length"] = str((part or whole).length)
    return Answer(206 if part else 200, headers), part or whole
