"""Notebooks that compute are Voilà's, under a cap; chapters need no kernel, unless somebody asks for that."""

import http.client
import re
from contextlib import closing
from html.parser import HTMLParser

import psutil

from tests.app.server import PATIENCE, Server, eventually
from tests.guides import LIVE_ADDRESS, LIVE_PAGE


def kernels_of(server):
    return psutil.Process(server.process.pid).children(recursive=True)


def read_until(reply, words):
    """Read a page that comes piece by piece until ``words`` have come."""
    page = b""
    while words not in page:
        piece = reply.read1(65536)
        assert piece, page
        page += piece
    return page


def test_reading_every_chapter_starts_no_kernel(server):
    for page in ("/en/index.html", "/en/01-bicycles.html", "/en/08-words.html"):
        assert server.ask(page).status == 200
    assert kernels_of(server) == []


def test_the_start_page_names_the_live_notebook_and_leads_to_it(server):
    assert f'<a href="..{LIVE_ADDRESS}"><b>Choose a gear</b>' in server.ask("/en/index.html").text
    reply = server.ask(LIVE_PAGE)
    assert (reply.status, reply.headers["location"]) == (302, LIVE_ADDRESS)


def test_the_second_reader_is_asked_to_come_back_and_finds_a_place_later(server):
    with closing(http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)) as first:
        first.request("GET", LIVE_ADDRESS)
        with first.getresponse() as page:
            read_until(page, b'name="pb-kernel"')  # so it has its kernel now
            full = server.ask(LIVE_ADDRESS)
            assert full.status == 503
            assert int(full.headers["retry-after"]) > 0
            assert "<h1>All places are taken" in full.text
            assert "set-cookie" not in full.headers
            assert len(kernels_of(server)) == 1
            page.read()
    assert eventually("the idle kernel's place is free", lambda: server.ask(LIVE_ADDRESS).status == 200)


class Hosts(HTMLParser):
    """Collects what a page loads, and the text of the scripts it runs."""

    def __init__(self):
        super().__init__()
        self.loaded = []
        self.in_script = False
        self.scripts = ""

    def handle_starttag(self, tag, attrs):
        self.in_script = tag == "script" and "type" not in dict(attrs)
        if tag != "a":
            self.loaded += [value for name, value in attrs if name in ("href", "src", "data", "poster") and value]

    def handle_data(self, data):
        self.scripts += data if self.in_script else ""


def test_with_live_every_chapter_has_a_kernel_under_the_address_of_a_proxy(built_once):
    with Server(built_once, "--live", base="/guides/bikes/") as server:
        assert server.ask("/guides/bikes").headers["location"] == "/guides/bikes/"
        assert server.ask("/guides/bikes/").headers["location"] == "/guides/bikes/en/index.html"
        assert server.ask("/en/index.html").status == 404
        home = server.ask("/guides/bikes/en/index.html").text
        assert re.search(r'href="\.\./assets/page\.\w+\.css"', home)
        chapter = server.ask("/guides/bikes/en/01-bicycles.html").headers["location"]
        assert chapter == "/guides/bikes/voila/render/en/01-bicycles.ipynb"
        page = server.ask(chapter)
        assert page.status == 200
        assert "How many wheels has a bicycle?" in page.text
        assert len(kernels_of(server)) == 1
        found = Hosts()
        found.feed(page.text)
        assert found.loaded
        assert [each for each in found.loaded if re.match(r"\w*:?//", each)] == []
        assert re.findall(r"https?://[^\s\"'\\]+", found.scripts) == []
        for address in {each for each in found.loaded if each.startswith("/")}:
            assert server.ask(address).status == 200, address
