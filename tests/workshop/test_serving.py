"""Workshops in the app: where they are on, under any base, with any of Jupyter's ways to know who may lead."""

import gzip
import json
import re
import subprocess
import sys

import pytest
from jupyter_server.auth import passwd

from tests.app.server import Server, start
from tests.workshop.held import TOKEN, Held


@pytest.fixture
def database(tmp_path):
    return f"sqlite:///{tmp_path / 'w.sqlite3'}"


def with_settings(root, **settings):
    """A settings file of Jupyter's beside the guide; where it is looked for."""
    folder = root / "settings"
    folder.mkdir()
    (folder / "voila.json").write_text(json.dumps(settings), encoding="utf-8")
    return {"JUPYTER_CONFIG_DIR": str(folder), "JUPYTER_RUNTIME_DIR": str(root / "run")}


def test_where_workshops_are_off_there_is_none_and_no_way_to_one(built_once):
    with Server(built_once) as server:
        for path in ("/join", "/room/x", "/workshop", "/workshop/rooms"):
            assert server.ask(path).status == 404
        assert "Join a workshop" not in server.ask("/en/index.html").text


def test_an_app_without_workshops_loads_nothing_of_them():
    code = "import sys, patientbook.app; print(*sys.modules, sep='\\n')"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "patientbook.app.router" in loaded
    heavy = ("patientbook.workshop", "sqlalchemy", "alembic", "segno", "psycopg")
    assert [name for name in loaded if name.startswith(heavy)] == []


def test_the_start_page_leads_to_where_workshops_are_joined(held):
    page = held.ask("/en/index.html").text
    assert 'href="../join"' in page
    assert "Join a workshop" in page


def test_under_a_base_every_address_has_it(built_once, database, tmp_path):
    with Held(built_once, database, base="/guides/bikes/", JUPYTER_RUNTIME_DIR=str(tmp_path)) as held:
        assert held.send("GET", "workshop").place == "/guides/bikes/workshop/login"
        room = held.open()
        joined = held.form(f"join/{room.code}", {})
        assert joined.place.startswith("/guides/bikes/room/")
        page = held.ask(joined.place).text
        assert held.ask("/join").status == 404
        for address in re.findall(r'(?:src|href|action)="(/[^"#]*)"', page):
            assert address.startswith("/guides/bikes/")
        assert '"events": "/guides/bikes/room/' in page
        answered = held.lead("GET", "workshop/rooms/none/state")
        assert "Path=/guides/bikes/workshop" in answered.headers["set-cookie"]


def test_scripts_and_styles_of_the_pages_are_served_and_kept_for_ever(held, room):
    page = room.join().page
    loaded = re.findall(r'(?:src|href)="(/assets/[^"]+)"', page)
    assert {each.rpartition(".")[2] for each in loaded} >= {"js", "css", "woff2", "svg"}
    for each in loaded:
        reply = held.ask(each, Accept_Encoding="gzip")
        assert reply.status == 200, each
        assert "immutable" in reply.headers["cache-control"]


def test_pages_are_sent_small_to_who_takes_them_so(held, room):
    phone = room.join()
    reply = held.send("GET", phone.path, Accept_Encoding="gzip, br")
    assert reply.headers["content-encoding"] == "gzip"
    assert len(reply.body) < len(phone.page.encode()) / 2
    assert "What is a bicycle?" in gzip.decompress(reply.body).decode()
    assert "content-encoding" not in held.send("GET", phone.path).headers


def test_a_password_of_jupyter_s_takes_the_place_of_the_token(built_once, database, tmp_path):
    own = with_settings(tmp_path, Facilitators={"hashed_password": passwd("open the shed", "sha1")})
    with Held(built_once, database, **own | {"JUPYTER_TOKEN": ""}) as held:
        page = held.send("GET", "workshop/login")
        xsrf = re.search(r'name="_xsrf" value="([^"]+)"', page.text)[1]
        jar = page.headers["set-cookie"].partition(";")[0]
        done = held.form("workshop/login", {"password": "open the shed", "_xsrf": xsrf}, Cookie=jar)
        assert done.status == 303
        jar = f"{jar}; {done.headers['set-cookie'].partition(';')[0]}"
        assert held.send("GET", "workshop/rooms/none/state", Cookie=jar).why == "unknown-room"
        assert held.ask("/en/01-bicycles.html").status == 200  # readers need no password
        _, said = held.stop(2)
    assert "token=" not in said


def ended(process):
    """The exit code and the words of a program that ends by itself; one that does not is killed."""
    with process:
        try:
            told, _ = process.communicate(timeout=60)
        finally:
            process.kill()
    return process.returncode, told


PROVIDER = """\
from jupyter_server.auth import IdentityProvider, User
from tornado.web import RequestHandler


class Back(RequestHandler):
    def initialize(self, said):
        self.said = said

    def get(self):
        self.write(self.said)


class ByHeader(IdentityProvider):
    def get_handlers(self):
        return [("/logout", Back, {"said": "bye"}), ("/back-from-the-hospital", Back, {"said": "welcome back"})]

    def get_user(self, handler):
        name = handler.request.headers.get("X-Hospital-User")
        return User(name) if name else None
"""


def test_another_provider_knows_several_facilitators_each_with_rooms_of_their_own(built_once, database, tmp_path):
    (tmp_path / "hospital_login.py").write_text(PROVIDER, encoding="utf-8")
    own = with_settings(tmp_path, Leading={"facilitators_class": "hospital_login.ByHeader"})
    with Held(built_once, database, **own, PYTHONPATH=str(tmp_path)) as held:
        asked = {"chapters": ["01-bicycles"], "language": "en"}
        jar = {"Cookie": "_xsrf=2|aaaaaaaa|bbbb|1", "X_XSRFToken": "2|aaaaaaaa|bbbb|1"}
        made = held.send("POST", "workshop/rooms", asked, X_Hospital_User="ada", **jar)
        assert made.status == 201, made.text
        path = f"workshop/rooms/{made.json['id']}"
        assert held.send("GET", f"{path}/state", X_Hospital_User="ada").status == 200
        for action in ("state", "report.csv", "plan.json", "events"):
            assert held.send("GET", f"{path}/{action}", X_Hospital_User="ben").why == "unknown-room"
        pressed = held.send("POST", f"{path}/actions", {"action": "next", "revision": 1}, X_Hospital_User="ben", **jar)
        assert (pressed.status, pressed.why) == (404, "unknown-room")
        assert held.send("GET", f"{path}/state").why == "log-in"
        assert held.send("GET", "back-from-the-hospital").text == "welcome back"
        stranger = held.send("GET", held.send("GET", "workshop").place.lstrip("/"))
        assert (stranger.status, "You are not logged in" in stranger.text) == (401, True)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--rooms-close-after", "48", "--rooms-delete-after", "1"], "Rooms would be deleted before they close."),
        (["--database", "mysql://nobody"], "--database takes sqlite:///path/to/file or postgresql+psycopg://"),
    ],
)
def test_what_cannot_be_is_told_at_the_start(built_once, tmp_path, options, said):
    code, told = ended(
        start(built_once, "--workshops", *options, JUPYTER_TOKEN=TOKEN, JUPYTER_RUNTIME_DIR=str(tmp_path))
    )
    assert code == 1
    assert said in told
    assert "Traceback" not in told


def test_a_workshop_that_anybody_could_lead_is_not_held(built_once, database, tmp_path):
    own = with_settings(tmp_path, Facilitators={"token": ""})
    code, told = ended(start(built_once, "--workshops", "--database", database, **own))
    assert code == 1
    assert "Anybody could lead workshops here" in told
