"""What is offered to download: with what it is sent, made once, kept by content, and told where it cannot be made."""

import re
import shutil
import signal

import pytest

from patientbook.exports.kept import FOLDER, DownloadStore
from patientbook.exports.offers import offers_of
from patientbook.exports.registry import FORMATS
from patientbook.pages.workplace import site_digest
from patientbook.reading.guide import load_guide
from tests.app.server import Server, eventually
from tests.guides import CHAPTER, build_guide, replace_in

MIME = {format_.suffix: format_.mime for format_ in FORMATS.values()}
PAGE = "/en/index.html"
BOOK = f"/{FOLDER}/bicycles-en-2026-01-31.pdf"
OLD, NEW = "Look where you want to go.", "Look ahead, and a little further."


def offered(root):
    """The address of every download of a guide."""
    return [f"/{each.href}" for each in offers_of(load_guide(root)).downloads]


def kept_of(root):
    """Every file that is kept of the downloads, with the moment at which it was written."""
    folder = root / ".cache" / "patientbook" / "downloads"
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def pressed(built_once, tmp_path_factory):
    """A guide all of whose downloads were made by a running app."""
    root = shutil.copytree(built_once, tmp_path_factory.mktemp("pressed") / "guide")
    with Server(root) as server:
        for path in offered(root):
            assert server.ask(path, "HEAD").status == 200
    return root


@pytest.fixture(scope="module")
def shop(pressed):
    """A server of that guide."""
    with Server(pressed) as running:
        yield running


@pytest.fixture
def to_change(pressed, tmp_path):
    """A copy of that guide, to change."""
    return shutil.copytree(pressed, tmp_path / "guide")


def test_pages_lead_to_every_download_and_their_names_say_guide_language_and_date(pressed, shop):
    pages = "".join(shop.ask(path).text for path in (PAGE, "/en/01-bicycles.html"))
    addresses = offered(pressed)
    assert {path.rpartition(".")[2] for path in addresses} == {"pdf", "epub", "zip"}
    for path in addresses:
        assert re.fullmatch(r"/downloads/bicycles(-[a-z0-9-]+)?-en-2026-01-31\.(pdf|epub|zip)", path)
        assert f'href="..{path}"' in pages


def test_every_download_has_its_type_length_and_name_and_comes_whole(pressed, shop):
    for path in offered(pressed):
        reply = shop.ask(path)
        name = path.rpartition("/")[2]
        assert reply.status == 200
        assert reply.headers["content-type"] == MIME[name[name.rindex(".") :]]
        assert reply.headers["content-disposition"] == f'attachment; filename="{name}"'
        assert int(reply.headers["content-length"]) == len(reply.body) > 1000
        assert reply.headers["accept-ranges"] == "bytes"
        assert reply.headers["x-content-type-options"] == "nosniff"
        assert reply.body.startswith(b"%PDF-" if name.endswith("pdf") else b"PK")


def test_a_head_request_gets_the_headers_of_a_get_and_no_body(pressed, shop):
    for path in offered(pressed):
        get, head = shop.ask(path), shop.ask(path, "HEAD")
        assert head.body == b""
        assert {**head.headers, "date": ""} == {**get.headers, "date": ""}


@pytest.mark.parametrize("form", ["{}", "W/{}", '"other", {}', "*"])
def test_who_has_a_download_is_told_so(pressed, shop, form):
    for path in offered(pressed):
        etag = shop.ask(path, "HEAD").headers["etag"]
        reply = shop.ask(path, If_None_Match=form.format(etag))
        assert (reply.status, reply.body, reply.headers["etag"]) == (304, b"", etag)
        assert shop.ask(path, "HEAD", If_None_Match='"other"').status == 200


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [("bytes=0-99", 0, 100), ("bytes=100-", 100, None), ("bytes=-100", -100, None), ("bytes=5-99999999", 5, None)],
)
def test_a_broken_download_goes_on_where_it_stopped(pressed, shop, asked, start, end):
    for path in offered(pressed):
        whole = shop.ask(path)
        reply = shop.ask(path, Range=asked, If_Range=whole.headers["etag"])
        first = start % len(whole.body)
        part = whole.body[start:end]
        assert (reply.status, reply.body) == (206, part)
        assert reply.headers["content-length"] == str(len(part))
        assert reply.headers["content-range"] == f"bytes {first}-{first + len(part) - 1}/{len(whole.body)}"


@pytest.mark.parametrize("asked", ["bytes=99999999-", "bytes=-0"])
def test_a_part_behind_the_end_is_told_with_the_length(pressed, shop, asked):
    for path in offered(pressed):
        reply = shop.ask(path, Range=asked)
        assert (reply.status, reply.body) == (416, b"")
        assert reply.headers["content-range"] == f"bytes */{shop.ask(path, 'HEAD').headers['content-length']}"


@pytest.mark.parametrize(
    "asked", [{"Range": "bytes=9-0"}, {"Range": "lines=1-2"}, {"Range": "bytes=0-1", "If_Range": '"other"'}]
)
def test_a_part_that_is_not_understood_or_of_another_file_is_answered_with_the_whole(shop, asked):
    assert shop.ask(BOOK, **asked).status == 200


@pytest.mark.parametrize("path", ["/downloads/", "/downloads/bicycles-xx-2026-01-31.pdf", "/downloads/../guide.yaml"])
def test_what_is_not_offered_is_not_there(shop, path):
    assert shop.ask(path).status == 404


def test_each_is_made_once_and_served_again_as_it_was_kept(pressed):
    before = kept_of(pressed)
    assert len(before) == len(offered(pressed))
    with Server(pressed) as server:
        digests = {server.ask(path, "HEAD").headers["etag"].strip('"') for path in offered(pressed)}
        assert server.stop(signal.SIGINT)[0] == 0
    assert kept_of(pressed) == before
    assert digests == {path.name[:20] for path in before}


def test_files_that_no_page_is_made_of_make_nothing_anew(to_change):
    before = kept_of(to_change)
    for name in (".01-bicycles.md.swp", ".ipynb_checkpoints/01-bicycles.md", "__pycache__/a.pyc", "01-bicycles.md~"):
        for folder in ("content/en", "notebooks/en"):
            stray = to_change / folder / name
            stray.parent.mkdir(exist_ok=True)
            stray.write_text("stray", encoding="utf-8")
    with Server(to_change) as server:
        assert server.ask(BOOK).status == 200
        _, said = server.stop(signal.SIGINT)
    assert "has changed" not in said
    assert kept_of(to_change) == before


def test_after_an_edit_the_new_file_is_made_and_the_old_pages_keep_the_old_one(to_change):
    with Server(to_change) as server:
        old = server.ask(BOOK).headers["etag"]
        replace_in(to_change / CHAPTER, OLD, NEW)
        assert server.ask(BOOK, "HEAD").headers["etag"] == old
        build_guide(to_change)
        eventually("the new page is shown", lambda: NEW in server.ask("/en/01-bicycles.html").text)
        new = server.ask(BOOK, If_None_Match=old)
    assert new.status == 200
    assert new.headers["etag"] != old


def test_content_that_changed_after_its_pages_is_not_offered_under_them_and_recovers(to_change):
    shutil.rmtree(to_change / ".cache" / "patientbook" / "downloads")
    with Server(to_change) as server:
        replace_in(to_change / CHAPTER, OLD, NEW)
        assert server.ask(BOOK).status == 503
        replace_in(to_change / CHAPTER, NEW, f"{NEW} Always.")
        build_guide(to_change)
        eventually("the new page is shown", lambda: "Always." in server.ask("/en/01-bicycles.html").text)
        assert server.ask(BOOK).status == 200
        _, said = server.stop(signal.SIGINT)
    assert "Downloads cannot be made. The content has changed since the pages were made" in said
    assert "Traceback" not in said


def test_what_cannot_be_kept_is_a_kind_page_and_a_line_in_the_log(to_change):
    downloads = to_change / ".cache" / "patientbook" / "downloads"
    shutil.rmtree(downloads)
    downloads.mkdir()
    (downloads / site_digest(to_change)).write_text("a file, not a folder", encoding="utf-8")
    with Server(to_change) as server:
        reply = server.ask(BOOK)
        head = server.ask(BOOK, "HEAD")
        _, said = server.stop(signal.SIGINT)
    assert (reply.status, head.status, head.body) == (503, 503, b"")
    assert reply.headers["content-type"] == "text/html; charset=utf-8"
    assert "<h1" in reply.text
    assert "cannot be written" in said
    assert "Traceback" not in said


def test_a_damaged_file_is_made_again(to_change):
    store = DownloadStore(to_change / ".cache" / "patientbook" / "downloads")
    kept = store.read(site_digest(to_change))[BOOK[1:]]
    whole = kept.file.read_bytes()
    kept.file.write_bytes(whole[: len(whole) // 2])
    with Server(to_change) as server:
        assert server.ask(BOOK).body == whole
