"""Compressed copies are taken from the sites that are kept, for files whose content is the same, and else made."""

import gzip
import json
import zipfile
from dataclasses import replace

import brotli
import pytest

from patientbook.pages import SiteStore
from patientbook.pages.copies import HOW, with_copies

PAGE = "en/01-bicycles.html"


@pytest.fixture(scope="session")
def bare(site):
    """The site as it is rendered: without copies."""
    return replace(site, files={path: replace(file, gzip=None, brotli=None) for path, file in site.files.items()})


def marked(file):
    return replace(file, gzip=b"kept", brotli=b"kept too")


def test_every_text_that_becomes_smaller_has_copies_that_unpack_to_it(site, bare):
    made = with_copies(bare, [])
    assert made == site
    for path, file in made.files.items():
        if file.type.startswith("text/") and len(file.content) > 200:
            assert gzip.decompress(file.gzip) == brotli.decompress(file.brotli) == file.content, path
        if path.endswith(".woff2"):
            assert file.gzip is file.brotli is None


def test_copies_of_the_same_content_are_taken_wherever_it_stood(bare):
    page = bare.files[PAGE]
    made = with_copies(replace(bare, files={"en/other.html": page, **bare.files}), [marked(page)])
    assert made.files["en/other.html"].gzip == made.files[PAGE].gzip == b"kept"
    assert made.files["en/index.html"].gzip != b"kept"


@pytest.mark.parametrize(
    "change", [{"content": b"<p>Another text.</p>" * 20}, {"type": "text/css"}, {"gzip": None}, {"brotli": None}]
)
def test_copies_of_anything_else_are_made_anew(site, bare, change):
    kept = replace(marked(bare.files[PAGE]), **change)
    assert with_copies(bare, [kept]).files[PAGE] == site.files[PAGE]


def test_the_store_gives_the_files_of_all_its_sites(site, tmp_path):
    store = SiteStore(tmp_path)
    assert list(store.files()) == []
    store.write(site)
    store.write(replace(site, digest="other", files={PAGE: marked(site.files[PAGE])}))
    assert marked(site.files[PAGE]) in list(store.files())
    assert len(list(store.files())) == len(site.files) + 1


def test_copies_that_were_made_in_another_way_are_not_given(site, tmp_path):
    store = SiteStore(tmp_path)
    store.write(site)
    path = store.path(site.digest)
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    assert json.loads(parts["site.json"])["copies"] == HOW
    parts["site.json"] = parts["site.json"].replace(HOW.encode(), b"gzip 1")
    with zipfile.ZipFile(path, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    assert store.read(site.digest) == site
    assert list(store.files()) == []


def test_a_damaged_site_gives_no_files(site, tmp_path):
    store = SiteStore(tmp_path)
    store.write(site)
    path = store.path(site.digest)
    path.write_bytes(path.read_bytes()[:5000])
    assert list(store.files()) == []
