"""The website's files: the same pages as the app's, packed copies, what search engines read, and nothing half done."""

import gzip
import re
import xml.etree.ElementTree as ET

import brotli
import html5lib
import pytest

from patientbook.pages import SiteStore
from tests.exports.webpages import main_text
from tests.shipped import ADDRESS, FOLDER

PACKED = {".html", ".js", ".css", ".svg", ".webmanifest"}
PAGE = "en/01-what-is-personalised-medicine.html"
DOWNLOADS = 13  # four books and sheets, a handout for each of seven chapters, the e-book, and the copy without a server


@pytest.fixture(scope="module")
def names(shipped):
    return {path.relative_to(shipped.site).as_posix() for path in shipped.site.rglob("*") if path.is_file()}


def test_each_page_says_what_the_app_s_page_says(shipped):
    [kept] = (shipped.root / ".cache" / "patientbook" / "sites").glob("*.site.zip")
    app = SiteStore(kept.parent).read(kept.name.removesuffix(".site.zip"))
    pages = [path for path in app.files if path.startswith("en/") and path.endswith(".html")]
    assert len(pages) > 15
    for path in pages:
        ours, theirs = (
            main_text(html5lib.parse(made.decode(), namespaceHTMLElements=False))
            for made in ((shipped.site / path).read_bytes(), app.files[path].content)
        )
        assert _without_sizes(ours) == _without_sizes(theirs), path


def _without_sizes(text):
    """The app says how big a download is once it has been made."""
    return re.sub(r",? \d[\d.]* [kM]B", "", text)


def test_what_is_worth_packing_has_packed_copies_that_hold_the_same(shipped, names):
    served = {name for name in names if not name.startswith(("downloads/", ".")) and "/" in name}
    worth = {name for name in served if "." + name.rpartition(".")[2] in PACKED}
    assert len(worth) > 25
    for name in worth:
        whole = (shipped.site / name).read_bytes()
        for suffix, unpack in ((".gz", gzip.decompress), (".br", brotli.decompress)):
            packed = shipped.site / (name + suffix)
            assert unpack(packed.read_bytes()) == whole, packed
            assert packed.stat().st_size < len(whole)


def test_search_engines_are_told_every_page_that_has_something_to_read(shipped, names):
    tree = ET.fromstring((shipped.site / "sitemap.xml").read_bytes())  # noqa: S314 - we wrote it
    told = {each.text for each in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    tools = {"en/search.html", "en/my-pages.html"}
    read = {name for name in names if re.fullmatch(r"(en|docs)/.*\.html", name)} - tools
    assert told == {f"{ADDRESS}{name}" for name in read}
    assert f"Sitemap: {ADDRESS}sitemap.xml" in (shipped.site / "robots.txt").read_text(encoding="utf-8")


def test_the_page_for_what_is_not_there_works_from_any_address(shipped):
    page = (shipped.site / "404.html").read_text(encoding="utf-8")
    assert f'href="{FOLDER}en/index.html"' in page
    assert "This page is not here" in page


def test_all_downloads_are_in_it_and_the_pages_say_how_big_each_is(shipped, names):
    downloads = [name for name in names if name.startswith("downloads/")]
    assert len(downloads) == DOWNLOADS
    text = "".join(path.read_text(encoding="utf-8") for path in (shipped.site / "en").glob("*.html"))
    for name in downloads:
        [said] = set(re.findall(rf'href="\.\./{re.escape(name)}"[^>]*>.*?(\d[\d.]* [kM]B)', text, re.S))
        number, unit = said.split()
        size = (shipped.site / name).stat().st_size / {"kB": 1e3, "MB": 1e6}[unit]
        assert abs(float(number) - size) <= max(0.1, size / 10), name


def test_how_far_it_is_was_told_download_by_download(shipped):
    lines = shipped.told.splitlines()
    first, last = lines.index("Making the downloads"), lines.index("Writing the website")
    assert [line.partition(":")[0] for line in lines[first + 1 : last]] == [
        f"{number} of {DOWNLOADS}" for number in range(1, DOWNLOADS + 1)
    ]
    assert lines[last + 1].startswith("Wrote ")
