"""Every link of the website, and of the copy that needs no server, leads to a file and a place that are there."""

import io
import json
import re
from zipfile import ZipFile

import pytest

from patientbook.pages.render import BASE
from tests.exports.webpages import Webpages
from tests.shipped import FOLDER

TOP = "personalised-cancer-medicine/"


@pytest.fixture(scope="module")
def website(shipped):
    """The files of the website, without their compressed copies."""
    paths = [path for path in shipped.site.rglob("*") if path.is_file() and path.suffix not in {".gz", ".br"}]
    return Webpages({path.relative_to(shipped.site).as_posix(): path.read_bytes() for path in paths}, FOLDER, BASE)


@pytest.fixture(scope="module")
def offline(shipped):
    """The files of the copy that needs no server."""
    [path] = (shipped.site / "downloads").glob("*-offline-*.zip")
    with ZipFile(io.BytesIO(path.read_bytes())) as archive:
        return Webpages({name.removeprefix(TOP): archive.read(name) for name in archive.namelist()})


@pytest.fixture(params=["website", "offline"])
def pages(request):
    return request.getfixturevalue(request.param)


def test_every_link_leads_to_a_file_of_the_site(pages):
    assert len(pages.links) > 2500
    assert [link for link in pages.links if link.to_file not in pages.files] == []


def test_every_fragment_leads_to_a_place_in_its_page(pages):
    to_places = [link for link in pages.links if link.to_id]
    assert len(to_places) > 2000
    assert [link for link in to_places if link.to_id not in pages.ids[link.to_file]] == []


def test_no_page_has_an_id_twice(pages):
    assert {name: len(ids) for name, ids in pages.ids.items()} == {name: len({*ids}) for name, ids in pages.ids.items()}


def test_links_are_relative_but_those_of_the_page_for_any_address(pages):
    """Of that page all that it loads; only a link within it is its own."""
    assert {link.file for link in pages.links if link.written.startswith("/")} <= {"404.html"}
    from_anywhere = [link.written for link in pages.links if link.file == "404.html" and link.written[0] != "#"]
    assert [each for each in from_anywhere if not each.startswith(FOLDER)] == []


def test_nothing_is_loaded_from_elsewhere(pages):
    loaded = [
        (name, each.attrib.get("src") or each.attrib["href"])
        for name, tree in pages.trees.items()
        for each in tree.iter()
        if _loads(each)
    ]
    assert len(loaded) > 60
    assert [(name, each) for name, each in loaded if re.match(r"[a-z]+:|//", each)] == []


def _loads(element):
    if element.tag == "link":
        return element.attrib.get("rel") not in {"canonical", "alternate", "next", "prev"}
    return element.tag in {"script", "img", "source", "audio", "video", "iframe"} and "src" in element.attrib


def test_what_search_finds_is_there(pages):
    [data] = [made.decode() for name, made in pages.files.items() if name.startswith("assets/search-en")]
    found = set(re.findall(r'"href":"(en/[\w./-]+\.html)(?:#([^"]+))?"', data))
    assert len(found) > 150
    assert [(file, id_) for file, id_ in found if id_ and id_ not in pages.ids[file]] == []


def test_what_is_kept_for_flight_mode_and_for_installing_is_there(website):
    kept = set(re.findall(r'"url": "([^"]+)"', website.files["sw.js"].decode()))
    assert {name for name in website.files if name.startswith("en/")} <= kept <= set(website.files)
    app = json.loads(website.files["manifest-en.webmanifest"])
    assert {app["start_url"], *(icon["src"] for icon in app["icons"])} <= set(website.files)
