"""The service worker's list: the whole guide, each file with a revision that changes with its content."""

import json
from dataclasses import replace
from urllib.parse import quote

import pytest

from patientbook.pages.offline import AWAY, make_worker, without_offline
from patientbook.pages.render import NOTICES, WORKER
from patientbook.pages.site import make_file


def told(file):
    """What the worker is told, out of its script."""
    script = file.content.decode()
    facts, _ = json.JSONDecoder().raw_decode(script[script.index('{"files": ') :])
    return facts


@pytest.fixture
def files(site):
    return dict(site.files)


def test_everything_is_kept_but_what_is_named_here(site):
    kept = {each["url"] for each in told(site.files[WORKER])["files"]}
    left_out = {path for path in site.files if quote(path) not in kept}
    drawings = {path for path in site.files if path.endswith(".png")}
    [for_kernels] = [path for path in site.files if path.startswith("assets/live.")]
    assert left_out == {*NOTICES, WORKER, for_kernels, *drawings}
    assert len(drawings) == 4
    assert {quote(path) for path in site.live.keys() | site.live.values()}.isdisjoint(kept)


def test_the_worker_knows_where_the_root_leads_and_what_to_show_for_a_page_that_was_not_kept(site):
    facts = told(site.files[WORKER])
    assert facts["home"] == site.home
    assert facts["away"] == AWAY
    assert facts["base"] in site.files[AWAY].content.decode()


def test_a_page_s_revision_changes_with_its_content_and_no_other_does(site, files):
    page = "en/01-bicycles.html"
    before = {each["url"]: each["revision"] for each in told(make_worker(site.home, files, ()))["files"]}
    files[page] = make_file(page, files[page].content + b"<!-- edited -->")
    worker = make_worker(site.home, files, ())
    after = {each["url"]: each["revision"] for each in told(worker)["files"]}
    assert {url for url in after if after[url] != before[url]} == {page}
    assert all((after[url] is None) == url.startswith("assets/") for url in after)


def test_the_same_files_make_the_same_worker_whatever_their_order(site, files):
    assert make_worker(site.home, files, ()) == make_worker(site.home, dict(reversed(files.items())), ())


def test_addresses_lead_from_the_worker_to_the_file_in_whatever_folder_the_site_lies(site, files):
    files["en/Gänge & #1.html"] = make_file("en/Gänge & #1.html", b"<p>")
    addresses = [each["url"] for each in told(make_worker(site.home, files, ()))["files"]]
    assert "en/G%C3%A4nge%20%26%20%231.html" in addresses
    assert [each for each in addresses if each.startswith(("/", "."))] == []


def test_what_is_there_for_downloading_is_not_kept_unasked(site, files):
    files["downloads/guide.pdf"] = make_file("downloads/guide.pdf", b"%PDF")
    assert not [each for each in told(make_worker(site.home, files, ()))["files"] if "guide.pdf" in each["url"]]


def test_a_site_without_offline_has_a_worker_that_keeps_nothing(site):
    without = without_offline(site)
    assert told(without.files[WORKER])["files"] == []
    assert replace(without, files={**without.files, WORKER: site.files[WORKER]}) == site
