"""Ready answers: a site's files with their headers made once, so that serving a page is a look-up and a write."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from patientbook.pages.render import BASE, NOTICES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from patientbook.pages import File, Site

CSP = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
# No Cross-Origin-Opener-Policy: it makes Chromium change its process at the first page, which costs a third of the time
# to the first text (`make bench`). Our pages open no windows, and links to other hosts carry rel="noreferrer".
SECURITY = {
    "Content-Security-Policy": CSP,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_SUFFIX = {"identity": "", "gzip": "-gzip", "br": "-br"}


@dataclass(frozen=True)
class Answer:
    """A status, headers and a body, ready to be sent."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""


@dataclass(frozen=True)
class Variants:
    """The answers for one path: by content coding, and the one for a browser that has it already."""

    by_coding: Mapping[str, Answer]
    etags: frozenset[str]

    def choose(self, accept_encoding: str, if_none_match: str) -> Answer:
        """The answer to a GET or HEAD (RFC 9110, 12.5.3 and 13.1.2)."""
        coding = next((each for each in self.by_coding if accepts(accept_encoding, each)), "identity")
        answer = self.by_coding[coding]
        if if_none_match and self._is_known(if_none_match):
            kept = {name: value for name, value in answer.headers.items() if not name.startswith("Content-T")}
            kept = {name: value for name, value in kept.items() if name not in ("Content-Length", "Content-Encoding")}
            return Answer(304, kept)
        return answer

    def _is_known(self, if_none_match: str) -> bool:
        tags = {tag.strip().removeprefix("W/") for tag in if_none_match.split(",")}
        return "*" in tags or bool(tags & self.etags)


def accepts(accept_encoding: str, coding: str) -> bool:
    """Whether a browser that sent this `Accept-Encoding` takes ``coding``; a weight of 0 refuses it."""
    if coding == "identity":
        return True
    weight = r"(?:;\s*q\s*=\s*([01](?:\.\d*)?)\s*)?"
    match = re.search(rf"(?:^|[,\s]){coding}\s*{weight}(?:,|$)", accept_encoding, re.IGNORECASE)
    return bool(match) and float(match[1] or 1) > 0 if match else False


def make_variants(file: File) -> Variants:
    """The answers for a file of the site; Brotli is offered before gzip."""
    bodies = {"br": file.brotli, "gzip": file.gzip, "identity": file.content}
    by_coding = {coding: _answer(file, coding, body) for coding, body in bodies.items() if body is not None}
    return Variants(by_coding, frozenset(answer.headers["ETag"] for answer in by_coding.values()))


def make_all(site: Site) -> dict[str, Variants]:
    """The answers for every file of the site, by path; notices are answers to other requests and not among them."""
    return {path: make_variants(file) for path, file in site.files.items() if path not in NOTICES}


def make_notices(site: Site, base: str) -> dict[str, Answer]:
    """The site's notices (`404.html`, …) with the address the site starts at filled in."""
    return {name: _notice(int(name[:3]), site.files[name], base) for name in NOTICES}


def _notice(status: int, file: File, base: str) -> Answer:
    body = file.content.replace(BASE.encode(), base.encode())
    headers = {"Content-Type": file.type, "Content-Length": str(len(body)), "Cache-Control": "no-store"} | SECURITY
    return Answer(status, headers | ({"Retry-After": "60"} if status == 503 else {}), body)  # noqa: PLR2004 - all places taken


def _answer(file: File, coding: str, body: bytes) -> Answer:
    headers = {
        "Content-Type": file.type,
        "Content-Length": str(len(body)),
        "ETag": f'{file.etag[:-1]}{_SUFFIX[coding]}"',
        "Cache-Control": "public, max-age=31536000, immutable" if file.is_immutable else "no-cache",
        "Vary": "Accept-Encoding",
    }
    if coding != "identity":
        headers["Content-Encoding"] = coding
    return Answer(200, headers | SECURITY, body)
