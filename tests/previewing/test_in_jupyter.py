"""The preview inside Jupyter Server: for those who are logged in, and only in the folder of a guide."""

import http.client
import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

from patientbook.pages.making import notebooks_of
from patientbook.reading.guide import load_guide
from tests.app.server import FOREIGN, PATIENCE, eventually, free_port
from tests.frame.project import ROOT
from tests.guides import LIVE_NOTEBOOK, write_guide

BASE = "/hub/ada/"  # as behind a hub
HERE = f"{BASE}patientbook/preview/"
TOKEN = "let-me-in"  # noqa: S105 - of a server that lives for one test
LABCONFIG = Path("labconfig") / "default_setting_overrides.json"


@contextmanager
def jupyter(folder, home):
    """A Jupyter Server in ``folder`` with the extension that a wheel installs: a way to ask it."""
    shutil.copytree(ROOT / "share" / "jupyter_server_config.d", home / "config" / "jupyter_server_config.d")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)}
    own = {f"JUPYTER_{name.upper()}_DIR": str(home / name) for name in ("config", "data", "runtime")}
    port = free_port()
    options = ["--no-browser", "--allow-root", f"--port={port}", f"--IdentityProvider.token={TOKEN}"]
    command = [sys.executable, "-m", "jupyter_server", *options, f"--ServerApp.base_url={BASE}"]
    said = (home / "said").open("w")

    def ask(path, token=TOKEN):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        try:
            connection.request("GET", path, headers={"Authorization": f"token {token}"} if token else {})
            reply = connection.getresponse()
            return reply.status, dict(reply.getheaders()), reply.read().decode()
        finally:
            connection.close()

    def answers():
        try:
            return ask(f"{BASE}api")[0] == 200
        except OSError:
            return False

    with said, subprocess.Popen(command, cwd=folder, env=kept | own, stdout=said, stderr=said) as process:
        try:
            eventually("Jupyter answers", answers)
            yield ask
        finally:
            process.terminate()


def test_the_preview_of_a_guide_is_for_those_who_are_logged_in(built_once, tmp_path):
    root = shutil.copytree(built_once, tmp_path / "guide")
    with jupyter(root, tmp_path) as ask:
        for path in ("", "en/index.html", "preview.events", "preview.js"):
            status, headers, text = ask(HERE + path, token=None)
            assert (status, headers["Location"].partition("?")[0], text) == (302, f"{BASE}login", "")
        assert ask(HERE)[1]["Location"] == f"{HERE}en/index.html"
        status, headers, text = ask(f"{HERE}en/01-bicycles.html")
        assert (status, "<h1" in text, "preview.js" in text) == (200, True, True)
        assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
        assert ask(f"{HERE}en/no-such-page.html")[0] == 404
        live = f"voila/render/{LIVE_NOTEBOOK.relative_to('notebooks').as_posix()}"
        assert ask(HERE + live.replace(" ", "%20").replace("#", "%23").replace("ä", "%C3%A4"))[0] == 302
        assert ask(f"{HERE}voila/render/../content/guide.yaml")[0] == 404


def test_a_folder_without_a_guide_has_no_preview(tmp_path):
    with jupyter(tmp_path, tmp_path) as ask:
        assert ask(f"{HERE}en/index.html")[0] == 404


def test_the_setting_that_opens_chapters_as_notebooks_is_that_of_make_lab():
    ours = ROOT / "src" / "patientbook" / "previewing" / "lab" / LABCONFIG
    assert json.loads(ours.read_text(encoding="utf-8")) == json.loads((ROOT / LABCONFIG).read_text(encoding="utf-8"))


def test_the_launcher_page_is_no_page_of_the_guide(tmp_path):

    root = write_guide(tmp_path / "guide")
    (root / "notebooks").mkdir()
    shutil.copy(ROOT / "notebooks" / "start-here.ipynb", root / "notebooks")
    assert [each.file.stem for each in notebooks_of(root, load_guide(root))] == ["01-bicycles", "08-words"]
