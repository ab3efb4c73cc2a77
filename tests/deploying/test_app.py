"""The app as the documentation starts it, with nginx before it: pages, downloads, workshops, notebooks that compute."""

import asyncio
import configparser
import json
import re
import shlex
import shutil
import signal
import subprocess
from types import SimpleNamespace

import pytest
from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

from patientbook.app.answers import SECURITY
from tests.app.server import PATIENCE, Server, eventually
from tests.deploying.examples import example
from tests.deploying.nginx import Nginx
from tests.guides import LIVE_ADDRESS, PATIENTBOOK
from tests.shipped import FOLDER
from tests.workshop.held import TOKEN, Held, Stream

PORT = "http://127.0.0.1:8866;"
CHAPTER = f"{FOLDER}en/01-bicycles.html"


class Unit(configparser.RawConfigParser):
    """Settings of a service, whose names may come more than once."""

    def __init__(self, text):
        super().__init__(strict=False)
        self.optionxform = str
        self.lines = [line.split("=", 1) for line in text.splitlines() if "=" in line]
        self.read_string(text)

    def all(self, name):
        """Every value of a name."""
        return [value for key, value in self.lines if key == name]


@pytest.fixture(scope="module")
def unit():
    return Unit(example("ini", "ExecStart"))


@pytest.fixture(scope="module")
def service(unit, built_once, tmp_path_factory):
    """The app, started by the service's own command and settings, in folders of the test."""
    folder = tmp_path_factory.mktemp("service")
    environment = dict(each.split("=", 1) for each in unit.all("Environment"))
    own = {name: str(folder / value.strip("/")) for name, value in environment.items()}
    shutil.copytree(built_once / ".cache" / "patientbook", own["PATIENTBOOK_CACHE"])
    with Service(unit, built_once, own) as running:
        yield running


class Service(Held):
    """The app as the service starts it. Its token is that of the tests, in place of the secret file's."""

    def __init__(self, unit, root, environment):
        program, serve, where, *options = shlex.split(unit["Service"]["ExecStart"])
        assert program.endswith("/patientbook")
        assert (serve, where) == ("serve", unit["Service"]["WorkingDirectory"])
        ours = options[: options.index("--port")] + options[options.index("--port") + 2 :]
        base = ours.pop(ours.index("--base-url") + 1)
        ours.remove("--base-url")
        [name] = example("ini", "JUPYTER_TOKEN").split("=")[:1]
        Server.__init__(self, root, *ours, base=base, **environment, **{name: TOKEN})


@pytest.fixture(scope="module")
def nginx(service, tmp_path_factory):
    settings = example("nginx", "proxy_pass")
    place = {PORT: f"http://127.0.0.1:{service.port};"}
    with Nginx(tmp_path_factory.mktemp("before"), settings, place) as running:
        yield running


def test_the_service_s_command_starts_the_app_below_its_path(service, unit):
    assert service.base == FOLDER
    assert service.ask(f"{FOLDER}healthz").status == 200
    assert "--port 8866" in unit["Service"]["ExecStart"]
    assert f":{PORT.rpartition(':')[2]}" in example("nginx", "proxy_pass")


def test_the_service_may_write_where_the_app_writes(unit):
    """It may write to the folders that systemd makes for it by their names below these, and nowhere else."""
    writable = {f"/var/cache/{unit['Service']['CacheDirectory']}", f"/var/lib/{unit['Service']['StateDirectory']}"}
    written = dict(each.split("=", 1) for each in unit.all("Environment"))
    assert set(written) == {"PATIENTBOOK_CACHE", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR"}
    assert [
        place for place in written.values() if not any(f"{place}/".startswith(f"{each}/") for each in writable)
    ] == []


def test_systemd_understands_the_service(unit, tmp_path):
    program = shutil.which("systemd-analyze")
    if program is None:
        pytest.skip("this machine has no systemd")
    text = example("ini", "ExecStart").replace("/srv/patientbook/.venv/bin/patientbook", PATIENTBOOK)
    (tmp_path / "patientbook.service").write_text(text, encoding="utf-8")
    told = subprocess.run(
        [program, "verify", tmp_path / "patientbook.service"], capture_output=True, text=True, timeout=60, check=False
    )
    about_it = [line for line in told.stderr.splitlines() if "patientbook.service" in line]
    assert about_it == []


def test_pages_come_packed_and_with_their_headers_through_nginx(service, nginx):
    reply = nginx.ask(CHAPTER, Accept_Encoding="br")
    assert reply.status == 200
    assert reply.headers["content-encoding"] == "br"
    assert reply.body == service.ask(CHAPTER, Accept_Encoding="br").body
    assert {key: reply.headers[key.lower()] for key in SECURITY} == SECURITY
    assert nginx.ask(CHAPTER, Accept_Encoding="br", If_None_Match=reply.headers["etag"]).status == 304
    assert nginx.ask(f"{FOLDER}en/none.html").status == 404


def test_a_download_goes_on_where_it_stopped_through_nginx(service, nginx):
    [path] = set(
        re.findall(r'href="\.\./(downloads/bicycles-en-[^"]+\.pdf)"', service.ask(f"{FOLDER}en/index.html").text)
    )
    whole = nginx.ask(FOLDER + path)
    assert whole.status == 200, whole.text
    part = nginx.ask(FOLDER + path, Range="bytes=100-199", If_Range=whole.headers["etag"])
    assert (part.status, part.body) == (206, whole.body[100:200])
    assert whole.headers["content-disposition"].startswith("attachment; filename=")


def test_a_phone_hears_at_once_through_nginx_what_happens_in_its_room(service, nginx):
    room = service.open()
    phone = room.join()
    with Stream(SimpleNamespace(port=nginx.port, base=FOLDER), f"{phone.path}/events") as events:
        assert b"200 OK" in events.head
        assert events.state()["step"]["kind"] == "welcome"
        room.press("go", position=1)
        assert events.state()["position"] == 1
    assert service.lead("GET", f"{room.path}/state").json["people"]["joined"] == 1


def test_the_big_screen_shows_the_address_that_nginx_is_at(service, nginx):
    room = service.open()
    assert nginx.ask(f"{FOLDER}join/{room.code}").status == 200
    screen = nginx.ask(f"{FOLDER}{room.path}/projector", Authorization=f"token {TOKEN}")
    assert f">127.0.0.1:{nginx.port}{FOLDER}join<" in screen.text


def test_a_notebook_that_computes_reaches_its_kernel_through_nginx(service, nginx):
    page = nginx.ask(FOLDER + LIVE_ADDRESS[1:]).text
    kernel = json.loads(re.search(r'<script id="jupyter-config-data"[^>]*>(.*?)</script>', page, re.S)[1])["kernelId"]

    async def speak():
        address = f"ws://127.0.0.1:{nginx.port}{FOLDER}api/kernels/{kernel}/channels"
        request = HTTPRequest(address, connect_timeout=PATIENCE, headers={"Origin": f"http://127.0.0.1:{nginx.port}"})
        socket = await websocket_connect(request)
        socket.close()

    asyncio.run(speak())


def test_it_ends_in_order_when_the_machine_does(unit, built_once, tmp_path):
    own = {"PATIENTBOOK_CACHE": str(tmp_path / "cache"), "JUPYTER_RUNTIME_DIR": str(tmp_path)}
    with Service(unit, built_once, own) as running:
        eventually("it answers", lambda: running.ask(f"{FOLDER}healthz").status == 200)
        code, said = running.stop(signal.SIGTERM)
    assert code in {0, 128 + signal.SIGTERM, -signal.SIGTERM}
    assert "Traceback" not in said
