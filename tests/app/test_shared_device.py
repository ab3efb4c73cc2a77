"""`patientbook serve --shared-device`: every page is told, in every form in which it is sent."""

import gzip
import json

import brotli
import pytest

from tests.app.server import Server

UNPACK = {"": bytes, "gzip": gzip.decompress, "br": brotli.decompress}


@pytest.fixture(scope="module")
def shared(built_once):
    with Server(built_once, "--shared-device") as running:
        yield running


def facts_in(page):
    block = page.split('id="pb-page">')[1].split("</script>")[0]
    return json.loads(block)


@pytest.mark.parametrize("encoding", UNPACK)
@pytest.mark.parametrize("path", ["/en/index.html", "/en/01-bicycles.html"])
def test_every_page_is_told_that_many_readers_share_the_device(shared, server, path, encoding):
    for running, is_shared in ((shared, True), (server, False)):
        reply = running.ask(path, accept_encoding=encoding or "identity")
        assert reply.headers.get("content-encoding", "") == encoding
        assert facts_in(UNPACK[encoding](reply.body).decode())["shared_device"] is is_shared
