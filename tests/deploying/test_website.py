"""The website as the documentation has nginx and Jupyter serve it, and as GitHub builds it."""

import gzip
import re
import shlex
import subprocess
import sys

import brotli
import pytest
from ruamel.yaml import YAML

from patientbook.app.answers import SECURITY
from patientbook.exports.registry import EPUB
from tests.app.server import PATIENCE, Server, eventually, free_port
from tests.deploying.examples import PAGE, example
from tests.deploying.nginx import Nginx
from tests.exports.webpages import Webpages
from tests.frame.project import ROOT
from tests.guides import PATIENTBOOK
from tests.shipped import ADDRESS, FOLDER

HOME, CHAPTER = f"{FOLDER}en/index.html", f"{FOLDER}en/01-what-is-personalised-medicine.html"


@pytest.fixture(scope="module")
def www(shipped, tmp_path_factory):
    """A web server's folder, with the website in it."""
    root = tmp_path_factory.mktemp("www")
    (root / "guides").mkdir()
    (root / FOLDER.strip("/")).symlink_to(shipped.site)
    return root


@pytest.fixture(scope="module")
def nginx(www, tmp_path_factory):
    with Nginx(tmp_path_factory.mktemp("nginx"), example("nginx", "gzip_static"), {"/srv/www": str(www)}) as running:
        yield running


def names_in(shipped):
    return [path.relative_to(shipped.site).as_posix() for path in shipped.site.rglob("*") if path.is_file()]


def test_every_file_comes_as_it_is_with_the_headers_of_the_app(nginx, shipped):
    for name in names_in(shipped):
        reply = nginx.ask(FOLDER + name)
        if name.startswith("."):
            assert reply.status == 404
            continue
        assert (reply.status, reply.body) == (200, (shipped.site / name).read_bytes()), name
        assert {key: reply.headers.get(key.lower()) for key in SECURITY} == SECURITY, name
        assert "etag" in reply.headers


@pytest.mark.parametrize(
    ("pattern", "kind"),
    [
        ("en/index.html", "text/html; charset=utf-8"),
        ("assets/page.*.js", "application/javascript; charset=utf-8"),
        ("assets/*.woff2", "font/woff2"),
        ("assets/icon.*.svg", "image/svg+xml"),
        ("*.webmanifest", "application/manifest+json"),
        ("downloads/*.pdf", "application/pdf"),
        ("downloads/*.epub", EPUB),
        ("downloads/*.zip", "application/zip"),
    ],
)
def test_each_kind_of_file_says_what_it_is(nginx, shipped, pattern, kind):
    for path in shipped.site.glob(pattern):
        said = nginx.ask(FOLDER + path.relative_to(shipped.site).as_posix()).headers["content-type"]
        assert said.replace("text/javascript", "application/javascript") == kind  # newer ones call it by its newer name
    assert any(shipped.site.glob(pattern))


def test_packed_copies_are_sent_to_browsers_that_can_unpack_them(nginx, shipped):
    reply = nginx.ask(CHAPTER, Accept_Encoding="gzip, br")
    whole = (shipped.site / CHAPTER.removeprefix(FOLDER)).read_bytes()
    assert (reply.headers["content-encoding"], reply.headers["vary"]) == ("gzip", "Accept-Encoding")
    assert gzip.decompress(reply.body) == whole
    assert reply.body == (shipped.site / f"{CHAPTER.removeprefix(FOLDER)}.gz").read_bytes()
    assert reply.headers["content-type"] == "text/html; charset=utf-8"


def test_where_nginx_has_brotli_the_smaller_copies_are_sent(www, shipped, tmp_path):
    settings = example("nginx", "gzip_static").replace("# brotli_static on;", "brotli_static on;")
    try:
        with Nginx(tmp_path, settings, {"/srv/www": str(www)}) as running:
            reply = running.ask(CHAPTER, Accept_Encoding="gzip, br")
            assert reply.headers["content-encoding"] == "br"
            assert brotli.decompress(reply.body) == (shipped.site / CHAPTER.removeprefix(FOLDER)).read_bytes()
    except AssertionError as why:
        if 'unknown directive "brotli_static"' not in str(why):
            raise
        pytest.skip("nginx has no Brotli here: on Debian, apt-get install libnginx-mod-http-brotli-static")


def test_what_has_its_content_in_its_name_is_kept_for_good_and_the_rest_asked_for_again(nginx, shipped):
    for name in names_in(shipped):
        if not name.startswith("."):
            kept = nginx.ask(FOLDER + name, "HEAD").headers["cache-control"]
            assert ("immutable" in kept) == name.startswith("assets/"), name
            assert ("no-cache" in kept) != name.startswith("assets/"), name
    etag = nginx.ask(HOME).headers["etag"]
    assert nginx.ask(HOME, If_None_Match=etag).status == 304


@pytest.mark.parametrize("path", ["en/no-such-page.html", "a/b/c", "assets/none.js"])
def test_an_address_that_is_not_there_is_a_kind_page_that_is_not_kept(nginx, path):
    reply = nginx.ask(FOLDER + path)
    assert reply.status == 404
    assert "This page is not here" in reply.body.decode()
    assert reply.headers["cache-control"] == "no-cache"
    assert reply.headers["content-security-policy"] == SECURITY["Content-Security-Policy"]


def test_a_folder_shows_its_first_page_and_a_download_goes_on_where_it_stopped(nginx, shipped):
    assert nginx.ask(FOLDER).body == (shipped.site / "index.html").read_bytes()
    assert nginx.ask(f"{FOLDER}en").headers["location"] == f"{FOLDER}en/"
    [pdf] = shipped.site.glob("downloads/*-factsheet-en-*.pdf")
    reply = nginx.ask(f"{FOLDER}downloads/{pdf.name}", Range="bytes=100-199")
    assert (reply.status, reply.body) == (206, pdf.read_bytes()[100:200])


def test_a_jupyter_server_shows_it_to_everybody(shipped, tmp_path):
    [line] = re.findall(r"^    (jupyter server .*)$", PAGE.read_text(encoding="utf-8"), re.M)
    (tmp_path / "public").symlink_to(shipped.site)
    port = free_port()
    command = [sys.executable, "-m", "jupyter_server", *shlex.split(line)[2:], f"--port={port}", "--allow-root"]
    with Jupyter(command, port, tmp_path) as jupyter:
        for path in ("en/index.html", "sw.js", "manifest-en.webmanifest"):
            assert jupyter.ask(f"/static/{path}").body == (shipped.site / path).read_bytes()
        page = Webpages({"en/index.html": (shipped.site / "en/index.html").read_bytes()})
        loaded = {link.to_file for link in page.links if link.to_file.startswith("assets/")}
        assert len(loaded) > 4
        assert {jupyter.ask(f"/static/{name}", "HEAD").status for name in loaded} == {200}
    assert "c.ServerApp.extra_static_paths = " in example("python", "extra_static_paths")


class Jupyter(Server):
    """A Jupyter server."""

    def __init__(self, command, port, folder):
        self.port = port
        self.process = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )

    def __enter__(self):
        eventually("Jupyter answers", self._is_ready)
        return self

    def _is_ready(self):
        assert self.process.poll() is None, self.process.communicate()[0]
        try:
            return self.ask("/static/en/index.html", "HEAD").status == 200
        except OSError:
            return False


def test_github_builds_it_with_commands_that_work(built):
    workflow = YAML(typ="safe").load(example("yaml", "deploy-pages"))
    steps = workflow["jobs"]["publish"]["steps"]
    [line] = [step["run"] for step in steps if "run" in step]
    line = re.sub(r"\$\{\{ [\w.]+ \}\}", "someone", line)
    planned = subprocess.run(
        [*shlex.split(line), "--dry-run"], cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=True
    ).stdout
    [build] = [each for each in planned.splitlines() if "/patientbook build" in each]
    done = subprocess.run(
        [PATIENTBOOK, *shlex.split(build)[1:]],
        cwd=built,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    [artifact] = [step["with"]["path"] for step in steps if "upload-pages-artifact" in step.get("uses", "")]
    site = built / artifact
    assert "https://someone.github.io/someone/en/" in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert workflow["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}


def test_the_address_in_the_examples_is_one():
    text = PAGE.read_text(encoding="utf-8")
    assert f"--address {ADDRESS}" in text
    assert set(re.findall(r"/guides/\w+/", text)) == {FOLDER}
