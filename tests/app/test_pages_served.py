"""What a browser, a proxy and a stranger get from the app."""

import gzip
import re
from html.parser import HTMLParser
from urllib.parse import urljoin

import brotli
import pytest

PAGE = "/en/01-bicycles.html"
SECURITY = {
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
}


def assets_of(server):
    return re.findall(r'(?:href|src)="\.\./(assets/[^"]+)"', server.ask(PAGE).text)


class Addresses(HTMLParser):
    """Collects what a page links to and loads."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found += [value for name, value in attrs if name in ("href", "src") and value and value[0] != "#"]


def addresses(reply):
    parser = Addresses()
    parser.feed(reply.text)
    return [each for each in parser.found if not each.startswith(("https:", "mailto:", "data:"))]


def test_the_server_says_that_it_is_well(server):
    reply = server.ask("/healthz")
    assert (reply.status, reply.body, reply.headers["cache-control"]) == (200, b"ok\n", "no-store")


def test_a_head_request_gets_the_headers_of_a_get_and_no_body(server):
    get, head = server.ask(PAGE, Accept_Encoding="gzip"), server.ask(PAGE, "HEAD", Accept_Encoding="gzip")
    assert head.status == 200
    assert head.body == b""
    assert {**head.headers, "date": ""} == {**get.headers, "date": ""}
    assert int(head.headers["content-length"]) == len(get.body)


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("", None),
        ("identity", None),
        ("gzip", "gzip"),
        ("GZIP", "gzip"),
        ("gzip, deflate, br", "br"),
        ("gzip;q=1.0, br;q=0", "gzip"),
        ("gzip;q=0", None),
        ("gzip; q=0.000, br ; q=0.0", None),
        ("br;q=0.001", "br"),
        ("xgzip, abr", None),
        ("gzip;q=.", None),
        ("gzip;q=1.2.3", None),
        ("gzip;q=ten, br", "br"),
        (",,;;=,", None),
    ],
)
def test_the_coding_follows_what_the_browser_accepts(server, accepted, coding):
    plain = server.ask(PAGE)
    reply = server.ask(PAGE, Accept_Encoding=accepted)
    unpack = {None: bytes, "gzip": gzip.decompress, "br": brotli.decompress}[coding]
    assert reply.status == 200
    assert reply.headers.get("content-encoding") == coding
    assert unpack(reply.body) == plain.body
    assert reply.headers["vary"] == "Accept-Encoding"


@pytest.mark.parametrize("accepted", ["identity", "gzip", "br"])
@pytest.mark.parametrize("form", ["{}", "W/{}", '"other", {}', "*"])
def test_a_browser_that_has_the_page_is_told_so(server, accepted, form):
    etag = server.ask(PAGE, Accept_Encoding=accepted).headers["etag"]
    reply = server.ask(PAGE, Accept_Encoding=accepted, If_None_Match=form.format(etag))
    assert (reply.status, reply.body) == (304, b"")
    assert reply.headers["etag"] == etag
    assert reply.headers["cache-control"] == "no-cache"
    assert "content-length" not in reply.headers


def test_a_browser_that_has_another_page_gets_this_one(server):
    other = server.ask("/en/08-words.html").headers["etag"]
    assert server.ask(PAGE, If_None_Match=other).status == 200


def test_codings_have_etags_of_their_own(server):
    etags = {server.ask(PAGE, Accept_Encoding=each).headers["etag"] for each in ("", "gzip", "br")}
    assert len(etags) == 3


def test_pages_are_asked_for_again_and_assets_are_kept_for_ever(server):
    assert server.ask(PAGE).headers["cache-control"] == "no-cache"
    assets = assets_of(server)
    assert {path.rpartition(".")[2] for path in assets} >= {"css", "js", "woff2", "svg"}
    for path in assets:
        reply = server.ask(f"/{path}")
        assert reply.status == 200
        assert reply.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_every_answer_of_ours_is_guarded_and_sets_no_cookie(server):
    asked = [PAGE, "/", "/healthz", "/nowhere", "/en/index.html", *(f"/{path}" for path in assets_of(server))]
    replies = [server.ask(path) for path in asked]
    replies += [server.ask(PAGE, "POST"), server.ask(PAGE, If_None_Match="*")]
    for reply in replies:
        assert reply.headers.items() >= SECURITY.items()
        policy = reply.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy
        assert "set-cookie" not in reply.headers


@pytest.mark.parametrize(
    ("path", "to"),
    [("/", "/en/index.html"), ("/en", "/en/index.html"), ("/en/", "/en/index.html"), ("/en/01-bicycles", PAGE)],
)
def test_short_addresses_lead_to_the_page(server, path, to):
    reply = server.ask(path)
    assert (reply.status, reply.headers["location"]) == (302, to)
    assert server.ask(to).status == 200


@pytest.mark.parametrize("path", ["/nowhere", "/en/nowhere.html", "/a/b/c/d/", "/en/index.html/x", "/404.html"])
def test_a_wrong_address_gets_a_page_whose_links_work(server, path):
    reply = server.ask(path, Accept_Encoding="gzip, br")
    assert reply.status == 404
    assert reply.headers["content-type"] == "text/html; charset=utf-8"
    found = addresses(reply)
    assert len(found) > 4
    for address in found:
        if not address.startswith("/voila/"):  # asking for that one starts a kernel
            assert server.ask(urljoin(path, address)).status in (200, 302), address


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"])
def test_pages_can_only_be_read(server, method):
    reply = server.ask(PAGE, method)
    assert reply.status == 405
    assert reply.headers["allow"] == "GET, HEAD"


@pytest.mark.parametrize(
    "path",
    [
        "/en/../../etc/passwd",
        "/en/..%2f..%2fetc%2fpasswd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "//etc/passwd",
        "//example.org/",
        "/en//01-bicycles.html",
        "/assets/../../content/guide.yaml",
        "/content/guide.yaml",
        "/.cache/patientbook/",
        "/en/01-bicycles.html%00",
        "/en/\\..\\guide.yaml",
        "/%ff%fe",
        "/voila/render/../../content/guide.yaml",
        "/voila/render/..%2f..%2fcontent%2fguide.yaml",
        "/voila/files/content/guide.yaml",
        "/voila/files/../content/guide.yaml",
        f"/{'a' * 8000}",
    ],
)
def test_nothing_but_the_site_can_be_reached(server, path):
    reply = server.ask(path)
    assert reply.status in (301, 302, 400, 403, 404)
    assert b"licence:" not in reply.body
    assert b"root:" not in reply.body
    assert b"Traceback" not in reply.body
    assert not reply.headers.get("location", "").startswith(("//", "http"))


@pytest.mark.parametrize(
    "request_",
    [
        b"garbage\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 64,
        b"GET / HTTP/9.9\r\nHost: x\r\n\r\n",
        b"GET /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: nine\r\n\r\n",
        b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 200_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nbroken header\r\n\r\n",
        b"",
    ],
    ids=["garbage", "tls", "version", "length", "long address", "long header", "broken header", "nothing"],
)
def test_a_request_that_is_none_harms_nobody(server, request_):
    answered = server.send(request_)
    assert not answered.startswith(b"HTTP/1.1 200")
    assert b"Traceback" not in answered
    assert server.ask("/healthz").status == 200


def test_many_requests_on_one_connection_are_answered_in_order(server):
    paths = [PAGE, "/nowhere", "/healthz", "/en/08-words.html"] * 50
    answered = server.send("".join(f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n" for path in paths).encode())
    assert [int(status) for status in re.findall(rb"HTTP/1\.1 (\d{3}) ", answered)] == [200, 404, 200, 200] * 50


def test_an_old_program_is_answered_and_let_go(server):
    answered = server.send(b"GET /healthz HTTP/1.0\r\n\r\n", is_all=False)
    assert answered.endswith(b"\r\n\r\nok\n")
