"""A site is kept whole or counts as absent, and old ones are dropped."""

import os
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from patientbook.pages import SiteStore


def test_a_site_comes_back_as_it_was(site, tmp_path):
    store = SiteStore(tmp_path)
    store.write(site)
    assert store.read(site.digest) == site
    assert site.files["en/01-bicycles.html"].brotli
    assert site.files["en/01-bicycles.html"].gzip


def test_a_site_that_was_never_kept_is_absent(tmp_path):
    assert SiteStore(tmp_path / "nowhere").read("digest") is None


@pytest.mark.parametrize("left", [0, 1, 10, 100, 1000, -1000, -100, -22, -1])
def test_a_file_that_ends_too_early_counts_as_absent(site, tmp_path, left):
    store = SiteStore(tmp_path)
    store.write(site)
    path = store.path(site.digest)
    path.write_bytes(path.read_bytes()[:left])
    assert store.read(site.digest) is None


@pytest.fixture(scope="session")
def packed(site, tmp_path_factory):
    store = SiteStore(tmp_path_factory.mktemp("store"))
    store.write(site)
    return store.path(site.digest).read_bytes()


@settings(max_examples=400)
@given(st.data())
def test_a_file_with_a_wrong_byte_gives_the_site_or_nothing(site, packed, tmp_path_factory, data):
    store = SiteStore(tmp_path_factory.getbasetemp())
    contents = {path: file.content for path, file in site.files.items()}
    directory = packed.index(b"PK\x01\x02")  # from here on a byte says where things are
    at = data.draw(st.integers(0, len(packed) - 1) | st.integers(0, 60) | st.integers(directory, len(packed) - 1))
    wrong = bytearray(packed)
    wrong[at] ^= data.draw(st.integers(1, 255))
    store.path(site.digest).write_bytes(wrong)
    kept = store.read(site.digest)
    assert kept is None or {path: file.content for path, file in kept.files.items()} == contents


def test_three_sites_are_kept(site, tmp_path):
    store = SiteStore(tmp_path)
    for age, digest in enumerate(["oldest", "older", "old", "new"]):
        store.write(replace(site, digest=digest))
        os.utime(store.path(digest), (1000 + age, 1000 + age))
    store.write(replace(site, digest="newest"))
    assert sorted(path.name.partition(".")[0] for path in tmp_path.iterdir()) == ["new", "newest", "old"]
