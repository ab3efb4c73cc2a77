"""The facilitator's way through the pages, logged in by a cookie as a browser is."""

import re

import pytest

from tests.workshop.held import CHAPTER, TOKEN


class Desk:
    """A browser that is logged in: its cookies, and the token against forged posts."""

    def __init__(self, held):
        self.held = held
        page = held.send("GET", "workshop/login")
        self.jar = page.headers["set-cookie"].partition(";")[0]
        self.xsrf = re.search(r'name="_xsrf" value="([^"]+)"', page.text)[1]
        done = self.form("workshop/login", password=TOKEN)
        self.jar = f"{self.jar}; {done.headers['set-cookie'].partition(';')[0]}"

    def get(self, path):
        return self.held.send("GET", path, Cookie=self.jar)

    def form(self, path, **fields):
        # A form of a page that tells nobody where it is says that it is from "null".
        return self.held.form(path, fields | {"_xsrf": self.xsrf}, Cookie=self.jar, Origin="null")


@pytest.fixture
def desk(held):
    return Desk(held)


def test_a_room_is_opened_led_and_deleted_by_forms(desk):
    assert "What is a bicycle?" in desk.get("workshop").text
    opened = desk.form("workshop/rooms", chapters=f"en/{CHAPTER}")
    assert opened.status == 303
    path = opened.place.lstrip("/")
    for page in (path, f"{path}/projector", f"{path}/report"):
        reply = desk.get(page)
        assert (reply.status, "<h1" in reply.text) == (200, True), page
        assert TOKEN not in reply.text
    assert desk.form(f"{path}/delete").place == "/workshop"
    assert desk.get(path).status == 404


def test_the_projector_shows_the_address_and_the_code_with_the_key_in_its_picture(held, room):
    page = held.lead("GET", f"{room.path}/projector").text
    assert f"127.0.0.1:{held.port}/join" in page
    assert f"{room.code[:3]} {room.code[3:]}" in page or room.code in page
    assert 'class="pw-qr"' in page


def test_behind_a_proxy_that_speaks_https_the_address_says_so(held, room):
    page = held.lead("GET", f"{room.path}", X_Forwarded_Proto="https", Host="guide.hospital.example").text
    assert f"https://guide.hospital.example/join/{room.code}?key={room.key}" in page


def test_the_report_s_page_has_no_number_of_so_few(held, room):
    room.join()
    page = held.lead("GET", f"{room.path}/report").text
    assert "<h1" in page
    assert room.key not in page


def test_who_is_not_logged_in_is_led_to_the_field(held, room):
    for path in ("workshop", room.path, f"{room.path}/projector", f"{room.path}/report"):
        reply = held.send("GET", path)
        assert (reply.status, reply.place) == (303, "/workshop/login")
    assert held.send("GET", f"{room.path}/state").why == "log-in"


def test_the_address_with_the_token_leads_on_to_one_without(held):
    reply = held.send("GET", f"workshop?token={TOKEN.replace(' ', '%20')}")
    assert (reply.status, reply.place) == (303, "/workshop")
    jar = reply.headers["set-cookie"].partition(";")[0]
    assert held.send("GET", "workshop", Cookie=jar).status == 200
